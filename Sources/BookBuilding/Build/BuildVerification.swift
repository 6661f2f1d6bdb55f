import BookExecution
import BookModel

/// Runs chapters once more as a whole, without the store, and says which results are not the same.
struct BuildVerification: Sendable {
    let executor: ChapterExecutor

    /// The results of `chapter` that a whole run does not give, as errors.
    ///
    /// Where two whole runs differ from one another, the cell is not reproducible; where only the stored result
    /// differs, something that it depends on escaped the engine.
    func faults(of results: ChapterResults, _ chapter: Chapter) async throws(ExecutionError) -> [Diagnostic] {
        let whole = try await executor.execute(chapter, .apart)
        let changed = ResultComparison(results, whole, of: chapter).differences
        guard !changed.isEmpty else { return [] }
        let again = ResultComparison(whole, try await executor.execute(chapter, .apart), of: chapter)
            .differences
        return changed.map { difference in
            let isReproducible = !again.contains { $0.range == difference.range }
            return fault(difference, isReproducible, in: chapter)
        }
    }

    private func fault(_ difference: ResultComparison.Difference, _ isReproducible: Bool, in chapter: Chapter)
        -> Diagnostic
    {
        let subject = difference.cell.map { "the cell \($0)" } ?? "the value"
        let notes = [
            Diagnostic.Note("in this build: \(difference.first)"),
            Diagnostic.Note("in a whole run: \(difference.second)"),
        ]
        if isReproducible {
            return Diagnostic(
                .error, "stale-result", file: chapter.file, range: difference.range,
                "\(subject) has a result that a whole run does not give", notes: notes,
                repairs: [
                    "run `book build --fresh`, and report this: the engine missed something that the cell depends on"
                ], cell: difference.cell)
        }
        return Diagnostic(
            .error, "not-reproducible", file: chapter.file, range: difference.range,
            "\(subject) gives something else in each run", notes: notes,
            repairs: [
                "take its random numbers from a generator with a seed, and leave clocks, addresses and the order of"
                    + " threads out of what it shows"
            ], cell: difference.cell)
    }
}
