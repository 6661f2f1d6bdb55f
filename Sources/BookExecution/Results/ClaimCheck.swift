import BookModel

/// Makes a claim that does not hold an error of its cell.
enum ClaimCheck {
    static func apply(to results: inout ChapterResults, of chapter: Chapter) {
        for index in results.cells.indices {
            for claim in results.cells[index].claims where !claim.holds {
                results.cells[index].status = .failed
                results.diagnostics.append(fault(of: claim, in: results.cells[index].id, of: chapter))
            }
        }
        results.diagnostics.sort(by: Diagnostic.isInReadingOrder)
    }

    private static func fault(of claim: ClaimResult, in cell: Cell.ID, of chapter: Chapter) -> Diagnostic {
        let line = chapter.source.line(claim.line) ?? ""
        let column = line.utf8.count - line.drop { $0 == " " || $0 == "\t" }.utf8.count + 1
        let place = SourcePosition(line: claim.line, column: column)
        return Diagnostic(
            .error, "claim", file: chapter.file, range: chapter.source.range(ofWordAt: place),
            "the claim does not hold: \(claim.sentence): measured \(claim.measured), must be \(claim.bound)",
            repairs: ["correct what is measured, or the sentence and its bound"], cell: cell)
    }
}
