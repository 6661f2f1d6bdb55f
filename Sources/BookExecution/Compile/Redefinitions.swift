import BookModel

/// Finds the variables and types that a second cell of the same program defines.
///
/// The compiler would say so too, but also of every use that the name has become ambiguous.
struct Redefinitions {
    private(set) var diagnostics: [Diagnostic] = []
    /// The cells with a second definition.
    private(set) var cells: Set<Cell.ID> = []

    init(of program: PlannedProgram, in chapter: Chapter, syntax: [Cell.ID: CellSyntax]) {
        var first: [String: Cell] = [:]
        for cell in program.pieces.compactMap(\.definingCell) {
            guard let syntax = syntax[cell.id] else { continue }
            let types = syntax.declarations.filter { !$0.isFunction }.compactMap(\.name)
            for name in Set(syntax.variables.map(\.name) + types).sorted() {
                guard let earlier = first[name] else {
                    first[name] = cell
                    continue
                }
                cells.insert(cell.id)
                diagnostics.append(Self.fault(name, of: cell, after: earlier, in: chapter))
            }
        }
    }

    private static func fault(_ name: String, of cell: Cell, after earlier: Cell, in chapter: Chapter)
        -> Diagnostic
    {
        Diagnostic(
            .error, "redefinition", file: chapter.file, range: place(of: name, in: cell, chapter),
            "'\(name)' is defined already by the cell \(earlier.id)",
            notes: [
                Diagnostic.Note(
                    "'\(name)' is first defined here", file: chapter.file,
                    range: place(of: name, in: earlier, chapter))
            ],
            repairs: [
                "give it another name, or mark the cell `alone`, whose names end with it, or `fresh`, which starts"
                    + " a new program"
            ], cell: cell.id)
    }

    /// The first word of the cell's code that is the name.
    private static func place(of name: String, in cell: Cell, _ chapter: Chapter) -> SourceRange? {
        let lines = cell.shownCode.split(separator: "\n", omittingEmptySubsequences: false)
        for (row, line) in lines.enumerated() {
            let text = String(line)
            guard SourceWords(text).names.contains(name), let found = text.firstRange(of: name) else {
                continue
            }
            let column = text.utf8.distance(from: text.startIndex, to: found.lowerBound) + 1
            return chapter.source.range(
                ofWordAt: SourcePosition(line: cell.shownLine + row, column: column))
        }
        return nil
    }
}

extension PlannedPiece {
    /// The cell whose names a piece defines for others.
    var definingCell: Cell? {
        switch self {
        case .cell(let planned): planned.role == .shared ? planned.cell : nil
        case .reloaded(let reloaded): reloaded.cell
        case .value: nil
        }
    }
}
