import BookModel

/// The compiler's messages about a program, brought back to the chapter.
struct CompilerReading {
    private(set) var diagnostics: [Diagnostic] = []
    /// The cells with an error.
    private(set) var cells: Set<Cell.ID> = []
    /// The values in prose with an error.
    private(set) var values: Set<InlineValue.ID> = []
    /// The cells whose stored variables have an error.
    private(set) var unreloadable: Set<Cell.ID> = []
    private let log: String
    private let chapter: Chapter

    init(_ output: SwiftCompiler.Output, text: ProgramText, chapter: Chapter) {
        log = output.log
        self.chapter = chapter
        for message in output.messages where message.file == chapter.file {
            add(message, text)
        }
    }

    private mutating func add(_ message: CompilerMessage, _ text: ProgramText) {
        // A warning about the engine's own text, such as a call that is never reached, is not the author's.
        if message.severity == .warning, text.isInserted(message.position) { return }
        if let cell = text.reloadLines[message.position.line] {
            if message.severity == .error { unreloadable.insert(cell) }
            return
        }
        let position = text.position(ofCompiled: message.position)
        let range = chapter.source.range(ofWordAt: position)
        if message.severity == .note {
            guard let last = diagnostics.indices.last else { return }
            diagnostics[last].notes.append(Diagnostic.Note(message.text, file: chapter.file, range: range))
            return
        }
        let cell = chapter.cell(atLine: position.line)
        if message.severity == .error {
            if let value = text.value(ofCompiled: message.position) {
                values.insert(value.id)
            } else if let cell {
                cells.insert(cell.id)
            }
        }
        let diagnostic = Diagnostic(
            message.severity, "swift", file: chapter.file, range: range, message.text, cell: cell?.id)
        if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
    }

    /// For a failure of the compiler that names no place in the chapter.
    var internalFault: Diagnostic {
        Diagnostic(
            .error, "internal", file: chapter.file,
            "the chapter's program does not build, and no cell is to blame",
            notes: [Diagnostic.Note(String(log.prefix(4000)))],
            repairs: [
                "this is a fault of the engine or of its installation: run `book doctor`, then report it"
            ])
    }
}

extension Chapter {
    /// The cell whose code holds a line.
    func cell(atLine line: Int) -> Cell? {
        cells.first { $0.codeLine <= line && line <= $0.range.end.line }
    }
}
