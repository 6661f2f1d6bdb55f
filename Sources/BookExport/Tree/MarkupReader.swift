/// Reads the pages that the engine wrote: every attribute quoted or empty, every element closed but the void
/// ones.
///
/// It takes any text: what is not closed ends with the element that holds it, and a tag that closes nothing is
/// left out.
package struct MarkupReader {

    static let voidElements: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    static let rawElements: Set<String> = ["script", "style"]

    private let bytes: [UInt8]
    private var position = 0
    /// The elements that are open, outermost first; the first holds what is outside of all.
    private var open = [MarkupElement("")]

    /// The page as one element without a name that holds `<html>`.
    package static func page(_ markup: String) -> MarkupElement {
        var reader = MarkupReader(bytes: Array(markup.utf8))
        return reader.run()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func run() -> MarkupElement {
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), readTag() { continue }
            readText()
        }
        while open.count > 1 { closeLast() }
        return open[0]
    }

    private mutating func readText() {
        let start = position
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
        add(text: CharacterNames.resolved(text(start..<position)))
    }

    private mutating func add(text: String) {
        var text = text
        let last = open.count - 1
        // Browsers drop a line end that follows the tag.
        if open[last].name == "pre", open[last].children.isEmpty, text.hasPrefix("\n") { text.removeFirst() }
        guard !text.isEmpty else { return }
        if case .text(let before)? = open[last].children.last {
            open[last].children[open[last].children.count - 1] = .text(before + text)
        } else {
            open[last].children.append(.text(text))
        }
    }

    private mutating func closeLast() {
        guard let element = open.popLast() else { return }
        open[open.count - 1].children.append(.element(element))
    }

    /// Whether a tag, a comment or a declaration begins here and was read.
    private mutating func readTag() -> Bool {
        let start = position
        if starts("<!--") {
            position = end(of: "-->", from: start + 4)
            return true
        }
        if starts("<!") || starts("<?") {
            position = end(of: ">", from: start)
            return true
        }
        position += 1
        let isClosing = starts("/")
        if isClosing { position += 1 }
        let name = readName()
        guard !name.isEmpty else {
            position = start
            return false
        }
        if isClosing {
            position = end(of: ">", from: position)
            close(name)
        } else {
            openElement(name)
        }
        return true
    }

    private mutating func close(_ name: String) {
        guard open.dropFirst().contains(where: { $0.name == name }) else { return }
        while let last = open.last, last.name != name { closeLast() }
        closeLast()
    }

    private mutating func openElement(_ name: String) {
        var element = MarkupElement(name)
        var isSelfClosing = false
        while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
            let attribute = readName()
            if attribute.isEmpty {
                isSelfClosing = bytes[position] == UInt8(ascii: "/")
                position += 1
            } else {
                element.attributes.append(.init(name: attribute, value: readValue()))
            }
        }
        position += 1
        open.append(element)
        if isSelfClosing || Self.voidElements.contains(name) {
            closeLast()
        } else if Self.rawElements.contains(name) {
            let start = min(position, bytes.count)
            let close = first(of: "</\(name)", from: start) ?? bytes.count
            if close > start { open[open.count - 1].children = [.text(text(start..<close))] }
            position = end(of: ">", from: close)
            closeLast()
        }
    }

    /// The value after `=`; empty for an attribute that has none.
    private mutating func readValue() -> String {
        guard starts("=") else { return "" }
        position += 1
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return readName() }
        let start = position + 1
        let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
        position = end + 1
        return CharacterNames.resolved(text(start..<end))
    }

    /// What stands here up to a blank, `=`, `/`, `>` or a quote.
    private mutating func readName() -> String {
        let start = position
        while position < bytes.count, !Self.endsName(bytes[position]) { position += 1 }
        return text(start..<position)
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "="), UInt8(ascii: "/"), UInt8(ascii: ">"),
            UInt8(ascii: "<"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    private func starts(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[position + $0] == text.utf8Start[$0] }
    }

    private func first(of text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        guard start <= bytes.count - wanted.count else { return nil }
        return (start...(bytes.count - wanted.count)).first {
            bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    /// The place after the next `text`; the end where there is none.
    private func end(of text: String, from start: Int) -> Int {
        first(of: text, from: start).map { $0 + text.utf8.count } ?? bytes.count
    }
}
