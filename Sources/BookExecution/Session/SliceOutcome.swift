import BookModel

/// What a run of a part of a chapter gave.
struct SliceOutcome {
    /// The results of the cells that ran or failed; those that were not reached are missing.
    var results: [Cell.ID: CellResult] = [:]
    var values: [InlineValue.ID: MIMEBundle] = [:]
    var facts: [PieceID: PieceFacts] = [:]
    var variables: [Cell.ID: [StoredVariable]] = [:]
    var diagnostics: [Diagnostic] = []
    /// The cells that do not compile.
    var rejected: Set<Cell.ID> = []
    /// The pieces that ended their program.
    var endings: [PieceID] = []
    /// Why a chapter stops that no cell is to blame for.
    var isBlocked = false
    /// Cells that must run since their stored variables cannot be used.
    var unreloadable: Set<Cell.ID> = []
}
