import BookRendering

/// How a tree is written.
package enum MarkupSyntax {
    /// As browsers read pages.
    case html
    /// As XML, which allows neither every character nor an element that is not closed.
    case xml
}

extension MarkupElement {
    package func text(_ syntax: MarkupSyntax) -> String {
        var text = ""
        write(to: &text, syntax)
        return text
    }

    private func write(to text: inout String, _ syntax: MarkupSyntax) {
        text += "<" + name
        for attribute in attributes {
            text += " \(attribute.name)=\"\(CharacterCare.escaped(attribute.value))\""
        }
        if MarkupReader.voidElements.contains(name) {
            text += syntax == .xml ? "/>" : ">"
            return
        }
        text += ">"
        // A browser drops a line end that follows the tag.
        if syntax == .html, name == "pre", plainText.hasPrefix("\n") { text += "\n" }
        let isRaw = syntax == .html && MarkupReader.rawElements.contains(name)
        for child in children {
            switch child {
            case .text(let own): text += isRaw ? own : CharacterCare.escaped(own)
            case .element(let element): element.write(to: &text, syntax)
            }
        }
        text += "</" + name + ">"
    }
}

extension Sequence<MarkupNode> {
    package func text(_ syntax: MarkupSyntax) -> String {
        map { node in
            switch node {
            case .text(let text): CharacterCare.escaped(text)
            case .element(let element): element.text(syntax)
            }
        }.joined()
    }
}

/// Characters that no form of the book may hold.
enum CharacterCare {
    /// The text for an element or a quoted attribute, as pages escape it, without the code points that are no
    /// characters: XML forbids some of them, and validators of HTML all.
    static func escaped(_ text: String) -> String {
        Escaping.escaped(withoutNoncharacters(text))
    }

    static func withoutNoncharacters(_ text: String) -> String {
        // All of them begin with one of these bytes in UTF-8.
        guard text.utf8.contains(where: { $0 >= 0xEF }), text.unicodeScalars.contains(where: isNoncharacter)
        else { return text }
        return String(
            String.UnicodeScalarView(text.unicodeScalars.map { isNoncharacter($0) ? "\u{FFFD}" : $0 }))
    }

    private static func isNoncharacter(_ scalar: Unicode.Scalar) -> Bool {
        (0xFDD0...0xFDEF).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
    }
}
