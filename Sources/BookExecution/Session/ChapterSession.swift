import BookModel
import Foundation

/// One build of one chapter: finds which of its pieces have no result in the store, runs those with what they need,
/// and puts old and new results together.
///
/// What a piece depends on is in part known only once it ran: whether a constant holds an object, whether files
/// changed. So a first run may turn out to have held too little; then what was not right is run again with more, and
/// at last the whole chapter, which holds everything.
struct ChapterSession {
    let chapter: Chapter
    let plan: Plan
    let request: ChapterExecutor.Request
    let surroundings: ChapterExecutor.Surroundings
    let shared: ResultSurroundings
    let store: ResultStore
    let cellStarted: @Sendable (Chapter, Cell) -> Void
    let cellsWillRun: @Sendable (Chapter, [Cell.ID]) -> Void

    private var pieces: [ChapterPiece] = []
    private var keys: PieceKeys?
    /// The declared inputs as they were before anything ran.
    private var inputs = InputHashes()
    private var outside = KnownOutside(functions: [], programsWithState: [])
    private var reading = SyntaxReader.Reading()
    private var memory: KeyMemory
    private var facts: [Int: PieceFacts] = [:]
    /// What the store holds of the pieces under the keys that they have now.
    private var entries: [Int: StoredPiece] = [:]
    private var results = SessionResults()
    /// What the compiler said about the names in cells that run.
    private var names: [Cell.ID: CellNames] = [:]
    /// The cells about whose names it was asked.
    private var asked: Set<Cell.ID> = []
    /// Cells that must run although their variables are stored.
    private var unreloadable: Set<Cell.ID> = []

    init(
        chapter: Chapter, plan: Plan, request: ChapterExecutor.Request,
        surroundings: ChapterExecutor.Surroundings, shared: ResultSurroundings, store: ResultStore,
        cellStarted: @escaping @Sendable (Chapter, Cell) -> Void,
        cellsWillRun: @escaping @Sendable (Chapter, [Cell.ID]) -> Void
    ) {
        self.chapter = chapter
        self.plan = plan
        self.request = request
        self.surroundings = surroundings
        self.shared = shared
        self.store = store
        self.cellStarted = cellStarted
        self.cellsWillRun = cellsWillRun
        memory = KeyMemory(of: chapter, in: store)
    }

    private static let mostRounds = 4

    mutating func run() async throws(ExecutionError) -> ChapterResults {
        try await readSyntax()
        let faults = ParameterCheck(chapter: chapter, reading: reading).faults(request.parameters)
        guard faults.isEmpty else { return ChapterResults.skipped(chapter, because: faults) }
        results.diagnostics = SyntaxFaults(chapter: chapter, reading: reading).all
        var graph = lookUp()
        for round in 1...Self.mostRounds {
            let open = openPieces()
            guard !open.isEmpty else { break }
            try await run(open, graph, isLast: round == Self.mostRounds)
            graph = lookUp()
        }
        try remember()
        return assembled(graph)
    }

    /// What the store holds, without running anything, and the pieces that it does not hold.
    mutating func stored() async throws(ExecutionError) -> (results: ChapterResults, missing: [PieceID]) {
        try await readSyntax()
        let graph = lookUp()
        let missing = openPieces().sorted().map { pieces[$0].id }
        return (assembled(graph), missing)
    }

    private func assembled(_ graph: DependencyGraph) -> ChapterResults {
        var all = results.assembled(graph, entries: entries, chapter: chapter, only: request.only)
        // A run of one cell makes no page.
        guard request.only == nil else { return all }
        all.code = PastedCode.code(of: graph, syntax: reading.syntax, results: all.cells)
        return all
    }

    /// Why each cell would run now, or would not.
    mutating func explanations() async throws(ExecutionError) -> [CellExplanation] {
        try await readSyntax()
        let graph = lookUp()
        let open = openPieces()
        let slice = Slice(for: open, in: graph, stored: storedVariables())
        return pieces.indices.compactMap { number in
            guard let cell = pieces[number].cell, let keys else { return nil }
            let needs = graph.needs(of: number)
            let key = keys.key(of: number, needs: needs)
            var outlook = CellExplanation.Outlook.stored
            if open.contains(number) {
                outlook = .runs(reason: memory.reason(of: pieces[number].id))
            } else if slice.running.contains(number) {
                let users = open.filter { graph.needs(of: $0).contains(number) }.sorted()
                outlook = .runsAlong(neededBy: users.compactMap { pieces[$0].cell?.id })
            }
            return CellExplanation(
                cell: cell, outlook: outlook,
                cells: needs.filter { $0 != number }.compactMap { pieces[$0].cell?.id },
                inputs: key.parts.filter { $0.kind == .input }.map(\.name),
                modules: key.parts.filter { $0.kind == .module }.map(\.name),
                unseenNames: graph.unseenNames(of: number, outside), key: key.hex)
        }
    }

