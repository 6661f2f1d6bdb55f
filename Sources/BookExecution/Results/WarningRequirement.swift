import BookModel

/// Cells that must compile with a warning: the warning is what they show, and no longer a diagnostic.
enum WarningRequirement {
    static func apply(to results: inout ChapterResults, of chapter: Chapter) {
        for cell in chapter.cells where cell.flags.contains(.warns) {
            let warnings = results.diagnostics.filter { $0.cell == cell.id && $0.severity == .warning }
            results.diagnostics.removeAll { $0.cell == cell.id && $0.severity == .warning }
            guard let index = results.cells.firstIndex(where: { $0.id == cell.id }),
                results.cells[index].status == .ran
            else { continue }
            let failure = warnings.isEmpty ? nil : warnings.map(\.message).joined(separator: "\n")
            results.cells[index].requiredFailure = failure
            if let fault = Requirement.fault(
                of: cell, file: chapter.file, must: "compile with a warning", failure: failure)
            {
                results.cells[index].status = .failed
                results.diagnostics.append(fault)
            }
        }
    }
}
