import BookModel

/// One run of one chapter: syntax, then its programs one after the other, beside them the cells that must not compile.
struct ChapterRun: Sendable {
    let chapter: Chapter
    let plan: Plan
    let parameters: [String: String]
    let surroundings: ChapterExecutor.Surroundings
    let folder: WorkFolder
    let cellStarted: @Sendable (Chapter, Cell) -> Void

    private var compiler: SwiftCompiler {
        SwiftCompiler(
            toolchain: surroundings.toolchain, installation: surroundings.installation,
            environment: CompilerEnvironment.make(temporaryFolder: folder.path),
            commands: DirectCommandStore(folder: surroundings.installation.compilerCommands))
    }

    func results() async throws(ExecutionError) -> ChapterResults {
        let reading = try await SyntaxReader(compiler: compiler, folder: folder.path).read(plannedCells)
        let faults = unsettableParameters(reading)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        var results = ChapterResults(cells: [], diagnostics: syntaxFaults(reading))
        // What failed first, in words: after it nothing runs.
        var blocked: String?
        for (number, program) in plan.programs.enumerated() {
            try await run(program, number, reading, &results, &blocked)
        }
        for rejection in plan.rejections {
            let (result, fault) = try await rejectionCheck(reading).check(rejection, of: plan)
            results.cells.append(result)
            if let fault { results.diagnostics.append(fault) }
        }
        let order = Dictionary(uniqueKeysWithValues: plannedCells.enumerated().map { ($1.id, $0) })
        results.cells.sort { order[$0.id] ?? 0 < order[$1.id] ?? 0 }
        WarningRequirement.apply(to: &results, of: chapter)
        results.diagnostics.sort(by: Diagnostic.isInReadingOrder)
        return results
    }

    /// The diagnostics of the compiler, without running anything.
    func check() async throws(ExecutionError) -> [Diagnostic] {
        let reading = try await SyntaxReader(compiler: compiler, folder: folder.path).read(plannedCells)
        var results = ChapterResults(cells: [], diagnostics: syntaxFaults(reading))
        for (number, program) in plan.programs.enumerated() {
            let prepared = try await prepare(program, reading)
            results.diagnostics += prepared.diagnostics
            let text = ProgramWriter.write(prepared.pieces, file: chapter.file, syntax: reading.syntax)
            let output = try await compiler.check(
                text, language: program.language, in: folder.path, name: "check-\(number)")
            let diagnostics = CompilerReading(output, text: text, chapter: chapter)
            results.diagnostics += diagnostics.diagnostics
            if !output.succeeded, diagnostics.cells.isEmpty, diagnostics.values.isEmpty {
                results.diagnostics.append(diagnostics.internalFault)
            }
            results.cells += program.cells.map { CellResult(id: $0.cell.id, status: .ran, reason: "checked") }
        }
        for rejection in plan.rejections {
            if let fault = try await rejectionCheck(reading).check(rejection, of: plan).fault {
                results.diagnostics.append(fault)
            }
        }
        if results.diagnostics.allSatisfy({ $0.severity != .error }) {
            WarningRequirement.apply(to: &results, of: chapter)
        }
        return results.diagnostics.sorted(by: Diagnostic.isInReadingOrder)
    }

    // MARK: - Programs

    private func run(
        _ program: PlannedProgram, _ number: Int, _ reading: SyntaxReader.Reading,
        _ results: inout ChapterResults,
        _ blocked: inout String?
    ) async throws(ExecutionError) {
        let prepared = try await prepare(program, reading)
        results.diagnostics += prepared.diagnostics
        let runnable = PlannedProgram(
            pieces: prepared.pieces, language: program.language, isOptimized: program.isOptimized)
        let build = ProgramBuild(
            chapter: chapter, compiler: compiler, syntax: reading.syntax, parameters: parameters,
            folder: folder.path)
        var outcome = ProgramBuild.Outcome()
        if blocked == nil {
            outcome = try await build.build(runnable, refused: prepared.refused, name: "program-\(number)")
        }
        results.diagnostics += outcome.diagnostics
        var done: [Cell.ID: CellResult] = [:]
        if let (text, path) = outcome.executable {
            let verdict = ProgramVerdict(chapter: chapter, text: text, run: try await run(text, path, number))
            for cell in verdict.cells { done[cell.id] = cell }
            results.values.merge(verdict.values) { $1 }
            results.diagnostics += verdict.diagnostics
            if !verdict.hasFinished {
                let failed = verdict.cells.first { $0.status == .failed }?.id
                blocked = blocked ?? failed.map { "cell \($0)" } ?? "a value in the prose"
            }
        }
        func isRejected(_ cell: Cell.ID) -> Bool {
            outcome.rejected.contains(cell) || !(reading.messages[cell] ?? []).isEmpty
        }
        let rejected = program.cells.map(\.cell.id).first(where: isRejected)
        for planned in program.cells {
            let cell = planned.cell.id
            if isRejected(cell) {
                blocked = blocked ?? "cell \(cell)"
                results.cells.append(CellResult(id: cell, status: .failed, reason: "does not compile"))
            } else {
                let reason =
                    blocked.map { "\($0) before it failed" }
                    ?? rejected.map { "cell \($0) does not compile" } ?? "the program does not build"
                results.cells.append(done[cell] ?? CellResult(id: cell, status: .skipped, reason: reason))
            }
        }
    }

