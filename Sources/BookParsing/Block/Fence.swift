import BookModel

/// The opening line of a fenced code block, read from the source.
struct Fence {
    /// A word of the info string and its place in the file.
    struct Word {
        let text: String
        let offsets: Range<Int>
    }

    let character: UInt8
    /// The number of backticks or tildes.
    let length: Int
    /// The columns of blanks before it.
    let indent: Int
    let words: [Word]

    /// The fence that stands at a line behind the prefixes of `containers`, or `nil` where the block is
    /// indented code.
    init?(_ text: SourceText, line: Int, containers: [Container]) {
        var cursor = LineCursor(text, line: line)
        cursor.skipPrefixes(of: containers, line: line)
        let indent = cursor.indent
        cursor.skipBlanks()
        guard indent <= 3, let character = cursor.byte,
            character == .backtick || character == UInt8(ascii: "~")
        else {
            return nil
        }
        let end = text.trimmedLine(line).upperBound
        let length = text.bytes[cursor.offset..<end].prefix { $0 == character }.count
        guard length >= 3 else { return nil }
        self.character = character
        self.length = length
        self.indent = indent
        words = Self.words(text, cursor.offset + length..<end)
    }

    private static func words(_ text: SourceText, _ offsets: Range<Int>) -> [Word] {
        text.bytes[offsets].split(whereSeparator: \.isBlank).map {
            Word(text: String(decoding: $0, as: UTF8.self), offsets: $0.startIndex..<$0.endIndex)
        }
    }

    /// Whether `other`, a line like an opening fence, closes this one.
    func isClosed(by other: Fence) -> Bool {
        other.character == character && other.length >= length && other.words.isEmpty
    }

    /// Whether `other` looks as if it opened a block of its own inside this one.
    func seemsInterrupted(by other: Fence) -> Bool {
        other.character == character && other.length >= length && !other.words.isEmpty
            && !other.words.contains { $0.text.utf8.contains(.backtick) }
    }
}
