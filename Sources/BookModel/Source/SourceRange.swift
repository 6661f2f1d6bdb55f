/// A stretch of a chapter's Markdown file, from its first byte to its last, both included.
public struct SourceRange: Hashable, Sendable, Codable {
    public var start: SourcePosition
    public var end: SourcePosition

    public init(start: SourcePosition, end: SourcePosition) {
        self.start = start
        self.end = end
    }

    /// The range that covers one byte.
    public init(at position: SourcePosition) {
        self.init(start: position, end: position)
    }

    /// The range on one line that covers `length` bytes, at least one.
    public init(line: Int, column: Int, length: Int) {
        self.init(
            start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: line, column: column + max(length, 1) - 1))
    }
}

extension SourceRange: CustomStringConvertible {
    public var description: String { "\(start)-\(end)" }
}