    // MARK: - What is known

    private mutating func readSyntax() async throws(ExecutionError) {
        let cache = SyntaxCache(store: store, toolchain: shared.toolchain, language: plan.language)
        reading = SyntaxReader.Reading(syntax: cache.known(chapter.cells))
        let unknown = chapter.cells.filter { reading.syntax[$0.id] == nil }
        if !unknown.isEmpty {
            let tools = try tools()
            let new = try await cache.read(unknown, with: tools.syntaxReader(plan))
            reading.syntax.merge(new.syntax) { $1 }
            reading.messages = new.messages
        }
        pieces = ChapterPiece.all(of: plan, syntax: reading.syntax)
        outside = KnownOutside(plan: plan, syntax: reading.syntax, modules: shared.modules)
        inputs = currentInputs()
        let brought = PieceKeys.Outside(
            parameters: request.parameters, inputs: inputs.byPath,
            variables: EnvironmentNames.variables(of: chapter))
        keys = PieceKeys(
            plan: plan, pieces: pieces, syntax: reading.syntax, outside: brought, surroundings: shared)
    }

    private func currentInputs() -> InputHashes {
        InputHashes(of: chapter, root: surroundings.root, files: surroundings.files)
    }

    private func tools() throws(ExecutionError) -> ChapterTools {
        ChapterTools(
            surroundings: surroundings, store: store, folder: try WorkFolder(in: store),
            cellStarted: cellStarted)
    }

    /// Finds the entries of the pieces that have not run in this build. An entry's facts may change what those behind
    /// it depend on.
    private mutating func lookUp() -> DependencyGraph {
        var graph = DependencyGraph(pieces, facts: facts, outside: outside)
        entries = [:]
        guard let keys else { return graph }
        for number in pieces.indices {
            let key = keys.key(of: number, needs: graph.needs(of: number))
            memory.note(key, of: pieces[number].id)
            guard request.usesStore, !results.isSettled(number), !isAsked(number),
                let entry = store.piece(under: key.hex)
            else { continue }
            entries[number] = entry
            let before = facts.updateValue(entry.facts, forKey: number)
            if before ?? PieceFacts() != entry.facts {
                graph = DependencyGraph(pieces, facts: facts, outside: outside)
            } else if before == nil {
                graph = graph.knowing(facts)
            }
        }
        return graph
    }

    /// Whether a run of this very cell was asked for, whatever the store holds.
    private func isAsked(_ number: Int) -> Bool {
        request.only.map { pieces[number].id == .cell($0) } ?? false
    }

    /// The pieces that have no result and can get one.
    private func openPieces() -> Set<Int> {
        Set(
            pieces.indices.filter { number in
                !results.isSettled(number) && entries[number] == nil && number <= results.block
                    && (request.only == nil || isAsked(number))
            })
    }

    // MARK: - Running

    private mutating func run(_ open: Set<Int>, _ graph: DependencyGraph, isLast: Bool)
        async throws(ExecutionError)
    {
        let stored = isLast ? [:] : storedVariables()
        let all = request.only == nil ? Set(pieces.indices) : Set(open.flatMap(graph.needs))
        let slice = Slice(for: isLast ? all : open, in: graph, stored: stored)
        cellsWillRun(chapter, slice.running.compactMap { pieces[$0].cell?.id })
        let tools = try tools()
        let programs = try SlicePrograms(
            plan: plan, pieces: pieces, slice: slice, stored: stored, memory: memory, store: store
        ).programs(in: tools.folder)
        let rejections = plan.rejections.filter { rejection in
            slice.running.contains { pieces[$0].id == .cell(rejection.cell.id) }
        }
        let wanted = Set(open.compactMap { pieces[$0].cell?.id }).subtracting(asked)
        let reader = CellNamesReader(
            chapter: chapter, plan: plan, reading: reading, parameters: request.parameters, tools: tools)
        let asks = request.isStoring && surroundings.configuration.showsTypes
        async let told = asks ? reader.result(of: wanted) : .success([:])
        let outcome = try await SliceRun(
            chapter: chapter, plan: plan, reading: reading, parameters: request.parameters, tools: tools
        ).outcome(of: programs, rejections: rejections)
        names.merge(try await told.get()) { $1 }
        asked.formUnion(wanted)
        guard outcome.unreloadable.isEmpty else {
            unreloadable.formUnion(outcome.unreloadable)
            return
        }
        try accept(outcome, of: slice, open, stored, isLast: isLast)
    }

