import BookModel

/// What the runs of one chapter work with: the compiler, a folder for what they leave, the sandbox, the store.
struct ChapterTools: Sendable {
    let surroundings: ChapterExecutor.Surroundings
    let store: ResultStore
    let folder: WorkFolder
    let cellStarted: @Sendable (Chapter, Cell) -> Void

    var compiler: SwiftCompiler {
        SwiftCompiler(
            toolchain: surroundings.toolchain, installation: surroundings.installation,
            environment: CompilerEnvironment.make(temporaryFolder: folder.path),
            commands: DirectCommandStore(folder: surroundings.installation.compilerCommands))
    }

    func syntaxReader(_ plan: Plan) -> SyntaxReader {
        SyntaxReader(compiler: compiler, language: plan.language, folder: folder.path)
    }

    /// What the sandbox forbids a sanitizer, it must not try.
    private static func settings(of sanitizer: ProgramWorld.Sanitizer) -> [String: String] {
        switch sanitizer {
        // It would attach to the program to look for what was not freed.
        case .address: ["ASAN_OPTIONS": "detect_leaks=0"]
        // What it found stands in the output of the cell; the end of the program is not the last cell's fault.
        case .thread: ["TSAN_OPTIONS": "exitcode=0"]
        }
    }

    /// Runs a program in the sandbox.
    func run(
        _ text: ProgramText, _ path: String, chapter: Chapter, sanitizer: ProgramWorld.Sanitizer?,
        name: String
    )
        async throws(ExecutionError) -> ProgramRun
    {
        var sandbox = Sandbox(
            confinement: surroundings.confinement, toolchain: surroundings.toolchain,
            installation: surroundings.installation, root: surroundings.root,
            inputs: Set(chapter.cells.flatMap(\.options.inputs).map(BookPath.normalized)).sorted(),
            scratch: folder.scratch, crashes: folder.crashes, kept: folder.kept, limits: surroundings.limits)
        if let sanitizer { sandbox.settings = Self.settings(of: sanitizer) }
        let runner = ProgramRunner(
            sandbox: sandbox, folder: folder.path, limits: surroundings.limits,
            variables: EnvironmentNames.variables(of: chapter)
        ) { number in
            if text.cells.indices.contains(number) { cellStarted(chapter, text.cells[number].cell) }
        }
        return try await runner.run(path, cells: text.cells, name: name)
    }
}
