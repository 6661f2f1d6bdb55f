import BookModel

/// Compiles a program as far as it goes: where cells do not compile, those before them still run.
struct ProgramBuild: Sendable {
    let chapter: Chapter
    let compiler: SwiftCompiler
    let syntax: [Cell.ID: CellSyntax]
    let options: ProgramWriter.Options
    let folder: String

    struct Outcome: Sendable {
        /// The program that runs, and its executable; `nil` when not even the first cell compiles.
        var executable: (text: ProgramText, path: String)?
        var diagnostics: [Diagnostic] = []
        /// The cells that the compiler rejects.
        var rejected: Set<Cell.ID> = []
        /// The cells whose stored variables the compiler does not take: they must run.
        var unreloadable: Set<Cell.ID> = []
    }

    /// - Parameters:
    ///   - refused: cells that must not run whatever the compiler says: those before the first of them do.
    ///   - name: the name of the executable within the folder.
    func build(_ program: PlannedProgram, refused: Set<Cell.ID>, name: String) async throws(ExecutionError)
        -> Outcome
    {
        var outcome = Outcome()
        var pieces = program.pieces
        var options = options
        var attempt = 0
        while !pieces.isEmpty {
            let text = ProgramWriter.write(pieces, file: chapter.file, syntax: syntax, options: options)
            let path = "\(name)-\(attempt)"
            let output = try await compiler.build(text, of: program, in: folder, name: path)
            let reading = CompilerReading(output, text: text, chapter: chapter)
            // Errors of a shortened program only say that something needs what was left out.
            if attempt == 0 { outcome.diagnostics = reading.diagnostics }
            if output.succeeded, attempt > 0 || refused.isEmpty {
                outcome.executable = (text, "\(folder)/\(path)")
                return outcome
            }
            if !output.succeeded, !reading.unreloadable.isEmpty {
                outcome.unreloadable = reading.unreloadable
                return outcome
            }
            if !output.succeeded, reading.cells.isEmpty, reading.values.isEmpty, options.hasNotes {
                // A variable of a kind that cannot be told about: nothing is then known of any.
                options.hasNotes = false
                continue
            }
            let rejected = reading.cells.union(refused)
            let shorter = Self.without(rejected, reading.values, pieces)
            if attempt == 0 { outcome.rejected = rejected }
            guard shorter.count < pieces.count else {
                outcome.diagnostics.append(reading.internalFault)
                return outcome
            }
            pieces = shorter
            attempt += 1
        }
        return outcome
    }

    /// The pieces in front of the first cell with an error, without the values that have one.
    private static func without(
        _ cells: Set<Cell.ID>, _ values: Set<InlineValue.ID>, _ pieces: [PlannedPiece]
    ) -> [PlannedPiece] {
        var kept: [PlannedPiece] = []
        for piece in pieces {
            switch piece {
            case .cell(let planned):
                if cells.contains(planned.cell.id) { return kept }
                kept.append(piece)
            case .value(let value):
                if !values.contains(value.id) { kept.append(piece) }
            case .reloaded: kept.append(piece)
            }
        }
        return kept
    }
}
