import BookModel

/// Finds what of a program can be compiled: the pieces in front of its first syntax error and of the first cell that
/// defines a name again, without early uses.
struct ProgramPreparation: Sendable {
    let chapter: Chapter
    let reading: SyntaxReader.Reading
    let tools: ChapterTools

    struct Prepared: Sendable {
        var pieces: [PlannedPiece] = []
        var diagnostics: [Diagnostic] = []
        /// The cells that use a variable too early.
        var refused: Set<Cell.ID> = []
        /// The cells that define a name again.
        var redefining: Set<Cell.ID> = []
    }

    func prepare(_ program: PlannedProgram) async throws(ExecutionError) -> Prepared {
        var prepared = Prepared()
        let redefinitions = Redefinitions(of: program, in: chapter, syntax: reading.syntax)
        prepared.diagnostics = redefinitions.diagnostics
        prepared.redefining = redefinitions.cells
        for piece in program.pieces {
            if case .cell(let planned) = piece,
                reading.syntax[planned.cell.id] == nil || redefinitions.cells.contains(planned.cell.id)
            {
                break
            }
            prepared.pieces.append(piece)
        }
        let order = DefinitionOrder(
            chapter: chapter, compiler: tools.compiler, syntax: reading.syntax, folder: tools.folder.path)
        for fault in try await order.faults(in: prepared.pieces, language: program.language) {
            prepared.diagnostics.append(fault.diagnostic)
            switch fault.piece {
            case .cell(let planned): prepared.refused.insert(planned.cell.id)
            case .value, .reloaded: prepared.pieces.removeAll { $0 == fault.piece }
            }
        }
        return prepared
    }
}
