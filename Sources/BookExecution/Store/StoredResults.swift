import BookModel

/// The results of a chapter as the store keeps them: lines count from the cell that they belong to, so that they stay
/// right when the text above the cell changes.
struct StoredResults: Codable {
    struct Warning: Codable {
        let identifier: String
        /// Counted from the first line of the cell's code behind its options.
        let start: SourcePosition
        let end: SourcePosition
        let message: String
        let cell: Cell.ID
    }

    var cells: [CellResult]
    var values: [InlineValue.ID: MIMEBundle]
    var warnings: [Warning]

    /// - Returns: `nil` when the results hold an error or something that has no cell: those are not kept.
    init?(_ results: ChapterResults, of chapter: Chapter) {
        guard results.cells.allSatisfy({ $0.status == .ran }) else { return nil }
        var warnings: [Warning] = []
        for diagnostic in results.diagnostics {
            guard diagnostic.severity != .error, let range = diagnostic.range, diagnostic.notes.isEmpty,
                diagnostic.repairs.isEmpty,
                let cell = chapter.cells.first(where: { $0.id == diagnostic.cell })
            else { return nil }
            warnings.append(
                Warning(
                    identifier: diagnostic.identifier, start: range.start.moved(byLines: -cell.shownLine),
                    end: range.end.moved(byLines: -cell.shownLine), message: diagnostic.message, cell: cell.id
                ))
        }
        self.warnings = warnings
        values = results.values
        cells = results.cells.map { $0.moved(byLines: -Self.shownLine(of: $0.id, in: chapter)) }
    }

    /// The results at the places that the cells have now.
    /// - Returns: `nil` when they are not those of this chapter's cells.
    func results(for chapter: Chapter) -> ChapterResults? {
        guard cells.map(\.id) == chapter.cells.map(\.id) else { return nil }
        let cells = cells.map { stored in
            var cell = stored.moved(byLines: Self.shownLine(of: stored.id, in: chapter))
            cell.status = .cached
            cell.reason = "nothing it depends on changed"
            return cell
        }
        let diagnostics = warnings.map { warning in
            let line = Self.shownLine(of: warning.cell, in: chapter)
            return Diagnostic(
                .warning, warning.identifier, file: chapter.file,
                range: SourceRange(
                    start: warning.start.moved(byLines: line), end: warning.end.moved(byLines: line)),
                warning.message, cell: warning.cell)
        }
        return ChapterResults(cells: cells, values: values, diagnostics: diagnostics)
    }

    private static func shownLine(of id: Cell.ID, in chapter: Chapter) -> Int {
        chapter.cells.first { $0.id == id }?.shownLine ?? 0
    }
}

extension SourcePosition {
    fileprivate func moved(byLines count: Int) -> SourcePosition {
        SourcePosition(line: line + count, column: column)
    }
}

extension CellResult {
    fileprivate func moved(byLines count: Int) -> CellResult {
        var copy = self
        copy.outputs = outputs.map { output in
            guard case .claim(var claim) = output else { return output }
            claim.line += count
            return .claim(claim)
        }
        return copy
    }
}
