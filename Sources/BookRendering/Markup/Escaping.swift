/// How text becomes part of a page: nothing in it is read as markup, and nothing in it is invisible.
package enum Escaping {
    /// The text for an element or a quoted attribute. Control characters other than tab and line feed are
    /// written as terminals write them (`^@`, `^[`), so that a page never holds a raw NUL or an escape
    /// sequence. Their Unicode pictures would be shorter, but many machines have no font for them.
    ///
    /// What the text says about directions ends with it.
    package static func escaped(_ text: String) -> String {
        let text = Directions.balanced(text)
        guard text.utf8.contains(where: needsCare) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result += caretNotation(of: scalar) ?? String(scalar)
            }
        }
        return result
    }

    /// Code and output as they are read: line ends are line feeds, and characters that reorder a line are
    /// shown, since code that displays in another order than it runs in deceives its reader.
    package static func verbatim(_ text: String) -> String {
        // Every text of a page passes here: a carriage return, and the first byte of what reorders, are rare.
        guard text.utf8.contains(where: { $0 == 0x0D || $0 == 0xE2 }) else { return text }
        let lines = text.contains("\r\n") ? text.replacing("\r\n", with: "\n") : text
        guard Directions.areSet(in: lines) else { return lines }
        var result = String.UnicodeScalarView()
        for scalar in lines.unicodeScalars {
            if Directions.set(scalar) {
                result.append(
                    contentsOf: "<U+\(String(scalar.value, radix: 16, uppercase: true))>".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The text as a page shows it, for a form that is not markup: reordering characters are shown, and control
    /// characters other than tab and line feed are written as terminals write them.
    package static func visible(_ text: String) -> String {
        let text = verbatim(text)
        guard text.utf8.contains(where: mayBeControl) else { return text }
        return text.unicodeScalars.map { caretNotation(of: $0) ?? String($0) }.joined()
    }

    /// Whether a byte may begin something that is replaced: C1 controls begin with 0xC2, code points that are no
    /// characters with 0xEF and from 0xF0 on.
    private static func needsCare(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F, 0xC2, 0xEF..., UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private static func mayBeControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F || byte == 0xC2
    }

    private static func caretNotation(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x09, 0x0A: nil
        case 0..<0x20: "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
        case 0x7F: "^?"
        case 0x80...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
        case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        default: nil
        }
    }
}
