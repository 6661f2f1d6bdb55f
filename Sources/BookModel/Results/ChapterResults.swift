/// What a chapter gave: one result a cell, the values in its prose, and what people must know.
public struct ChapterResults: Hashable, Sendable, Codable {
    /// One result for each cell of the chapter, in order.
    public var cells: [CellResult]
    /// The values in prose by their number; those that were not computed are missing.
    public var values: [InlineValue.ID: MIMEBundle]
    public var diagnostics: [Diagnostic]

    public init(
        cells: [CellResult], values: [InlineValue.ID: MIMEBundle] = [:], diagnostics: [Diagnostic] = []
    ) {
        self.cells = cells
        self.values = values
        self.diagnostics = diagnostics
    }

    public func result(of cell: Cell.ID) -> CellResult? {
        cells.first { $0.id == cell }
    }
}
