import BookModel

/// Finds what uses a variable that only a cell below it defines.
///
/// Swift lets code at the top level read a global variable above its definition, where it still holds zeros: the page
/// would show a wrong value without a word. So a variable must be defined above its use, in functions too, which may
/// be called before the definition. Names that could be early uses are found in the text; whether they are, the
/// compiler says: without the cells from the definition on, such a name does not exist.
struct DefinitionOrder: Sendable {
    let chapter: Chapter
    let compiler: SwiftCompiler
    let syntax: [Cell.ID: CellSyntax]
    let folder: String

    /// An early use: the fault, and the piece of the program in which it stands.
    struct Fault: Sendable {
        let piece: PlannedPiece
        let diagnostic: Diagnostic
    }

    private struct Suspicion: Hashable {
        let piece: Int
        let name: String
        /// The number of the piece that defines the name.
        let definition: Int
    }

    /// The early uses in a program whose cells have no syntax error, in order.
    func faults(in pieces: [PlannedPiece], language: LanguageMode) async throws(ExecutionError) -> [Fault] {
        let suspicions = suspicions(in: pieces)
        var faults: [Fault] = []
        for definition in Set(suspicions.map(\.definition)).sorted() {
            let kept = pieces[..<definition]
            let text = ProgramWriter.write(kept, file: chapter.file, syntax: syntax)
            let output = try await compiler.check(
                text, language: language, in: folder, name: "order-\(definition)")
            let unknown = output.messages.filter { $0.severity == .error && $0.file == chapter.file }
            for suspicion in suspicions where suspicion.definition == definition {
                // The compiler's words for a name that does not exist.
                let early = unknown.first { message in
                    message.text.hasPrefix("cannot find '\(suspicion.name)' in scope")
                        && contains(message, pieces[suspicion.piece], text)
                }
                guard let early else { continue }
                let position = text.position(ofCompiled: early.position)
                faults.append(fault(suspicion, pieces, at: position))
            }
        }
        return faults
    }

    private func fault(_ suspicion: Suspicion, _ pieces: [PlannedPiece], at position: SourcePosition) -> Fault
    {
        var notes: [Diagnostic.Note] = []
        if let cell = pieces[suspicion.definition].definingCell,
            let place = CellText.position(ofVariable: suspicion.name, in: cell, syntax[cell.id])
        {
            notes = [
                Diagnostic.Note(
                    "'\(suspicion.name)' is defined here", file: chapter.file,
                    range: chapter.source.range(ofWordAt: place))
            ]
        }
        var cell: Cell.ID?
        if case .cell(let planned) = pieces[suspicion.piece] { cell = planned.cell.id }
        return Fault(
            piece: pieces[suspicion.piece],
            diagnostic: Diagnostic(
                .error, "use-before-definition", file: chapter.file,
                range: chapter.source.range(ofWordAt: position),
                "'\(suspicion.name)' is used above its definition, where it has no value yet", notes: notes,
                repairs: ["move the cell that defines it above this one"], cell: cell))
    }

    private func contains(_ message: CompilerMessage, _ piece: PlannedPiece, _ text: ProgramText) -> Bool {
        switch piece {
        case .cell(let planned):
            chapter.cell(atLine: text.position(ofCompiled: message.position).line)?.id == planned.cell.id
                && text.value(ofCompiled: message.position) == nil
        case .value(let value): text.value(ofCompiled: message.position)?.id == value.id
        case .reloaded: false
        }
    }

    // MARK: - Names in the text

    private func suspicions(in pieces: [PlannedPiece]) -> [Suspicion] {
        var definitions: [String: Int] = [:]
        for (number, piece) in pieces.enumerated() {
            guard let cell = piece.definingCell else { continue }
            for variable in syntax[cell.id]?.variables ?? [] where definitions[variable.name] == nil {
                definitions[variable.name] = number
            }
        }
        return pieces.enumerated().flatMap { number, piece in
            Self.names(in: piece).sorted().compactMap { name in
                guard let definition = definitions[name], definition > number else { return nil }
                return Suspicion(piece: number, name: name, definition: definition)
            }
        }
    }

    /// The names that a piece mentions.
    private static func names(in piece: PlannedPiece) -> Set<String> {
        switch piece {
        case .cell(let planned): SourceWords(planned.cell.shownCode).names
        case .value(let value): SourceWords(value.expression).names
        case .reloaded: []
        }
    }
}
