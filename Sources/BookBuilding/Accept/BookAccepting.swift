import BookExecution
import BookModel

/// Makes what cells show now what they are expected to show, where the two differ.
public struct BookAccepting: Sendable {
    /// What was accepted.
    public struct Outcome: Sendable {
        public let changes: [AcceptedChange]
        /// The files that were written, or would be, relative to the root.
        public let files: [String]
        /// How many cells show what they are expected to.
        public let holding: Int
        /// What keeps other outputs from being accepted.
        public let diagnostics: [Diagnostic]
        public let sources: [String: SourceFile]
    }

    let machine: Machine
    let progress: Progress

    public init(machine: Machine, progress: Progress) {
        self.machine = machine
        self.progress = progress
    }

    /// - Parameters:
    ///   - words: the chapters, by what people type; all when empty.
    ///   - writes: whether files are changed.
    /// - Throws: `ExecutionError` or `UnknownName`.
    public func run(chapters words: [String], root: String, writes: Bool) async throws -> Outcome {
        let loaded = try LoadedBook(root: root)
        let selected =
            words.isEmpty
            ? loaded.book.chapters : try ChapterSelection.chapters(words, in: loaded.book)
        var findings = Findings()
        try await compare(selected, of: loaded, &findings)
        progress.clear()

        var accepted: [AcceptedOutput] = []
        var files: [FileRevision] = []
        for chapter in selected {
            let outputs = findings.outputs.filter {
                $0.chapter.file == chapter.file && $0.cell.options.expectFile == nil
            }
            guard !outputs.isEmpty else { continue }
            let revision = try ChapterRevision(of: chapter, accepting: outputs, root: loaded.root)
            findings.diagnostics += revision.refusals
            try keep(
                revision.file.map { [$0] } ?? [], revision.accepted, writes, &accepted, &files, &findings)
        }
        let beside = FileAcceptance(
            accepting: findings.outputs.filter { $0.cell.options.expectFile != nil },
            others: findings.held, root: loaded.root)
        findings.diagnostics += beside.refusals
        for file in beside.files {
            let outputs = beside.accepted.filter {
                "Chapters/\($0.cell.options.expectFile ?? "")" == file.path
            }
            try keep([file], outputs, writes, &accepted, &files, &findings)
        }
        return Outcome(
            changes: accepted.map(AcceptedChange.init), files: files.map(\.path), holding: findings.holding,
            diagnostics: findings.diagnostics.sorted(by: Diagnostic.isInReadingOrder), sources: loaded.sources
        )
    }

    /// What comparing gave.
    private struct Findings {
        var outputs: [AcceptedOutput] = []
        var holding = 0
        /// The texts of cells that show what their files say, by the paths of these.
        var held: [String: [String]] = [:]
        var diagnostics: [Diagnostic] = []
    }

    /// Writes files and takes down what was accepted by it.
    private func keep(
        _ revisions: [FileRevision], _ outputs: [AcceptedOutput], _ writes: Bool,
        _ accepted: inout [AcceptedOutput], _ files: inout [FileRevision], _ findings: inout Findings
    ) throws {
        do {
            if writes { for revision in revisions { try revision.write() } }
            files += revisions
            accepted += outputs
        } catch is FileRevision.Changed {
            findings.diagnostics += revisions.map { ChapterRevision.changed($0.path) }
        }
    }

    // MARK: - Comparing

    /// Runs the chapters that expect something, or takes their results from the store, and sorts what they show.
    private func compare(_ chapters: [Chapter], of loaded: LoadedBook, _ findings: inout Findings)
        async throws
    {
        let expecting = chapters.filter { chapter in
            chapter.cells.contains { $0.options.hasExpectation }
        }
        guard !expecting.isEmpty else { return }
        try await machine.prepareModules(progress)
        let executor = try machine.executor(for: loaded, progress) { progress.started($1, of: $0) }
        progress.expect(expecting.count)
        for chapter in expecting {
            let faults = loaded.diagnostics.filter { $0.severity == .error && $0.file == chapter.file }
            guard faults.isEmpty else {
                findings.diagnostics += faults
                continue
            }
            let start = ContinuousClock.now
            let results = try await executor.execute(chapter)
            progress.finished(chapter, results, after: ContinuousClock.now - start)
            sort(results, of: chapter, &findings)
        }
    }

    /// Outputs whose only fault is that they differ are accepted; every other error stays one.
    private func sort(_ results: ChapterResults, of chapter: Chapter, _ findings: inout Findings) {
        let errors = results.diagnostics.filter { $0.severity == .error }
        for cell in chapter.cells where cell.options.hasExpectation {
            guard let result = results.result(of: cell.id) else { continue }
            let own = errors.filter { $0.cell == cell.id }
            let differing = own.first { Self.repaired.contains($0.identifier) }
            if let differing, own.count == 1 {
                findings.outputs.append(
                    AcceptedOutput(
                        chapter: chapter, cell: cell, pieces: result.plainTexts, fault: differing))
            } else if own.isEmpty, [.ran, .cached].contains(result.status) {
                findings.holding += 1
                if let path = cell.options.expectFile {
                    findings.held[path] = ExpectationCheck.lines(of: result.plainText)
                }
            }
        }
        let accepted = Set(findings.outputs.map(\.fault))
        findings.diagnostics += errors.filter { !accepted.contains($0) }
    }

    private static let repaired: Set<String> = [
        ExpectationCheck.Identifier.differs, ExpectationCheck.Identifier.isMissing,
    ]
}
