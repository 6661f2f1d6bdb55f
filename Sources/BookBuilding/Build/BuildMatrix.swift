import BookExecution
import BookModel

/// Runs chapters in other worlds, where they should give the same, and says where they do not.
struct BuildMatrix: Sendable {
    let executor: ChapterExecutor
    let machine: Machine
    let progress: Progress

    /// The worlds that this machine has.
    private var worlds: [ProgramWorld] {
        let sanitizers = ProgramWorld.Sanitizer.allCases.filter(machine.toolchain.has)
        return [.optimized, .language(.swift5)] + sanitizers.map(ProgramWorld.sanitized)
    }

    /// Words about the worlds that a machine lacks.
    static func missing(on machine: Machine) -> [String] {
        ProgramWorld.Sanitizer.allCases.filter { !machine.toolchain.has($0) }.map {
            "this toolchain has no \($0.rawValue) sanitizer, so nothing runs under it"
        }
    }

    /// A warning for each cell or value of `chapter` that gives something else in another world.
    func differences(of results: ChapterResults, _ chapter: Chapter) async throws(ExecutionError)
        -> [Diagnostic]
    {
        var diagnostics: [Diagnostic] = []
        for world in worlds {
            progress.say("\(chapter.file): running it \(world.name)")
            var request = ChapterExecutor.Request.apart
            request.world = world
            let there = try await executor.execute(chapter, request)
            let comparison = ResultComparison(results, there, of: chapter)
            diagnostics += comparison.differences.map { difference in
                warning(difference, world, there.diagnostics, chapter)
            }
        }
        return diagnostics
    }

    private func warning(
        _ difference: ResultComparison.Difference, _ world: ProgramWorld, _ faults: [Diagnostic],
        _ chapter: Chapter
    ) -> Diagnostic {
        let subject = difference.cell.map { "the cell \($0)" } ?? "the value"
        // What went wrong there says more than what is missing.
        let fault = faults.first { $0.severity == .error && $0.cell == difference.cell }
        let notes =
            fault.map { [Diagnostic.Note($0.message, file: chapter.file, range: $0.range)] }
            ?? [
                Diagnostic.Note("in this build: \(difference.first)"),
                Diagnostic.Note("\(world.name): \(difference.second)"),
            ]
        return Diagnostic(
            .warning, "other-world", file: chapter.file, range: difference.range,
            "\(subject) gives something else \(world.name)", notes: notes, cell: difference.cell)
    }
}