    private func run(_ text: ProgramText, _ path: String, _ number: Int) async throws(ExecutionError)
        -> ProgramRun
    {
        let sandbox = Sandbox(
            confinement: surroundings.confinement, toolchain: surroundings.toolchain,
            installation: surroundings.installation, root: surroundings.root, inputs: plan.inputs,
            scratch: folder.scratch,
            crashes: folder.crashes)
        let runner = ProgramRunner(
            sandbox: sandbox, folder: folder.path, outputLimit: surroundings.outputLimit
        ) { number in
            if text.cells.indices.contains(number) { cellStarted(chapter, text.cells[number].cell) }
        }
        return try await runner.run(path, cells: text.cells, name: "run-\(number)")
    }

    /// What of a program can be compiled.
    private struct PreparedProgram {
        var pieces: [PlannedPiece]
        var diagnostics: [Diagnostic] = []
        /// The cells that use a variable too early.
        var refused: Set<Cell.ID> = []
    }

    /// The pieces of a program in front of its first cell with a syntax error, and those of them that must not run.
    private func prepare(_ program: PlannedProgram, _ reading: SyntaxReader.Reading)
        async throws(ExecutionError)
        -> PreparedProgram
    {
        var prepared = PreparedProgram(pieces: [])
        for piece in program.pieces {
            if case .cell(let planned) = piece, reading.syntax[planned.cell.id] == nil { break }
            prepared.pieces.append(piece)
        }
        let order = DefinitionOrder(
            chapter: chapter, compiler: compiler, syntax: reading.syntax, folder: folder.path)
        for fault in try await order.faults(in: prepared.pieces, language: program.language) {
            prepared.diagnostics.append(fault.diagnostic)
            switch fault.piece {
            case .cell(let planned): prepared.refused.insert(planned.cell.id)
            case .value: prepared.pieces.removeAll { $0 == fault.piece }
            }
        }
        return prepared
    }

    // MARK: - Syntax

    private var plannedCells: [Cell] {
        let planned = Set(plan.programs.flatMap { $0.cells.map(\.cell.id) } + plan.rejections.map(\.cell.id))
        return chapter.cells.filter { planned.contains($0.id) }
    }

    private func syntaxFaults(_ reading: SyntaxReader.Reading) -> [Diagnostic] {
        plannedCells.filter { !$0.flags.contains(.fails) }.flatMap { cell in
            (reading.messages[cell.id] ?? []).reduce(into: [Diagnostic]()) { faults, message in
                let range = chapter.source.range(ofWordAt: message.position)
                if message.severity == .error {
                    faults.append(
                        Diagnostic(
                            .error, "swift", file: chapter.file, range: range, message.text, cell: cell.id))
                } else if let last = faults.indices.last {
                    faults[last].notes.append(Diagnostic.Note(message.text, file: chapter.file, range: range))
                }
            }
        }
    }

    /// Parameters whose value is not one literal on one line, which is all that `--set` can replace.
    private func unsettableParameters(_ reading: SyntaxReader.Reading) -> [Diagnostic] {
        let cells = plannedCells.filter { $0.flags.contains(.parameters) }
        let settable = cells.flatMap { cell in
            (reading.syntax[cell.id]?.statements ?? []).compactMap(\.constant)
                .filter { CellText(cell).literal(of: $0) != nil }.map(\.name)
        }
        return parameters.keys.sorted().filter { !settable.contains($0) }.map { name in
            Diagnostic(
                .error, "parameter-value", file: chapter.file,
                range: cells.first { $0.code.contains(name) }.map { Requirement.fence(of: $0) },
                "the parameter '\(name)' cannot be set: its value is not a number, a truth value or a string",
                repairs: ["write it on a line of its own: `let \(name) = 3`"])
        }
    }

    private func rejectionCheck(_ reading: SyntaxReader.Reading) -> RejectionCheck {
        RejectionCheck(chapter: chapter, compiler: compiler, reading: reading, folder: folder.path)
    }
}
