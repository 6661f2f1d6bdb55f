import BookExecution
import BookModel

/// Runs one chapter, or one cell and what it needs, for the terminal.
public struct ChapterRunning: Sendable {
    /// What the run gave.
    public struct Outcome: Sendable {
        /// The results as text.
        public let text: String
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
    ///   - word: the chapter, and after `#` the cell.
    ///   - parameters: literals for the constants of parameter cells.
    /// - Throws: `ExecutionError` or `UnknownName`.
    public func run(_ word: String, parameters: [String: String], root: String) async throws -> Outcome {
        let loaded = try LoadedBook(root: root)
        let parts = word.split(separator: "#", maxSplits: 1).map(String.init)
        let chapter = try ChapterSelection.chapter(parts.first ?? "", in: loaded.book)
        let cell = try parts.count > 1 ? ChapterSelection.cell(parts[1], of: chapter) : nil
        if let fault = ParameterNames.fault(of: parameters, in: chapter) {
            throw UnknownName(description: fault)
        }
        try await machine.prepareModules(progress)

        let faults = loaded.blockingFaults(of: chapter)
        var results = ChapterResults.skipped(chapter, because: faults)
        if faults.isEmpty {
            var request = ChapterExecutor.Request()
            request.only = cell
            request.parameters = parameters
            // A chapter runs as a whole; for a cell, what it needs may come from the store.
            request.usesStore = cell != nil
            request.isStoring = false
            results = try await machine.executor(for: loaded, progress) { progress.started($1, of: $0) }
                .execute(chapter, request)
            progress.clear()
        }
        let shown = results.cells.filter { cell == nil || $0.id == cell || $0.status == .failed }
        return Outcome(
            text: shown.map { TerminalResults.text(of: $0, in: chapter) }.joined(separator: "\n\n"),
            diagnostics: results.diagnostics, sources: loaded.sources)
    }
}
