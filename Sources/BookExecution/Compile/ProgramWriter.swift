import BookModel

/// Writes the program of a plan: the cells as they are, `#sourceLocation` in front of each stretch, and between them
/// the calls that tell the engine what runs.
///
/// A stretch of a cell always starts at the beginning of a line and is not indented, so that the compiler's lines and
/// columns are the chapter's own. The only text written into a line of the chapter is what shows a last expression;
/// `ProgramText.insertions` remembers it.
struct ProgramWriter {
    let file: String
    let syntax: [Cell.ID: CellSyntax]
    let options: Options

    /// How a program is written.
    struct Options: Sendable {
        /// Literals that replace those of parameter cells, by name.
        var parameters: [String: String] = [:]
        /// Whether the program tells about the variables that its cells define.
        var hasNotes = false
        /// Imports of cells that are not in the program.
        var imports: [String] = []
    }

    private var lines: [String] = []
    private var cells: [PlannedCell] = []
    private var statements: [ProgramText.Statement] = []
    private var insertions: [ProgramText.Insertion] = []
    private var valueLines: [ProgramText.ValueLine] = []
    private var reloadLines: [Int: Cell.ID] = [:]
    private var placedLines: [Int: Int] = [:]

    private init(file: String, syntax: [Cell.ID: CellSyntax], options: Options) {
        self.file = file
        self.syntax = syntax
        self.options = options
        lines = ["import Notebook"] + options.imports + ["_Program.start()"]
    }

    static func write(
        _ pieces: some Sequence<PlannedPiece>, file: String, syntax: [Cell.ID: CellSyntax],
        options: Options = Options()
    ) -> ProgramText {
        var writer = ProgramWriter(file: file, syntax: syntax, options: options)
        for piece in pieces {
            switch piece {
            case .cell(let planned): writer.write(planned)
            case .value(let value): writer.write(value)
            case .reloaded(let reloaded): writer.write(reloaded)
            }
        }
        writer.lines.append("_Program.end()")
        return ProgramText(
            source: writer.lines.joined(separator: "\n") + "\n", cells: writer.cells,
            statements: writer.statements, insertions: writer.insertions, valueLines: writer.valueLines,
            reloadLines: writer.reloadLines, hasNotes: options.hasNotes, codeLines: writer.placedLines)
    }

    private mutating func write(_ planned: PlannedCell) {
        let number = cells.count
        cells.append(planned)
        let (opening, closing) = Self.brackets(of: planned, number: number, syntax: syntax[planned.cell.id])
        lines.append("_Program.startCell(\(number))")
        lines += opening
        writeCode(of: planned)
        lines.append("#sourceLocation()")
        lines += closing
        if options.hasNotes, planned.role == .shared { writeNotes(of: planned) }
        lines.append("_Program.endCell()")
    }

    /// The calls that tell about the variables of a cell.
    private mutating func writeNotes(of planned: PlannedCell) {
        let variables = syntax[planned.cell.id]?.variables ?? []
        for variable in variables where variable.isSimple {
            let arguments = "(\"\(variable.name)\", `\(variable.name)`)"
            lines.append("_Program.note" + arguments)
            if planned.cell.flags.contains(.keep) { lines.append("_Program.keep" + arguments) }
        }
    }

    /// The variables of a cell with the values that the store holds, and the cell's declarations as they are.
    private mutating func write(_ reloaded: ReloadedCell) {
        let cell = reloaded.cell
        lines.append(location(line: cell.codeLine))
        lines += syntax[cell.id]?.declarationLines(of: cell.code) ?? []
        lines.append("#sourceLocation()")
        for variable in reloaded.variables {
            let line = ProgramText.ValueLine.firstReloaded + variable.number
            reloadLines[line] = cell.id
            lines += [
                location(line: line),
                "\(variable.isConstant ? "let" : "var") `\(variable.name)`: \(variable.type) = "
                    + "_Program.kept(\(variable.number))",
                "#sourceLocation()",
            ]
        }
    }

