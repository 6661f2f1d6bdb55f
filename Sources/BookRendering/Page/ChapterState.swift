import BookModel

enum ChapterState {
    /// Whether something in the chapter failed or was left out.
    static func hasFailed(_ results: ChapterResults?) -> Bool {
        guard let results else { return false }
        return results.cells.contains { $0.status == .failed || $0.status == .skipped }
            || results.diagnostics.contains { $0.severity == .error }
    }
}