    private func storedVariables() -> [Int: StoredVariables] {
        // How much room a list has is not stored with it.
        guard !pieces.contains(where: { $0.interface.words.members.contains("capacity") }) else { return [:] }
        var stored: [Int: StoredVariables] = [:]
        for (number, entry) in entries {
            guard let cell = pieces[number].cell, !unreloadable.contains(cell.id),
                !pieces[number].isRejection,
                let syntax = reading.syntax[cell.id], entry.variables.allSatisfy({ store.has($0.value) }),
                !cell.flags.contains(.parameters)
            else { continue }
            stored[number] = StoredVariables(cell, syntax: syntax, variables: entry.variables)
        }
        return stored
    }

    /// Takes the results of those pieces whose run held all that they need, as it is known now.
    private mutating func accept(
        _ outcome: SliceOutcome, of slice: Slice, _ open: Set<Int>, _ stored: [Int: StoredVariables],
        isLast: Bool
    ) throws(ExecutionError) {
        var outcome = outcome
        outcome.addNames(names)
        for number in slice.running {
            if let new = outcome.facts[pieces[number].id] { facts[number] = new }
        }
        let graph = DependencyGraph(pieces, facts: facts, outside: outside)
        outcome.refuseOpenings(
            allowed: allowedPaths(slice, graph), in: chapter, root: surroundings.root)
        let changes = currentInputs().faults(since: inputs, in: chapter)
        results.addChanges(changes)
        results.drop(outcome.rejected, pieces)
        for number in slice.running.sorted() {
            let id = pieces[number].id
            let hasFailed = outcome.hasFailed(id)
            guard open.contains(number) || hasFailed else { continue }
            let isWhole = isLast || slice.covers(Slice(for: [number], in: graph, stored: stored))
            guard isWhole else { continue }
            if outcome.endings.contains(id) || outcome.rejected.contains(where: { .cell($0) == id }) {
                results.block = min(results.block, number)
            }
            results.settle(number, id, outcome)
            let needs = graph.needs(of: number)
            // A result without what could not be compiled is none of the chapter as it stands.
            if changes.isEmpty, results.dropped.isDisjoint(with: needs) {
                try keep(number, outcome, needs: needs)
            }
        }
        results.addLooseDiagnostics(outcome)
        if outcome.isBlocked, results.block == .max { results.block = slice.running.min() ?? 0 }
    }

    /// What each running cell may open: its own inputs and those of the cells that it depends on.
    private func allowedPaths(_ slice: Slice, _ graph: DependencyGraph) -> [Cell.ID: Set<String>] {
        var allowed: [Cell.ID: Set<String>] = [:]
        for number in slice.running {
            guard let cell = pieces[number].cell else { continue }
            allowed[cell.id] = Set(graph.needs(of: number).flatMap { pieces[$0].cell?.options.inputs ?? [] })
        }
        return allowed
    }

    /// Stores what a piece gave, where it went well.
    private func keep(_ number: Int, _ outcome: SliceOutcome, needs: [Int]) throws(ExecutionError) {
        guard let keys else { return }
        let piece = pieces[number]
        var entry: StoredPiece?
        switch piece.id {
        case .cell(let id):
            if let result = outcome.results[id], let cell = piece.cell {
                entry = StoredPiece(
                    result, of: cell, diagnostics: outcome.diagnostics,
                    facts: outcome.facts[piece.id] ?? PieceFacts(),
                    variables: outcome.variables[id] ?? [])
            }
        case .value(let id):
            let hasFault = outcome.diagnostics.contains { diagnostic in
                guard case .value(let value) = piece.content, let start = diagnostic.range?.start else {
                    return false
                }
                return value.range.start <= start && start <= value.range.end
            }
            if let value = outcome.values[id], !hasFault {
                entry = StoredPiece(value, facts: outcome.facts[piece.id] ?? PieceFacts())
            }
        }
        guard let entry, request.isStoring else { return }
        try store.keep(entry, under: keys.key(of: number, needs: needs).hex)
    }

    private func remember() throws(ExecutionError) {
        // A run with other parameters or of one cell says nothing about the next build.
        guard request.parameters.isEmpty, request.only == nil, request.isStoring else { return }
        try memory.write()
    }
}
