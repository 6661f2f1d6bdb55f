import BookModel

/// Reads the syntax of cells, of which the store knows those that an earlier build read.
struct SyntaxCache: Sendable {
    let store: ResultStore
    /// The identity of the compiler whose parser reads.
    let toolchain: String

    let language: LanguageMode

    /// What the store knows of cells.
    func known(_ cells: [Cell]) -> [Cell.ID: CellSyntax] {
        var syntax: [Cell.ID: CellSyntax] = [:]
        for cell in cells { syntax[cell.id] = store.syntax(under: key(of: cell)) }
        return syntax
    }

    /// Reads cells that the store does not know, and stores what they hold.
    func read(_ cells: [Cell], with reader: SyntaxReader) async throws(ExecutionError) -> SyntaxReader.Reading
    {
        let reading = try await reader.read(cells)
        for cell in cells {
            if let syntax = reading.syntax[cell.id] { try store.keep(syntax, under: key(of: cell)) }
        }
        return reading
    }

    private func key(of cell: Cell) -> String {
        var hash = ContentHash()
        hash.add("format", ResultStore.format)
        hash.add("toolchain", toolchain)
        hash.add("language", language.rawValue)
        hash.add("code", cell.code)
        return hash.hex
    }
}
