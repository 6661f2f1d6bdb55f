/// What `&name;` stands for: libcmark is asked, once for each name.
struct EntityTable {
    private var known: [[UInt8]: [UInt8]] = [:]

    /// The text of the entity that starts at `start` and its end, or `nil` where none does.
    mutating func entity(in bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
        var end = start + 1
        while end < bytes.count, end - start < 34,
            bytes[end].isLetter || bytes[end].isDigit || bytes[end] == .hash
        {
            end += 1
        }
        guard end - start > 1, end < bytes.count, bytes[end] == UInt8(ascii: ";") else { return nil }
        let source = Array(bytes[start...end])
        let text = known[source] ?? Self.decode(source)
        known[source] = text
        return text == source ? nil : (text, end + 1)
    }

    private static func decode(_ source: [UInt8]) -> [UInt8] {
        guard let document = CmarkDocument(parsing: source),
            let paragraph = document.root.children.first(where: { _ in true }),
            let text = paragraph.children.first(where: { _ in true })
        else { return source }
        return text.literal
    }
}
