import BookExecution
import BookModel
import BookRendering
import Foundation

/// One build of a book: its chapters run in parallel, then all pages rendered and written.
public struct BookBuild: Sendable {
    public struct Options: Sendable {
        /// The chapters to run, by what people type; all when empty.
        public var chapters: [String] = []
        /// The folder for pages.
        public var output: String
        /// How many chapters run at once.
        public var jobs: Int
        /// Whether every chapter runs, whatever the store holds.
        public var isFresh = false
        /// Whether chapters also run as a whole, to compare.
        public var isVerifying = false
        /// Whether chapters also run in other worlds: optimized, in Swift 5 mode, under sanitizers.
        public var hasMatrix = false

        public init(output: String, jobs: Int = ProcessInfo.processInfo.activeProcessorCount) {
            self.output = output
            self.jobs = jobs
        }
    }

    /// What a build gave.
    public struct Outcome: Sendable {
        public let book: Book
        let known: [String: KnownResults]
        public let diagnostics: [Diagnostic]
        public let sources: [String: SourceFile]
        /// How long each page took that was rendered, by the stem of its chapter.
        public let renderTimes: [String: Duration]
        public let confinement: Confinement
        /// The path of the front page.
        public let frontPage: String

        public var results: [String: ChapterResults] { known.mapValues(\.results) }
    }

    let machine: Machine
    let options: Options
    let progress: Progress

    public init(machine: Machine, options: Options, progress: Progress) {
        self.machine = machine
        self.options = options
        self.progress = progress
    }

    /// Builds the book in `root`.
    ///
    /// Faults of the book are diagnostics of the outcome.
    /// - Throws: `ExecutionError`, `UnknownName`, or an error of rendering or writing.
    public func run(root: String) async throws -> Outcome {
        let beginning = Beginning(root: BookFolder.resolved(root))
        let files = FileHashes(rememberedIn: ResultStore(root: BookFolder.resolved(root)).fileHashes)
        let pages = try await pages(root: root, files, isIncremental: true)
        try SiteWriter.write(pages.site, to: URL(filePath: options.output))
        let outcome = Outcome(
            book: pages.loaded.book, known: pages.known, diagnostics: pages.diagnostics,
            sources: pages.loaded.sources, renderTimes: pages.renderTimes,
            confinement: machine.confinement, frontPage: frontPage)
        try remember(outcome, pages.loaded, pages.site, beginning, files)
        files.save()
        return outcome
    }

    /// A book whose pages are made and not yet written.
    struct Pages: Sendable {
        let loaded: LoadedBook
        /// The chapters that were asked for.
        let selected: Set<String>
        let known: [String: KnownResults]
        let site: Site
        /// How long each page took that was rendered, by the stem of its chapter.
        let renderTimes: [String: Duration]
        /// All that is wrong in reading order, each thing once.
        let diagnostics: [Diagnostic]

        var results: [String: ChapterResults] { known.mapValues(\.results) }
    }

    /// Runs what must run and renders the pages; writes none.
    ///
    /// - Parameter isIncremental: whether files that an earlier build wrote as they would be now are only named.
    func pages(root: String, _ files: FileHashes, isIncremental: Bool = false) async throws -> Pages {
        let loaded = try LoadedBook(root: root)
        var selected = Set(loaded.book.chapters.map(\.stem))
        if !options.chapters.isEmpty {
            selected = Set(
                try options.chapters.map { try ChapterSelection.chapter($0, in: loaded.book).stem })
        }
        try await machine.prepareModules(progress)
        let renderer = try SiteRenderer(tools: machine.renderingTools(root: loaded.root))
        if options.hasMatrix { BuildMatrix.missing(on: machine).forEach(progress.say) }
        progress.expect(selected.count)
        // Only now, since the modules may have been built anew.
        let identities = try machine.identities(root: loaded.root)
        let memory = ResultMemory(root: loaded.root, identities: identities, files)
        let known = try await run(loaded, selected, renderer, files, memory)
        progress.clear()

        var times: [String: Duration] = [:]
        let site = try renderer.render(
            loaded.book, results: known,
            memory: isIncremental ? pageMemory(root: loaded.root, identities, files) : nil
        ) { times[$0] = $1 }
        for notice in site.notices { progress.say(notice) }
        let all =
            loaded.diagnostics + known.values.flatMap(\.diagnostics) + loaded.unknown(site.diagnostics)
        var seen: Set<Diagnostic> = []
        return Pages(
            loaded: loaded, selected: selected, known: known, site: site, renderTimes: times,
            diagnostics: all.filter { seen.insert($0).inserted }.sorted(by: Diagnostic.isInReadingOrder))
    }

