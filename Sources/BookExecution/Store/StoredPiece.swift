import BookModel

/// What the store keeps of one piece: what it gave, and what its run showed.
///
/// Lines count from the first line of the cell's shown code, so that they stay right when the text above changes.
struct StoredPiece: Hashable, Sendable, Codable {
    struct Warning: Hashable, Sendable, Codable {
        let identifier: String
        let start: SourcePosition
        let end: SourcePosition
        let message: String
    }

    /// What a cell gave; its name and its reason are those of the build that takes it.
    var result: CellResult?
    /// What a value in prose gave.
    var value: MIMEBundle?
    var warnings: [Warning] = []
    var facts = PieceFacts()
    var variables: [StoredVariable] = []
}

extension StoredPiece {
    /// - Returns: `nil` when the cell did not end well, or a diagnostic of it holds more than the store keeps.
    init?(
        _ result: CellResult, of cell: Cell, diagnostics: [Diagnostic], facts: PieceFacts,
        variables: [StoredVariable]
    ) {
        guard result.status == .ran else { return nil }
        for diagnostic in diagnostics where diagnostic.cell == cell.id {
            guard diagnostic.severity != .error, let range = diagnostic.range, diagnostic.notes.isEmpty,
                diagnostic.repairs.isEmpty
            else { return nil }
            warnings.append(
                Warning(
                    identifier: diagnostic.identifier, start: range.start.moved(byLines: -cell.shownLine),
                    end: range.end.moved(byLines: -cell.shownLine), message: diagnostic.message))
        }
        self.result = result.moved(byLines: -cell.shownLine)
        self.facts = facts
        self.variables = variables
    }

    init(_ value: MIMEBundle, facts: PieceFacts) {
        self.value = value
        self.facts = facts
    }

    /// The result at the place that the cell has now.
    func result(of cell: Cell) -> CellResult? {
        guard var result = result?.moved(byLines: cell.shownLine) else { return nil }
        result.id = cell.id
        result.status = .cached
        result.reason = CellResult.unchanged
        return result
    }

    func diagnostics(of cell: Cell, in file: String) -> [Diagnostic] {
        warnings.map { warning in
            Diagnostic(
                .warning, warning.identifier, file: file,
                range: SourceRange(
                    start: warning.start.moved(byLines: cell.shownLine),
                    end: warning.end.moved(byLines: cell.shownLine)),
                warning.message, cell: cell.id)
        }
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
