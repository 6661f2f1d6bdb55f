/// A file that people wrote, with its text in lines: what diagnostics quote.
public struct SourceFile: Hashable, Sendable {
    /// The path that people see, relative to the root of the book: `Chapters/08-clwe.md`.
    public let path: String
    /// The text with line feeds only and without a byte order mark.
    public let text: String
    /// The lines of `text`, without their line feeds.
    public let lines: [String]

    public init(path: String, text: String) {
        self.path = path
        self.text = text
        let lineFeed = UInt8(ascii: "\n")
        lines = text.utf8.split(separator: lineFeed, omittingEmptySubsequences: false).map {
            String(Substring($0))
        }
    }

    /// The text of line `number`, counted from 1, or `nil` past the end.
    public func line(_ number: Int) -> String? {
        lines.indices.contains(number - 1) ? lines[number - 1] : nil
    }
}
