import BookExecution
import BookModel
import BookRendering

/// Parses and type-checks chapters without running them.
public struct BookChecking: Sendable {
    public struct Outcome: Sendable {
        /// `3 chapters`.
        public let count: String
        public let diagnostics: [Diagnostic]
        public let sources: [String: SourceFile]
    }

    let machine: Machine
    let progress: Progress

    public init(machine: Machine, progress: Progress) {
        self.machine = machine
        self.progress = progress
    }

    /// - Parameter words: the chapters, by what people type; all when empty.
    /// - Throws: `ExecutionError` or `UnknownName`.
    public func run(chapters words: [String], root: String) async throws -> Outcome {
        let loaded = try LoadedBook(root: root)
        let chapters =
            words.isEmpty
            ? loaded.book.chapters : try words.map { try ChapterSelection.chapter($0, in: loaded.book) }
        try await machine.prepareModules(progress)
        let executor = try machine.executor(for: loaded, progress)
        let files = Set(chapters.map(\.file))
        var diagnostics = loaded.diagnostics.filter { diagnostic in
            words.isEmpty || diagnostic.file.map(files.contains) ?? true
        }
        for chapter in chapters where loaded.blockingFaults(of: chapter).isEmpty {
            progress.say("checking \(chapter.file)")
            diagnostics += try await executor.check(chapter)
        }
        diagnostics += pageFaults(of: loaded).filter { diagnostic in
            words.isEmpty || diagnostic.file.map(files.contains) ?? true
        }
        return Outcome(
            count: Progress.count(chapters.count, "chapter"),
            diagnostics: diagnostics.sorted(by: Diagnostic.isInReadingOrder), sources: loaded.sources)
    }

    /// What only making the pages finds, without results: formulas and pictures.
    private func pageFaults(of loaded: LoadedBook) -> [Diagnostic] {
        do throws(RenderingError) {
            let renderer = try SiteRenderer(tools: machine.renderingTools(root: loaded.root))
            return loaded.unknown(try renderer.render(loaded.book, results: [:]).diagnostics)
        } catch {
            progress.say("formulas and pictures are not checked: \(error)")
            return []
        }
    }
}
