import BookModel

/// The Swift source of a program, and the way back from it to the chapter.
struct ProgramText: Sendable {
    /// A statement at the top level of a cell: what the program names when it starts it.
    struct Statement: Hashable, Sendable {
        let cell: Cell.ID
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

    let source: String
    let cells: [PlannedCell]
    let statements: [Statement]
    let insertions: [Insertion]

    /// The place in the chapter of a place that the compiler or the debug information names.
    func position(ofCompiled position: SourcePosition) -> SourcePosition {
        var column = position.column
        let inLine = insertions.sorted { $0.column < $1.column }
        for insertion in inLine where insertion.line == position.line && column > insertion.column {
            column = max(insertion.column, column - insertion.length)
        }
        return SourcePosition(line: position.line, column: column)
    }

    /// Whether the compiler's place lies in text that the engine wrote.
    func isInserted(_ position: SourcePosition) -> Bool {
        insertions.contains { insertion in
            insertion.line == position.line && position.column >= insertion.column
                && position.column < insertion.column + insertion.length
        }
    }
}
