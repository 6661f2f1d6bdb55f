import BookModel

/// Type-checks a chapter without running it.
struct ChapterCheck: Sendable {
    let chapter: Chapter
    let plan: Plan
    let tools: ChapterTools

    func diagnostics() async throws(ExecutionError) -> [Diagnostic] {
        let reading = try await tools.syntaxReader(plan).read(chapter.cells)
        var results = ChapterResults(
            cells: [], diagnostics: SyntaxFaults(chapter: chapter, reading: reading).all)
        let preparation = ProgramPreparation(chapter: chapter, reading: reading, tools: tools)
        for (number, program) in plan.programs.enumerated() {
            let prepared = try await preparation.prepare(program)
            results.diagnostics += prepared.diagnostics
            let text = ProgramWriter.write(prepared.pieces, file: chapter.file, syntax: reading.syntax)
            let output = try await tools.compiler.check(
                text, language: program.language, in: tools.folder.path, name: "check-\(number)")
            let diagnostics = CompilerReading(output, text: text, chapter: chapter)
            results.diagnostics += diagnostics.diagnostics
            if !output.succeeded, diagnostics.cells.isEmpty, diagnostics.values.isEmpty {
                results.diagnostics.append(diagnostics.internalFault)
            }
            results.cells += program.cells.map { CellResult(id: $0.cell.id, status: .ran, reason: "checked") }
        }
        let rejections = RejectionCheck(
            chapter: chapter, compiler: tools.compiler, reading: reading, folder: tools.folder.path)
        for rejection in plan.rejections {
            if let fault = try await rejections.check(rejection, of: plan).fault {
                results.diagnostics.append(fault)
            }
        }
        if results.diagnostics.allSatisfy({ $0.severity != .error }) {
            WarningRequirement.apply(to: &results, of: chapter)
        }
        return results.diagnostics.sorted(by: Diagnostic.isInReadingOrder)
    }
}
