import BookModel

/// The results of a chapter as they come together, run by run.
struct SessionResults {
    private var cells: [Cell.ID: CellResult] = [:]
    private var values: [InlineValue.ID: MIMEBundle] = [:]
    var diagnostics: [Diagnostic] = []
    private var settled: Set<Int> = []
    private var rejected: Set<Cell.ID> = []
    /// The number of the first piece that failed so that nothing behind it may run.
    var block = Int.max

    /// The pieces that were left out of their program: the first cell that does not compile and all behind it.
    private(set) var dropped: Set<Int> = []

    mutating func drop(_ rejected: Set<Cell.ID>, _ pieces: [ChapterPiece]) {
        let numbers = pieces.indices.filter {
            !pieces[$0].isRejection && pieces[$0].cell.map { rejected.contains($0.id) } ?? false
        }
        guard let first = numbers.first else { return }
        dropped.formUnion(
            pieces.indices.filter {
                $0 >= first && pieces[$0].program == pieces[first].program && !pieces[$0].isRejection
            })
    }

    /// Whether a piece ran in this build with all that it needs.
    func isSettled(_ number: Int) -> Bool { settled.contains(number) }

    mutating func settle(_ number: Int, _ id: PieceID, _ outcome: SliceOutcome) {
        settled.insert(number)
        switch id {
        case .cell(let cell):
            cells[cell] = outcome.results[cell]
            if outcome.rejected.contains(cell) { rejected.insert(cell) }
            diagnostics += outcome.diagnostics.filter { $0.cell == cell }
        case .value(let value): values[value] = outcome.values[value]
        }
    }

    /// What belongs to no cell: faults of values in prose and of the program.
    mutating func addLooseDiagnostics(_ outcome: SliceOutcome) {
        for diagnostic in outcome.diagnostics
        where diagnostic.cell == nil && !diagnostics.contains(diagnostic) {
            diagnostics.append(diagnostic)
        }
    }

    /// Errors about inputs that changed while the chapter ran.
    mutating func addChanges(_ changes: [Diagnostic]) {
        diagnostics += changes.filter { !diagnostics.contains($0) }
    }

    /// The results of all cells of the chapter in order; what stands behind a failure did not run, and what needs a cell
    /// that does not compile has no result.
    func assembled(
        _ graph: DependencyGraph, entries: [Int: StoredPiece], chapter: Chapter, only: Cell.ID?
    ) -> ChapterResults {
        let pieces = graph.pieces
        var all = ChapterResults(cells: [])
        var kept = diagnostics
        for (number, piece) in pieces.enumerated() {
            let reason = piece.isRejection ? nil : skipReason(of: number, graph)
            switch piece.id {
            case .value(let id):
                guard reason == nil else { continue }
                all.values[id] = values[id] ?? entries[number]?.value
            case .cell(let id):
                let result = result(of: id, piece, entries[number], skipReason: reason)
                if only == nil || only == id || result.status == .failed { all.cells.append(result) }
                if result.status == .cached, let cell = piece.cell {
                    kept += entries[number]?.diagnostics(of: cell, in: chapter.file) ?? []
                }
                // Warnings of what did not run say nothing.
                if result.status == .skipped { kept.removeAll { $0.cell == id && $0.severity != .error } }
            }
        }
        let order = Dictionary(uniqueKeysWithValues: chapter.cells.enumerated().map { ($1.id, $0) })
        all.cells.sort { order[$0.id] ?? 0 < order[$1.id] ?? 0 }
        all.diagnostics = kept.sorted(by: Diagnostic.isInReadingOrder)
        return all
    }

    /// Why a piece has no result that counts; `nil` where it has one.
    private func skipReason(of number: Int, _ graph: DependencyGraph) -> String? {
        if number > block { return "\(blocker(graph.pieces)) before it failed" }
        guard !dropped.isEmpty, !dropped.contains(number), !dropped.isDisjoint(with: graph.needs(of: number)),
            case .cell(let cell) = dropped.min().map({ graph.pieces[$0].id })
        else { return nil }
        return "cell \(cell) does not compile"
    }

    private func result(of id: Cell.ID, _ piece: ChapterPiece, _ entry: StoredPiece?, skipReason: String?)
        -> CellResult
    {
        if let own = cells[id], skipReason == nil || rejected.contains(id) { return own }
        if skipReason == nil, let stored = piece.cell.flatMap({ entry?.result(of: $0) }) { return stored }
        return CellResult(id: id, status: .skipped, reason: skipReason ?? "it was not run")
    }

    private func blocker(_ pieces: [ChapterPiece]) -> String {
        guard pieces.indices.contains(block), case .cell(let id) = pieces[block].id else {
            return "a value in the prose"
        }
        return "cell \(id)"
    }
}

extension SliceOutcome {
    func hasFailed(_ id: PieceID) -> Bool {
        guard case .cell(let cell) = id else { return endings.contains(id) }
        return results[cell]?.status == .failed
    }
}
