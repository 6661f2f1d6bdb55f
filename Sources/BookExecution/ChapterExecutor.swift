import BookModel
import Foundation

/// Runs chapters: from a chapter to its results.
public struct ChapterExecutor: Sendable {
    /// What all chapters of a build share.
    public struct Surroundings: Sendable {
        public var installation: Installation
        public var toolchain: Toolchain
        public var confinement: Confinement
        /// The root of the book.
        public var root: String
        public var configuration: BookConfiguration
        /// What holds where a cell says nothing.
        public var limits: ProgramLimits
        /// The longest time to wait for what the compiler says about the names of a program. What the compiler takes is
        /// limited by processor time: what a page says must not depend on what else the machine does.
        package var longestWaitForNames = Duration.seconds(600)
        /// The hashes of the book's files.
        let files: FileHashes

        package init(
            installation: Installation, toolchain: Toolchain, confinement: Confinement, root: String,
            configuration: BookConfiguration, limits: ProgramLimits = ProgramLimits(),
            files: FileHashes? = nil
        ) {
            self.installation = installation
            self.toolchain = toolchain
            self.confinement = confinement
            self.root = root
            self.configuration = configuration
            self.limits = limits
            self.files = files ?? FileHashes(rememberedIn: ResultStore(root: root).fileHashes)
        }
    }

    /// What a caller asks of a chapter.
    public struct Request: Sendable {
        /// The cell that is wanted, which then runs with what it needs; all cells when `nil`.
        public var only: Cell.ID?
        /// Swift literals that replace those of parameter cells, by name.
        public var parameters: [String: String] = [:]
        /// Whether results of earlier builds may be used.
        public var usesStore = true
        /// Another world in which the programs run.
        public var world: ProgramWorld?
        /// Whether results are stored for later builds.
        public var isStoring = true

        public init() {}

        /// All of a chapter, apart from the store: nothing is taken from it and nothing put in.
        public static var apart: Request {
            var request = Request()
            request.usesStore = false
            request.isStoring = false
            return request
        }
    }

    let surroundings: Surroundings
    public let store: ResultStore
    let shared: ResultSurroundings
    /// Is told the cell that starts.
    let cellStarted: @Sendable (Chapter, Cell) -> Void
    /// Is told which cells of a chapter will run, before they are compiled.
    public var cellsWillRun: @Sendable (Chapter, [Cell.ID]) -> Void = { _, _ in }

    /// - Parameters:
    ///   - say: is told of entries of the store that were damaged.
    /// - Throws: `ExecutionError` when the surroundings cannot be read.
    public init(
        _ surroundings: Surroundings, say: @escaping @Sendable (String) -> Void = { _ in },
        cellStarted: @escaping @Sendable (Chapter, Cell) -> Void
    ) throws(ExecutionError) {
        self.surroundings = surroundings
        self.cellStarted = cellStarted
        store = ResultStore(root: surroundings.root, say: say)
        shared = try ResultSurroundings(
            installation: surroundings.installation, toolchain: surroundings.toolchain,
            confinement: surroundings.confinement, root: surroundings.root,
            showsTypes: surroundings.configuration.showsTypes, store: store, files: surroundings.files)
    }

    /// Runs what must run of a chapter, and takes all else from the store.
    ///
    /// Faults of the chapter are diagnostics of the results.
    /// - Throws: `ExecutionError` when the engine itself cannot work.
    public func execute(_ chapter: Chapter, _ request: Request = Request()) async throws(ExecutionError)
        -> ChapterResults
    {
        let faults = faultsBeforeRun(of: chapter)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        var session = session(chapter, request)
        var results = try await session.run()
        judge(&results, chapter)
        return results
    }

    /// What an earlier build gave of a chapter, if nothing that it depends on changed; otherwise every cell is skipped.
    ///
    /// - Throws: `ExecutionError.cannotRead` for an input of a cell.
    public func storedResults(of chapter: Chapter) async throws(ExecutionError) -> ChapterResults {
        let faults = faultsBeforeRun(of: chapter)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        var session = session(chapter, Request())
        var (results, missing) = try await session.stored()
        guard missing.isEmpty else {
            let reason = "this build was asked for other chapters"
            return ChapterResults(
                cells: chapter.cells.map { CellResult(id: $0.id, status: .skipped, reason: reason) })
        }
        judge(&results, chapter)
        return results
    }

    /// Why the pieces of a chapter would run now, or would not.
    ///
    /// - Throws: `ExecutionError.cannotRead` for an input of a cell.
    public func explain(_ chapter: Chapter) async throws(ExecutionError) -> [CellExplanation] {
        var session = session(chapter, Request())
        return try await session.explanations()
    }

    /// What can be told without the compiler, and keeps a chapter from running.
    private func faultsBeforeRun(of chapter: Chapter) -> [Diagnostic] {
        InputCheck(chapter: chapter, root: surroundings.root).faults + ReservedNames.faults(in: chapter)
    }

    /// What holds whether results are new or stored.
    private func judge(_ results: inout ChapterResults, _ chapter: Chapter) {
        ExpectationCheck(chapter: chapter, root: surroundings.root).apply(to: &results)
        ClaimCheck.apply(to: &results, of: chapter)
    }

    private func session(_ chapter: Chapter, _ request: Request) -> ChapterSession {
        ChapterSession(
            chapter: chapter, plan: request.world.map(plan(chapter).moved) ?? plan(chapter), request: request,
            surroundings: surroundings,
            shared: shared, store: store, cellStarted: cellStarted, cellsWillRun: cellsWillRun)
    }

    private func plan(_ chapter: Chapter) -> Plan {
        let defaults = Planner.Defaults(
            language: surroundings.configuration.language, timeLimit: surroundings.configuration.timeLimit,
            memoryLimit: surroundings.limits.memory)
        return Planner(defaults: defaults).plan(chapter, reason: "it has not run before")
    }

    /// Type-checks a chapter without running it.
    public func check(_ chapter: Chapter) async throws(ExecutionError) -> [Diagnostic] {
        let tools = ChapterTools(
            surroundings: surroundings, store: store, folder: try WorkFolder(in: store),
            cellStarted: cellStarted)
        return try await ReservedNames.faults(in: chapter)
            + ChapterCheck(chapter: chapter, plan: plan(chapter), tools: tools).diagnostics()
    }
}
