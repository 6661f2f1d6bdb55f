extension ChapterResults {
    /// The results of a chapter that cannot run: its cells are skipped.
    public static func skipped(_ chapter: Chapter, because faults: [Diagnostic]) -> ChapterResults {
        let reason = "the chapter has errors that must be repaired first"
        return ChapterResults(
            cells: chapter.cells.map { CellResult(id: $0.id, status: .skipped, reason: reason) },
            diagnostics: faults)
    }
}