    /// Runs what must run, with what the last build tells: which cells will need the converter of figures, and how much
    /// memory chapters take.
    private func run(
        _ loaded: LoadedBook, _ selected: Set<String>, _ renderer: SiteRenderer, _ files: FileHashes,
        _ memory: ResultMemory
    ) async throws -> [String: KnownResults] {
        var executor = try machine.executor(for: loaded, progress, files) { progress.started($1, of: $0) }
        let store = executor.store
        var history = ChapterHistory(rememberedIn: store.history)
        executor.cellsWillRun = { [history] chapter, cells in
            if history.showsFigure(cells, of: chapter.stem) { renderer.prepareFigures() }
        }
        let limit = ProgramLimits().memory
        let items = loaded.book.chapters.map { chapter in
            ChapterQueue.Item(chapter: chapter, memory: history.memory(for: chapter, limit: limit))
        }
        let ended = try await run(
            ChapterQueue(items, jobs: options.jobs), of: loaded, selected, executor, memory)
        let results = ended.compactMapValues(\.executed)
        history.update(results)
        history.save(to: store.history)
        store.removeLeftovers()
        if results.values.contains(where: { $0.cells.contains { $0.status == .ran } }) {
            store.shrink(to: loaded.book.configuration.storeLimit)
        }
        return ended.mapValues(\.known)
    }

    private func run(
        _ queue: ChapterQueue, of loaded: LoadedBook, _ selected: Set<String>, _ executor: ChapterExecutor,
        _ memory: ResultMemory
    ) async throws -> [String: EndedChapter] {
        var queue = queue
        return try await withThrowingTaskGroup(of: (String, EndedChapter).self) { group in
            func startNext() {
                while let chapter = queue.next() {
                    group.addTask {
                        (
                            chapter.stem,
                            try await self.ended(chapter, in: loaded, selected, executor, memory)
                        )
                    }
                }
            }
            startNext()
            var results: [String: EndedChapter] = [:]
            while let (stem, result) = try await group.next() {
                results[stem] = result
                queue.ended(stem)
                startNext()
            }
            return results
        }
    }

    /// A chapter of which all is known that a build needs.
    private struct EndedChapter: Sendable {
        let known: KnownResults
        /// `nil` when nothing changed that the chapter may depend on, so that nobody looked at its cells.
        let executed: ChapterResults?
    }

    private func ended(
        _ chapter: Chapter, in loaded: LoadedBook, _ selected: Set<String>, _ executor: ChapterExecutor,
        _ memory: ResultMemory
    ) async throws -> EndedChapter {
        let hasFaults = loaded.diagnostics.contains { $0.file == chapter.file }
        let key = hasFaults ? nil : memory.key(of: chapter)
        let isAsked = options.isFresh || options.isVerifying || options.hasMatrix
        if !isAsked, let key, let known = memory.results(of: chapter, under: key) {
            if selected.contains(chapter.stem) { progress.unchanged(chapter) }
            return EndedChapter(known: known, executed: nil)
        }
        let results = try await results(of: chapter, in: loaded, selected, executor)
        if let key { memory.keep(results, of: chapter, under: key) }
        return EndedChapter(known: KnownResults(results), executed: results)
    }

    /// The results of a chapter, with what is wrong in its file, so that the page says it too.
    private func results(
        of chapter: Chapter, in loaded: LoadedBook, _ selected: Set<String>, _ executor: ChapterExecutor
    ) async throws -> ChapterResults {
        var results = try await ownResults(of: chapter, in: loaded, selected, executor)
        let known = Set(results.diagnostics)
        results.diagnostics += loaded.diagnostics.filter { $0.file == chapter.file && !known.contains($0) }
        return results
    }

    private func ownResults(
        of chapter: Chapter, in loaded: LoadedBook, _ selected: Set<String>, _ executor: ChapterExecutor
    ) async throws -> ChapterResults {
        let faults = loaded.blockingFaults(of: chapter)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        guard selected.contains(chapter.stem) else { return try await executor.storedResults(of: chapter) }
        var request = ChapterExecutor.Request()
        request.usesStore = !options.isFresh
        let start = ContinuousClock.now
        var results = try await executor.execute(chapter, request)
        progress.finished(chapter, results, after: ContinuousClock.now - start)
        if options.isVerifying {
            progress.say("\(chapter.file): running it as a whole, to compare")
            results.diagnostics += try await BuildVerification(executor: executor).faults(
                of: results, chapter)
        }
        if options.hasMatrix {
            let matrix = BuildMatrix(executor: executor, machine: machine, progress: progress)
            results.diagnostics += try await matrix.differences(of: results, chapter)
        }
        return results
    }
}

extension Machine {
    func executor(
        for loaded: LoadedBook, _ progress: Progress, _ files: FileHashes? = nil,
        cellStarted: @escaping @Sendable (Chapter, Cell) -> Void = { _, _ in }
    ) throws(ExecutionError) -> ChapterExecutor {
        try ChapterExecutor(
            ChapterExecutor.Surroundings(
                installation: installation, toolchain: toolchain, confinement: confinement, root: loaded.root,
                configuration: loaded.book.configuration, files: files), say: progress.say,
            cellStarted: cellStarted)
    }

    /// Whether the modules that chapters import are up to date with their sources.
    func hasCurrentModules() throws(ExecutionError) -> Bool {
        try ModuleBuild(installation: installation, toolchain: toolchain).areCurrent()
    }

    /// Brings the modules that chapters import up to date with their sources.
    func prepareModules(_ progress: Progress) async throws(ExecutionError) {
        try await ModuleBuild(installation: installation, toolchain: toolchain).update {
            progress.say($0)
        }
        try installation.check()
    }
}