    /// The engine's own lines in front of and behind the code of a cell.
    private static func brackets(
        of planned: PlannedCell, number: Int, syntax: CellSyntax?
    ) -> (opening: [String], closing: [String]) {
        switch planned.role {
        case .shared: ([], [])
        case .alone: (["do {"], ["}"])
        // Declarations do not run, and some may only stand at the top level.
        case .compiled where syntax?.statements.isEmpty ?? false: ([], [])
        case .compiled: (["if _Program.runs(\(number)) {"], ["}"])
        case .throwing: (["do {", "try _Program.mayThrow()"], ["} catch { _Program.caught(error) }"])
        case .trapping: (["if _Program.isCopyThatTraps() {"], ["_Program.endCopy()", "}"])
        }
    }

    private mutating func writeCode(of planned: PlannedCell) {
        let cell = planned.cell
        let text = CellText(cell)
        let syntax = syntax[cell.id] ?? .empty
        var bytes = text.bytes
        var edits: [(offset: Int, removed: Int, inserted: String)] = []
        for constant in syntax.statements.compactMap(\.constant) where cell.flags.contains(.parameters) {
            if let value = options.parameters[constant.name], let literal = text.literal(of: constant) {
                edits.append((literal.lowerBound, literal.count, value))
            }
        }
        if let offset = syntax.lastExpression {
            edits.append((offset, 0, "_LastExpression() ⟸ "))
        }
        // From the back, so that the offsets of the edits before stay right.
        for edit in edits.sorted(by: { $0.offset > $1.offset }) {
            bytes.replaceSubrange(edit.offset..<(edit.offset + edit.removed), with: Array(edit.inserted.utf8))
            let position = text.position(of: edit.offset)
            insertions.append(
                ProgramText.Insertion(
                    line: position.line, column: position.column,
                    length: edit.inserted.utf8.count - edit.removed))
        }
        // Edits keep the number of lines: each stands within one line.
        let codeLines = String(decoding: bytes, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        writeStretches(of: cell, codeLines: codeLines.map(String.init), text: text, syntax: syntax)
    }

    /// The lines of the cell, with a mark in front of each statement that starts a line.
    private mutating func writeStretches(
        of cell: Cell, codeLines: [String], text: CellText, syntax: CellSyntax
    ) {
        lines.append(location(line: cell.codeLine))
        var written = 0
        // Two statements on one line are one stretch.
        let starts = syntax.statements.map(\.offset).filter(text.startsLine)
        for (number, offset) in starts.enumerated() {
            let position = text.position(of: offset)
            let row = position.line - cell.codeLine
            let end = starts.dropFirst(number + 1).first ?? text.bytes.count
            place(codeLines[written..<row], at: cell.codeLine + written)
            lines += [
                "#sourceLocation()", "_Program.startStatement(\(statements.count))",
                location(line: position.line),
            ]
            statements.append(
                ProgramText.Statement(
                    position: position,
                    code: String(decoding: text.bytes[offset..<end], as: UTF8.self)))
            written = row
        }
        place(codeLines[written...], at: cell.codeLine + written)
    }

    /// Writes lines of the chapter, of which the first has this number there.
    private mutating func place(_ codeLines: ArraySlice<String>, at first: Int) {
        for (row, line) in codeLines.enumerated() {
            placedLines[first + row] = lines.count
            lines.append(line)
        }
    }

    private mutating func write(_ value: InlineValue) {
        let prefix = "_LastExpression(value: \(value.id)) ⟸ "
        let written = ProgramText.ValueLine(value: value, prefixLength: prefix.utf8.count)
        valueLines.append(written)
        lines.append("_Program.startStatement(\(statements.count))")
        statements.append(ProgramText.Statement(position: value.range.start, code: value.expression))
        lines += [location(line: written.line), prefix + value.expression, "#sourceLocation()"]
    }

    private func location(line: Int) -> String {
        "#sourceLocation(file: \(Self.literal(file)), line: \(line))"
    }

    /// The text as a Swift string literal.
    private static func literal(_ text: String) -> String {
        "\"" + String(text.flatMap { $0 == "\\" || $0 == "\"" ? ["\\", $0] : [$0] }) + "\""
    }
}
