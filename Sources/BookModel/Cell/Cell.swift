/// A fence of Swift code that is compiled and run.
public struct Cell: Hashable, Sendable, Identifiable {
    /// The name of a cell within its chapter: its label, or `cell-3` for the third cell without one.
    public typealias ID = String

    public let id: ID
    /// The fence, from its first byte to its last.
    public let range: SourceRange
    /// The words after `swift` in the fence.
    public let flags: Set<CellFlag>
    public let options: CellOptions
    /// The text between the fences, without the last line feed; option lines are kept, they are comments.
    public let code: String
    /// The line of the first line of `code`.
    public let codeLine: Int
    /// The number of lines at the top of `code` that hold options and are not shown.
    public let optionLineCount: Int

    public init(
        id: ID, range: SourceRange, flags: Set<CellFlag>, options: CellOptions, code: String, codeLine: Int,
        optionLineCount: Int
    ) {
        self.id = id
        self.range = range
        self.flags = flags
        self.options = options
        self.code = code
        self.codeLine = codeLine
        self.optionLineCount = optionLineCount
    }

    /// The line of the first line of `shownCode`.
    public var shownLine: Int { codeLine + optionLineCount }

    /// The code that readers see: without the lines of options.
    public var shownCode: String {
        code.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(optionLineCount)
            .joined(separator: "\n")
    }
}
