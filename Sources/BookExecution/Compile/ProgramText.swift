import BookModel

/// The Swift source of a program, and the way back from it to the chapter.
struct ProgramText: Sendable {
    /// A statement at the top level of a cell, or a value in prose: what the program names when it starts it.
    struct Statement: Hashable, Sendable {
        let position: SourcePosition
        /// The statement and what follows it up to the next one.
        let code: String
    }

    /// Text that the engine wrote into a line of the chapter.
    struct Insertion: Hashable, Sendable {
        let line: Int
        /// The chapter's column in front of which it stands.
        let column: Int
        /// Its length in bytes.
        let length: Int
    }

    /// A value in prose, and the line that the compiler is told for it: several values may stand on one line of the
    /// chapter, and each needs a line of its own.
    struct ValueLine: Hashable, Sendable {
        /// Above the numbers that lines of chapters have.
        static let first = 1_000_000
        /// The lines of variables that are read from the store start here.
        static let firstReloaded = 2_000_000

        let value: InlineValue
        /// Bytes that the engine wrote in front of the expression.
        let prefixLength: Int

        var line: Int { Self.first + value.id }
    }

    let source: String
    let cells: [PlannedCell]
    let statements: [Statement]
    let insertions: [Insertion]
    let valueLines: [ValueLine]
    /// The cells that are read from the store, by the lines that the compiler is told for their variables.
    let reloadLines: [Int: Cell.ID]
    /// Whether the program tells about the variables of its cells.
    let hasNotes: Bool
    /// The lines of the source that hold lines of the chapter's cells, counted from 0, by the chapter's own number.
    let codeLines: [Int: Int]

    /// The value in prose at a place that the compiler names.
    func value(ofCompiled position: SourcePosition) -> InlineValue? { valueLine(position)?.value }

    private func valueLine(_ position: SourcePosition) -> ValueLine? {
        valueLines.first { $0.line == position.line }
    }

    /// The place in the chapter of a place that the compiler or the debug information names.
    func position(ofCompiled position: SourcePosition) -> SourcePosition {
        if let written = valueLine(position) {
            var start = written.value.range.start
            start.column += max(0, position.column - 1 - written.prefixLength)
            return start
        }
        var column = position.column
        let inLine = insertions.sorted { $0.column < $1.column }
        for insertion in inLine where insertion.line == position.line && column > insertion.column {
            column = max(insertion.column, column - insertion.length)
        }
        return SourcePosition(line: position.line, column: column)
    }

    /// The line of the source, counted from 0, and the column in it of a place in the code of a cell.
    func place(ofChapter position: SourcePosition) -> (line: Int, column: Int)? {
        guard let line = codeLines[position.line] else { return nil }
        let before = insertions.filter { $0.line == position.line && $0.column <= position.column }
        return (line, position.column + before.reduce(0) { $0 + $1.length })
    }

    /// Whether the compiler's place lies in text that the engine wrote.
    func isInserted(_ position: SourcePosition) -> Bool {
        if let written = valueLine(position) { return position.column <= written.prefixLength }
        return insertions.contains { insertion in
            insertion.line == position.line && position.column >= insertion.column
                && position.column < insertion.column + insertion.length
        }
    }
}
