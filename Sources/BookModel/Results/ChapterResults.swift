/// What a chapter gave: one result a cell, the values in its prose, and what people must know.
public struct ChapterResults: Hashable, Sendable, Codable {
    /// One result for each cell of the chapter, in order.
    public var cells: [CellResult]
    /// The values in prose by their number; those that were not computed are missing.
    public var values: [InlineValue.ID: MIMEBundle]
    public var diagnostics: [Diagnostic]
    /// What one must paste elsewhere to run a cell; empty when that is not known.
    public var code: CodeToRun

    public init(
        cells: [CellResult], values: [InlineValue.ID: MIMEBundle] = [:], diagnostics: [Diagnostic] = [],
        code: CodeToRun = CodeToRun()
    ) {
        self.cells = cells
        self.values = values
        self.diagnostics = diagnostics
        self.code = code
    }

    public func result(of cell: Cell.ID) -> CellResult? {
        cells.first { $0.id == cell }
    }
}
