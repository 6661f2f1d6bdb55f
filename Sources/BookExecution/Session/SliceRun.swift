import BookModel
import Foundation

/// Runs the programs of a slice one after the other.
struct SliceRun: Sendable {
    let chapter: Chapter
    /// Everything of the chapter.
    let plan: Plan
    let reading: SyntaxReader.Reading
    let parameters: [String: String]
    let tools: ChapterTools

    /// - Parameters:
    ///   - programs: what of each program of the plan runs, in order.
    ///   - rejections: the cells that must not compile among those of the slice.
    func outcome(of programs: [PlannedProgram], rejections: [PlannedRejection]) async throws(ExecutionError)
        -> SliceOutcome
    {
        var outcome = SliceOutcome()
        for (number, program) in programs.enumerated() where program.pieces.contains(where: \.runs) {
            // What failed in an earlier program keeps the later ones from running.
            guard !outcome.isBlocked else { break }
            try await run(program, number, &outcome)
            guard outcome.unreloadable.isEmpty else { return outcome }
        }
        let check = RejectionCheck(
            chapter: chapter, compiler: tools.compiler, reading: reading, folder: tools.folder.path)
        for rejection in rejections {
            let (result, fault) = try await check.check(rejection, of: plan)
            outcome.results[rejection.cell.id] = result
            if let fault { outcome.diagnostics.append(fault) }
        }
        outcome.requireWarnings(in: chapter)
        if tools.surroundings.confinement == .none { outcome.replace(tools.folder.scratch, by: "/scratch") }
        return outcome
    }

    private func run(_ program: PlannedProgram, _ number: Int, _ outcome: inout SliceOutcome)
        async throws(ExecutionError)
    {
        let preparation = ProgramPreparation(chapter: chapter, reading: reading, tools: tools)
        let prepared = try await preparation.prepare(program)
        outcome.diagnostics += prepared.diagnostics
        let runnable = program.holding(prepared.pieces)
        let options = ProgramWriter.Options(
            parameters: parameters, hasNotes: true, imports: missingImports(of: program, number))
        let build = try await ProgramBuild(
            chapter: chapter, compiler: tools.compiler, syntax: reading.syntax, options: options,
            folder: tools.folder.path
        ).build(runnable, refused: prepared.refused, name: "program-\(number)")
        outcome.unreloadable = build.unreloadable
        guard build.unreloadable.isEmpty else { return }
        outcome.diagnostics += build.diagnostics
        for planned in program.cells {
            let cell = planned.cell.id
            guard
                build.rejected.contains(cell) || prepared.redefining.contains(cell)
                    || !(reading.messages[cell] ?? []).isEmpty
            else { continue }
            outcome.rejected.insert(cell)
            outcome.results[cell] = CellResult(id: cell, status: .failed, reason: "does not compile")
            outcome.isBlocked = true
        }
        if let (text, path) = build.executable {
            try await run(text, path, number, program, &outcome)
        } else if !runnable.pieces.isEmpty, outcome.rejected.isEmpty {
            outcome.isBlocked = true
        }
    }

    private func run(
        _ text: ProgramText, _ path: String, _ number: Int, _ program: PlannedProgram,
        _ outcome: inout SliceOutcome
    ) async throws(ExecutionError) {
        let run = try await tools.run(
            text, path, chapter: chapter, sanitizer: program.sanitizer, name: "run-\(number)")
        let verdict = ProgramVerdict(chapter: chapter, text: text, run: run)
        guard !verdict.hasLostValue else {
            outcome.unreloadable = Set(program.pieces.compactMap(\.reloadedCell))
            return
        }
        outcome.values.merge(verdict.values) { $1 }
        for (value, facts) in verdict.valueFacts { outcome.facts[.value(value)] = facts }
        outcome.diagnostics += verdict.diagnostics
        outcome.openings += verdict.openings.filter { !isOfThisRun($0.path) }
        for result in verdict.cells where result.status != .skipped { outcome.results[result.id] = result }
        let keeping = KeptVariables(
            chapter: chapter, syntax: reading.syntax, folder: tools.folder.kept, store: tools.store)
        for (cell, trace) in verdict.traces {
            outcome.facts[.cell(cell)] = trace.facts
            let kept = try keeping.variables(of: cell, trace)
            outcome.variables[cell] = kept.variables
            guard !kept.faults.isEmpty else { continue }
            outcome.diagnostics += kept.faults
            outcome.results[cell]?.status = .failed
        }
        if !verdict.hasFinished {
            outcome.isBlocked = true
            outcome.endings.append(ending(of: verdict, text))
        }
    }

    /// Whether a path, from the root of the book, lies in the folder of this run: without confinement the program sees
    /// that it is a folder of the store.
    private func isOfThisRun(_ path: String) -> Bool {
        "\(tools.surroundings.root)/\(path)".hasPrefix(tools.folder.path)
    }

    /// The piece that ended a program: the cell that failed, or else the value that has no result.
    private func ending(of verdict: ProgramVerdict, _ text: ProgramText) -> PieceID {
        if let skipped = verdict.cells.firstIndex(where: { $0.status == .skipped }), skipped > 0 {
            let last = verdict.cells[skipped - 1]
            if last.status == .failed { return .cell(last.id) }
        } else if let last = verdict.cells.last, last.status == .failed {
            return .cell(last.id)
        }
        let value = text.valueLines.first { verdict.values[$0.value.id] == nil }?.value.id
        return value.map(PieceID.value) ?? .cell(text.cells.last?.cell.id ?? "")
    }

    /// The imports of the program's cells that do not run: an import holds for the whole program.
    private func missingImports(of program: PlannedProgram, _ number: Int) -> [String] {
        let running = Set(program.cells.map(\.cell.id))
        return plan.programs[number].cells.filter { !running.contains($0.cell.id) }.flatMap { planned in
            reading.syntax[planned.cell.id]?.imports(in: planned.cell.code) ?? []
        }
    }
}

extension SliceOutcome {
    /// Cells that must compile with a warning: it is what they show.
    fileprivate mutating func requireWarnings(in chapter: Chapter) {
        var all = ChapterResults(cells: Array(results.values), diagnostics: diagnostics)
        WarningRequirement.apply(to: &all, of: chapter)
        diagnostics = all.diagnostics
        for result in all.cells { results[result.id] = result }
    }
}

extension PlannedPiece {
    /// Whether it is more than values from the store.
    fileprivate var runs: Bool {
        if case .reloaded = self { false } else { true }
    }

    fileprivate var reloadedCell: Cell.ID? {
        if case .reloaded(let reloaded) = self { reloaded.cell.id } else { nil }
    }
}
