/// Splits untrusted markup into tokens, strictly: what is not exactly a tag is text.
///
/// A tag is `<name attribute="value" …>`, `<name …/>` or `</name>`, with every value quoted. Comments,
/// processing instructions, declarations and unquoted values are not tags, so they end as text on the page.
struct MarkupTokenizer {
    private let bytes: [UInt8]
    private var position = 0
    private var text: [UInt8] = []
    private var tokens: [MarkupToken] = []

    static func tokens(of markup: String) -> [MarkupToken] {
        var tokenizer = MarkupTokenizer(markup)
        return tokenizer.run()
    }

    private init(_ markup: String) {
        bytes = Array(markup.utf8)
    }

    private mutating func run() -> [MarkupToken] {
        while position < bytes.count {
            let start = position
            if bytes[position] == UInt8(ascii: "<"), let tag = tag() {
                endText()
                tokens.append(tag)
            } else {
                position = start + 1
                text.append(bytes[start])
            }
        }
        endText()
        return tokens
    }

    private mutating func endText() {
        guard !text.isEmpty else { return }
        tokens.append(.text(CharacterReference.resolved(String(decoding: text, as: UTF8.self))))
        text.removeAll(keepingCapacity: true)
    }

    private mutating func tag() -> MarkupToken? {
        position += 1
        if skip("/") {
            guard let name = name() else { return nil }
            skipSpaces()
            return skip(">") ? .close(name: name) : nil
        }
        guard let name = name() else { return nil }
        var attributes: [MarkupToken.Attribute] = []
        while true {
            let spaces = skipSpaces()
            if skip(">") { return .open(name: name, attributes: attributes, isSelfClosing: false) }
            if skip("/") {
                return skip(">") ? .open(name: name, attributes: attributes, isSelfClosing: true) : nil
            }
            guard spaces > 0, let attribute = attribute() else { return nil }
            attributes.append(attribute)
        }
    }

    private mutating func attribute() -> MarkupToken.Attribute? {
        guard let name = name(), skip("="), position < bytes.count else { return nil }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        position += 1
        guard let end = bytes[position...].firstIndex(of: quote) else { return nil }
        let value = String(decoding: bytes[position..<end], as: UTF8.self)
        position = end + 1
        return MarkupToken.Attribute(name: name, value: CharacterReference.resolved(value))
    }

    /// A name of letters, digits, `-` and `:` that starts with a letter.
    private mutating func name() -> String? {
        let start = position
        while position < bytes.count, Self.isName(bytes[position], isFirst: position == start) {
            position += 1
        }
        return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
    }

    private static func isName(_ byte: UInt8, isFirst: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"): !isFirst
        default: false
        }
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    @discardableResult
    private mutating func skipSpaces() -> Int {
        let start = position
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return position - start
    }
}
