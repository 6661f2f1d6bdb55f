extension ChapterResults {
    /// The results as far as pages show them: not how a cell that went well came to its results, nor what that took.
    ///
    /// Pages are made from these alone, so that one does not change because its cells ran again.
    public var asShown: ChapterResults {
        var shown = self
        for index in shown.cells.indices {
            shown.cells[index].seconds = 0
            shown.cells[index].peakBytes = 0
            guard shown.cells[index].status == .ran || shown.cells[index].status == .cached else { continue }
            shown.cells[index].status = .cached
            shown.cells[index].reason = ""
        }
        return shown
    }
}
