import BookModel

/// Checks the cells that must not compile.
struct RejectionCheck: Sendable {
    let chapter: Chapter
    let compiler: SwiftCompiler
    let reading: SyntaxReader.Reading
    let folder: String

    /// The result of a cell that must not compile: its required failure is the first message of the compiler in it.
    func check(_ rejection: PlannedRejection, of plan: Plan) async throws(ExecutionError)
        -> (result: CellResult, fault: Diagnostic?)
    {
        let cell = rejection.cell
        let failure = try await failure(of: rejection, in: plan)
        var result = CellResult(id: cell.id, status: .ran, reason: "must not compile")
        result.requiredFailure = failure
        let fault = Requirement.fault(of: cell, file: chapter.file, must: "fail to compile", failure: failure)
        if fault != nil { result.status = .failed }
        return (result, fault)
    }

    private func failure(of rejection: PlannedRejection, in plan: Plan) async throws(ExecutionError)
        -> String?
    {
        let cell = rejection.cell
        if let messages = reading.messages[cell.id], !messages.isEmpty {
            return messages.filter { $0.severity == .error }.map(\.text).joined(separator: "\n")
        }
        let program = plan.programs[rejection.program]
        let planned = PlannedCell(
            cell: cell, role: .shared, timeLimit: 0, memoryLimit: 0, reason: "must not compile")
        // Values in prose need nothing of this cell, and it needs nothing of them.
        let before = program.pieces.prefix(rejection.piecesBefore).filter { piece in
            guard case .cell(let planned) = piece else { return false }
            return reading.syntax[planned.cell.id] != nil
        }
        let text = ProgramWriter.write(before + [.cell(planned)], file: chapter.file, syntax: reading.syntax)
        let output = try await compiler.check(
            text, language: program.language, in: folder, name: "rejection-\(cell.codeLine)")
        let messages = output.messages.filter { message in
            message.severity == .error && message.file == chapter.file
                && chapter.cell(atLine: message.position.line)?.id == cell.id
        }
        return messages.isEmpty ? nil : messages.map(\.text).joined(separator: "\n")
    }
}
