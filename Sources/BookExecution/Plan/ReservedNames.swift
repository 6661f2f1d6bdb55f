import BookModel

/// The names by which the engine's own lines in a chapter's program speak: a cell that used them would forge its results.
enum ReservedNames {
    private static let names: Set<String> = ["_Program", "_LastExpression", "_LastExpressionPrecedence"]
    private static let sign = "⟸"

    /// One error for each cell and each value in prose that uses such a name.
    static func faults(in chapter: Chapter) -> [Diagnostic] {
        let cells = chapter.cells.compactMap { cell in
            use(in: cell.code).map { name, offset in
                fault(name, chapter, at: CellText(cell).position(of: offset), cell: cell.id)
            }
        }
        let values = chapter.values.compactMap { value in
            use(in: value.expression).map { name, _ in fault(name, chapter, at: value.range.start, cell: nil)
            }
        }
        return cells + values
    }

    /// The first such name in code, outside comments and strings.
    private static func use(in code: String) -> (name: String, offset: Int)? {
        guard (names + [sign]).contains(where: code.contains) else { return nil }
        for place in CodeTokens.places(in: code) {
            guard case .word(let word) = place.token else { continue }
            if names.contains(word) { return (word, place.offset) }
            if word.contains(sign) { return (sign, place.offset) }
        }
        return nil
    }

    private static func fault(_ name: String, _ chapter: Chapter, at position: SourcePosition, cell: Cell.ID?)
        -> Diagnostic
    {
        Diagnostic(
            .error, "reserved-name", file: chapter.file, range: chapter.source.range(ofWordAt: position),
            "'\(name)' is a name of the engine, which writes it between the cells of a program",
            repairs: ["use `display`, `claim` and the other names that docs/notebook.md lists"], cell: cell)
    }
}
