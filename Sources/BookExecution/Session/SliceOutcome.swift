import BookModel

/// What a run of a part of a chapter gave.
struct SliceOutcome {
    /// The results of the cells that ran or failed; those that were not reached are missing.
    var results: [Cell.ID: CellResult] = [:]
    var values: [InlineValue.ID: MIMEBundle] = [:]
    var facts: [PieceID: PieceFacts] = [:]
    var variables: [Cell.ID: [StoredVariable]] = [:]
    var diagnostics: [Diagnostic] = []
    /// What the programs opened below the root of the book.
    var openings: [FileOpening] = []
    /// The cells that do not compile.
    var rejected: Set<Cell.ID> = []
    /// The pieces that ended their program.
    var endings: [PieceID] = []
    /// Why a chapter stops that no cell is to blame for.
    var isBlocked = false
    /// Cells that must run since their stored variables cannot be used.
    var unreloadable: Set<Cell.ID> = []
}

extension SliceOutcome {
    /// Says what the names of those cells stand for that went well.
    mutating func addNames(_ names: [Cell.ID: CellNames]) {
        for (cell, names) in names where results[cell]?.status == .ran { results[cell]?.names = names }
    }

    /// Makes what cells opened without declaring it their errors.
    /// - Parameter allowed: the paths that each cell may open.
    mutating func refuseOpenings(allowed: [Cell.ID: Set<String>], in chapter: Chapter, root: String) {
        let faults = OpeningCheck(chapter: chapter, root: root).faults(of: openings, allowed: allowed)
        let failed = Set(faults.compactMap(\.cell))
        for cell in failed { results[cell]?.status = .failed }
        // That the file was not there is what the cell failed of.
        diagnostics.removeAll { fault in
            ["thrown-error", "trap"].contains(fault.identifier) && fault.cell.map(failed.contains) ?? false
        }
        diagnostics += faults
    }
}
