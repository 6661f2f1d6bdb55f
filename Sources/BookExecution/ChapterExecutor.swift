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

        public init(
            installation: Installation, toolchain: Toolchain, confinement: Confinement, root: String,
            configuration: BookConfiguration, limits: ProgramLimits = ProgramLimits()
        ) {
            self.installation = installation
            self.toolchain = toolchain
            self.confinement = confinement
            self.root = root
            self.configuration = configuration
            self.limits = limits
        }
    }

    /// What a caller asks of a chapter.
    public struct Request: Sendable {
        /// The last cell that runs; all when `nil`.
        public var last: Cell.ID?
        /// Swift literals that replace those of parameter cells, by name.
        public var parameters: [String: String] = [:]
        /// Whether results of earlier builds may be used.
        public var usesStore = true

        public init() {}
    }

    let surroundings: Surroundings
    let store: ResultStore
    let key: ResultSurroundings
    /// Is told the cell that starts.
    let cellStarted: @Sendable (Chapter, Cell) -> Void

    /// - Throws: `ExecutionError` when the surroundings cannot be read.
    public init(_ surroundings: Surroundings, cellStarted: @escaping @Sendable (Chapter, Cell) -> Void)
        throws(ExecutionError)
    {
        self.surroundings = surroundings
        self.cellStarted = cellStarted
        store = ResultStore(root: surroundings.root)
        key = try ResultSurroundings(
            installation: surroundings.installation, toolchain: surroundings.toolchain,
            confinement: surroundings.confinement)
    }

    /// Runs a chapter, or takes its results from the store when nothing that they depend on changed.
    ///
    /// Faults of the chapter are diagnostics of the results.
    /// - Throws: `ExecutionError` when the engine itself cannot work.
    public func execute(_ chapter: Chapter, _ request: Request = Request()) async throws(ExecutionError)
        -> ChapterResults
    {
        let faults = faultsBeforeRun(of: chapter)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        let plan = plan(chapter, through: request.last)
        let name = try plan.resultKey(
            in: key, parameters: request.parameters, variables: EnvironmentNames.variables(of: chapter),
            root: surroundings.root)
        var results: ChapterResults
        if request.usesStore, request.last == nil, let stored = store.results(under: name, for: chapter) {
            results = stored
        } else {
            results = try await run(plan, of: chapter, request)
            if request.last == nil { try store.keep(results, under: name, of: chapter) }
        }
        judge(&results, chapter)
        return results
    }

    /// What an earlier build gave, if nothing that it depends on changed; otherwise every cell is skipped.
    ///
    /// - Throws: `ExecutionError.cannotRead` for an input of a cell.
    public func storedResults(of chapter: Chapter) throws(ExecutionError) -> ChapterResults {
        let faults = faultsBeforeRun(of: chapter)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        let plan = plan(chapter, through: nil)
        let name = try plan.resultKey(
            in: key, parameters: [:], variables: EnvironmentNames.variables(of: chapter),
            root: surroundings.root)
        guard var results = store.results(under: name, for: chapter) else {
            let reason = "this build was asked for other chapters"
            return ChapterResults(
                cells: chapter.cells.map { CellResult(id: $0.id, status: .skipped, reason: reason) })
        }
        judge(&results, chapter)
        return results
    }

    /// What can be told without the compiler, and keeps a chapter from running.
    private func faultsBeforeRun(of chapter: Chapter) -> [Diagnostic] {
        InputCheck(chapter: chapter, root: surroundings.root).faults + ReservedNames.faults(in: chapter)
    }

    /// What holds whether results are new or stored.
    private func judge(_ results: inout ChapterResults, _ chapter: Chapter) {
        ExpectationCheck.apply(to: &results, of: chapter)
        ClaimCheck.apply(to: &results, of: chapter)
    }

    private func plan(_ chapter: Chapter, through last: Cell.ID?) -> Plan {
        let defaults = Planner.Defaults(
            language: surroundings.configuration.language, timeLimit: surroundings.configuration.timeLimit,
            memoryLimit: surroundings.limits.memory)
        return Planner(defaults: defaults).plan(
            chapter, through: last, reason: "no results are stored for what it depends on now")
    }

    private func run(_ plan: Plan, of chapter: Chapter, _ request: Request) async throws(ExecutionError)
        -> ChapterResults
    {
        let run = ChapterRun(
            chapter: chapter, plan: plan, parameters: request.parameters, surroundings: surroundings,
            folder: try WorkFolder(in: store), cellStarted: cellStarted)
        return try await run.results()
    }

    /// Type-checks a chapter without running it.
    public func check(_ chapter: Chapter) async throws(ExecutionError) -> [Diagnostic] {
        let run = ChapterRun(
            chapter: chapter, plan: plan(chapter, through: nil), parameters: [:], surroundings: surroundings,
            folder: try WorkFolder(in: store), cellStarted: cellStarted)
        return try await ReservedNames.faults(in: chapter) + run.check()
    }
}
