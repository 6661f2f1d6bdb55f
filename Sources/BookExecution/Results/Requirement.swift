import BookModel

/// What a cell's flag demands of it, and whether that happened.
struct Requirement {
    let cell: Cell
    let role: PlannedCell.Role
    let file: String

    /// Checks a cell that must throw or trap, and notes what it gave in `result`.
    /// - Returns: the fault where it did not happen, or did not say what it must.
    func check(_ result: inout CellResult, _ trace: CellTrace?, crashes: inout [CrashReport]) -> Diagnostic? {
        guard let trace, trace.hasEnded else { return nil }
        switch role {
        case .throwing:
            result.requiredFailure = trace.caughtError
            return Self.fault(of: cell, file: file, must: "throw an error", failure: trace.caughtError)
        case .trapping:
            let signal = trace.trapSignal ?? 0
            let message = TrapMessage.take(from: &result.outputs)
            if signal != 0 {
                let crash = crashes.isEmpty ? nil : crashes.removeFirst()
                result.requiredFailure =
                    message.reason ?? message.thrownError ?? crash?.failedCheck ?? Signal.name(signal)
            }
            return Self.fault(of: cell, file: file, must: "trap", failure: result.requiredFailure)
        case .shared, .alone, .compiled: return nil
        }
    }

    /// The fault of a cell that had to fail in a certain way.
    /// - Parameters:
    ///   - demand: what it had to do: `trap`.
    ///   - failure: what the failure said; `nil` when it did not happen.
    static func fault(of cell: Cell, file: String, must demand: String, failure: String?) -> Diagnostic? {
        guard let failure else {
            return Diagnostic(
                .error, "missing-failure", file: file, range: fence(of: cell),
                "the cell must \(demand), and does not",
                repairs: ["take the flag out of the fence if the cell is right as it is"], cell: cell.id)
        }
        guard let wanted = cell.options.message, !failure.contains(wanted) else { return nil }
        return Diagnostic(
            .error, "other-failure", file: file, range: cell.options.ranges[.message] ?? fence(of: cell),
            "the cell must fail with a message that contains '\(wanted)', but it says '\(failure)'",
            repairs: ["correct the option `message`, or the cell"], cell: cell.id)
    }

    /// The first line of the cell.
    static func fence(of cell: Cell) -> SourceRange {
        SourceRange(at: cell.range.start)
    }
}
