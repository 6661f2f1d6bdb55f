import BookModel

/// Writes down how the cells of a chapter run elsewhere: each with the cells that it needs, in order, and the imports.
///
/// What stands in front of a cell only to be there loses what it showed: a last expression that calls nothing goes, the
/// value of another is dropped, which the compiler would warn of. What the engine puts around cells is written as Swift:
/// a block for a cell whose names end with it, one that catches for a cell that throws.
struct PastedCode {
    private let graph: DependencyGraph
    private let syntax: [Cell.ID: CellSyntax]
    private let results: [Cell.ID: CellResult]
    private var needs: PastedNeeds
    private var pieces: [String] = []
    private var places: [String: Int] = [:]
    private var recipes: [Cell.ID: CodeToRun.Recipe] = [:]

    /// - Parameter results: what the cells gave, which tells whether a last expression is a value.
    static func code(
        of graph: DependencyGraph, syntax: [Cell.ID: CellSyntax], results: [CellResult]
    ) -> CodeToRun {
        let byCell = Dictionary(results.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var code = PastedCode(graph: graph, syntax: syntax, results: byCell)
        for number in graph.pieces.indices { code.addRecipe(of: number) }
        return CodeToRun(pieces: code.pieces, recipes: code.recipes)
    }

    private init(graph: DependencyGraph, syntax: [Cell.ID: CellSyntax], results: [Cell.ID: CellResult]) {
        self.graph = graph
        self.syntax = syntax
        self.results = results
        needs = PastedNeeds(graph, syntax: syntax)
    }

    private mutating func addRecipe(of number: Int) {
        guard let cell = graph.pieces[number].cell, let syntax = syntax[cell.id] else { return }
        let others = needs.needs(of: number)
        // Of what stands behind the cell only the declarations are there.
        let needed = others.map { other in
            let piece = graph.pieces[other]
            return (
                cell: piece.cell?.id, code: other < number ? neededCode(of: piece) : declarations(of: piece)
            )
        }.filter { !$0.code.isEmpty }
        let own = ownCode(of: cell, syntax, besides: others)
        let body = needed.map(\.code) + [own]
        let imports = imports(inProgram: graph.pieces[number].program, for: body)
        let parts = (imports.isEmpty ? [] : [imports.joined(separator: "\n")]) + body.filter { !$0.isEmpty }
        guard parts != [cell.shownCode] else { return }
        recipes[cell.id] = CodeToRun.Recipe(
            pieces: parts.map { place(of: $0) }, otherCells: Set(needed.compactMap(\.cell)).count)
    }

    private mutating func place(of code: String) -> Int {
        if let known = places[code] { return known }
        places[code] = pieces.count
        pieces.append(code)
        return pieces.count - 1
    }

    // MARK: - Imports

    /// The imports of a program, each once, and that of what every chapter can call, where it is called.
    private func imports(inProgram program: Int, for code: [String]) -> [String] {
        var lines: [String] = []
        for piece in graph.pieces where piece.program == program {
            guard let cell = piece.cell, let syntax = syntax[cell.id] else { continue }
            for line in syntax.imports(in: cell.code) where !lines.contains(line) { lines.append(line) }
        }
        let words = code.map(SourceWords.init)
        let callsNotebook = words.contains { !$0.names.isDisjoint(with: Self.notebookNames) }
        let callsMembers = words.contains { !$0.members.isDisjoint(with: Self.notebookMembers) }
        let notebook = "import Notebook"
        if callsNotebook || callsMembers, !lines.contains(notebook) { lines.append(notebook) }
        return lines.sorted()
    }

    /// What a cell calls of `Notebook`, which its program imports without being told.
    private static let notebookNames: Set<String> = [
        "claim", "display", "environment", "Bound", "Displayable", "MIMEBundle", "NumberStyle", "Plot",
        "PlotGrid",
        "Plottable", "Table",
    ]
    private static let notebookMembers: Set<String> = [
        "percent", "decimals", "significant", "scientific", "written",
    ]

    // MARK: - Cells

    /// The code of a cell as it is, without its imports.
    private func ownCode(of cell: Cell, _ syntax: CellSyntax, besides needed: [Int]) -> String {
        let code = Self.lines(of: cell, syntax).joined(separator: "\n").trimmingLineEnds
        guard cell.flags.contains(.alone) else { return code }
        // Its names are its own; where another cell has them too, it stays a block.
        let names = Set(syntax.variables.map(\.name) + syntax.declarations.compactMap(\.name))
        let others = needed.map { graph.pieces[$0].interface.definitions }
        guard others.contains(where: { !$0.isDisjoint(with: names) }) else { return code }
        return "do {\n\(Self.displayed(code, cell, syntax, results[cell.id]))\n}"
    }

    /// The code with its last expression displayed, which a block does not do by itself.
    private static func displayed(
        _ code: String, _ cell: Cell, _ syntax: CellSyntax, _ result: CellResult?
    ) -> String {
        guard case .value? = result?.outputs.last, let offset = syntax.lastExpression else { return code }
        let expression = String(decoding: cell.code.utf8.dropFirst(offset), as: UTF8.self).trimmingLineEnds
        guard code.hasSuffix(expression), !expression.hasPrefix("display("), !expression.contains("//") else {
            return code
        }
        return code.dropLast(expression.count) + "display(\(expression))"
    }

    /// The code of a piece in front of another; empty where it does nothing for it.
    private func neededCode(of piece: ChapterPiece) -> String {
        switch piece.content {
        case .rejection: return ""
        case .value(let value):
            return Self.calls(value.expression) ? "_ = \(value.expression)" : ""
        case .cell(let planned):
            let syntax = syntax[planned.cell.id] ?? .empty
            let code = { Self.unshown(planned.cell, syntax, results[planned.cell.id]) }
            switch planned.role {
            case .shared: return code()
            case .compiled: return syntax.statements.isEmpty ? code() : ""
            // It runs in a copy of the process, which ends.
            case .trapping: return ""
            case .alone: return Self.block("do {", code(), "}")
            case .throwing: return Self.block("do {", code(), "} catch {}")
            }
        }
    }

    /// The functions and types of a piece.
    private func declarations(of piece: ChapterPiece) -> String {
        guard let cell = piece.cell, let syntax = syntax[cell.id],
            let lines = syntax.declarationLines(of: cell.code)
        else { return neededCode(of: piece) }
        return lines.dropFirst(cell.optionLineCount).joined(separator: "\n").trimmingLineEnds
    }

    private static func block(_ opening: String, _ code: String, _ closing: String) -> String {
        code.isEmpty ? "" : "\(opening)\n\(code)\n\(closing)"
    }

    /// The code of a cell without its imports, and without what only shows a value.
    private static func unshown(_ cell: Cell, _ syntax: CellSyntax, _ result: CellResult?) -> String {
        var lines = Self.lines(of: cell, syntax)
        if case .value? = result?.outputs.last, let item = syntax.items.last, !item.isDeclaration,
            let offset = syntax.lastExpression
        {
            // In the lines of options nothing stands that could be the last expression.
            let row = item.first - cell.optionLineCount
            let expression = String(decoding: cell.code.utf8.dropFirst(offset), as: UTF8.self)
            if lines.indices.contains(row), CellText(cell).startsLine(offset),
                !expression.hasPrefix("display(")
            {
                if calls(expression) {
                    lines[row] = "_ = " + lines[row]
                } else {
                    lines.removeSubrange(row...)
                }
            }
        }
        return lines.joined(separator: "\n").trimmingLineEnds
    }

    /// Whether an expression may do more than give a value.
    private static func calls(_ expression: String) -> Bool {
        expression.contains { "({".contains($0) }
    }

    /// The lines that readers see, with those of imports left empty.
    private static func lines(of cell: Cell, _ syntax: CellSyntax) -> [String] {
        var lines = cell.code.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for item in syntax.items where item.isImport && lines.indices.contains(item.last) {
            let range = item.first...item.last
            let shares = syntax.items.contains { !$0.isImport && range.overlaps($0.first...$0.last) }
            // An attribute may stand on a line of its own.
            let hasAttribute = item.first > 0 && lines[item.first - 1].hasPrefix("@")
            if !shares, !hasAttribute { for row in range { lines[row] = "" } }
        }
        return Array(lines.dropFirst(cell.optionLineCount))
    }
}

extension String {
    /// The text without empty lines at its beginning and its end.
    fileprivate var trimmingLineEnds: String {
        var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
        func isEmpty(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }
        while let first = lines.first, isEmpty(first) { lines.removeFirst() }
        while let last = lines.last, isEmpty(last) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
