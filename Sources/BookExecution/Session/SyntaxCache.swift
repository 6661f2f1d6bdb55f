import BookModel

/// Reads the syntax of cells, of which the store knows those that an earlier build read.
struct SyntaxCache: Sendable {
    let store: ResultStore
    /// The identity of the compiler whose parser reads.
    let toolchain: String

    func read(_ cells: [Cell], with reader: SyntaxReader) async throws(ExecutionError) -> SyntaxReader.Reading
    {
        var reading = SyntaxReader.Reading()
        var unknown: [Cell] = []
        for cell in cells {
            reading.syntax[cell.id] = store.syntax(under: key(of: cell, reader.language))
            if reading.syntax[cell.id] == nil { unknown.append(cell) }
        }
        let new = try await reader.read(unknown)
        for cell in unknown {
            guard let syntax = new.syntax[cell.id] else { continue }
            try store.keep(syntax, under: key(of: cell, reader.language))
        }
        reading.syntax.merge(new.syntax) { $1 }
        reading.messages = new.messages
        return reading
    }

    private func key(of cell: Cell, _ language: LanguageMode) -> String {
        var hash = ContentHash()
        hash.add("format", ResultStore.format)
        hash.add("toolchain", toolchain)
        hash.add("language", language.rawValue)
        hash.add("code", cell.code)
        return hash.hex
    }
}
