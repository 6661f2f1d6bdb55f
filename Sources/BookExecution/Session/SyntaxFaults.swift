import BookModel

/// The syntax errors of a chapter's cells, as diagnostics.
struct SyntaxFaults {
    let chapter: Chapter
    let reading: SyntaxReader.Reading

    /// Those of all cells but the ones that must not compile.
    var all: [Diagnostic] {
        chapter.cells.filter { !$0.flags.contains(.fails) }.flatMap { cell in
            (reading.messages[cell.id] ?? []).reduce(into: [Diagnostic]()) { faults, message in
                let range = chapter.source.range(ofWordAt: message.position)
                if message.severity == .error {
                    faults.append(
                        Diagnostic(
                            .error, "swift", file: chapter.file, range: range, message.text, cell: cell.id))
                } else if let last = faults.indices.last {
                    faults[last].notes.append(Diagnostic.Note(message.text, file: chapter.file, range: range))
                }
            }
        }
    }
}

/// Parameters whose value is not one literal on one line, which is all that `--set` can replace.
struct ParameterCheck {
    let chapter: Chapter
    let reading: SyntaxReader.Reading

    func faults(_ parameters: [String: String]) -> [Diagnostic] {
        let cells = chapter.cells.filter { $0.flags.contains(.parameters) }
        let settable = cells.flatMap { cell in
            (reading.syntax[cell.id]?.statements ?? []).compactMap(\.constant)
                .filter { CellText(cell).literal(of: $0) != nil }.map(\.name)
        }
        return parameters.keys.sorted().filter { !settable.contains($0) }.map { name in
            Diagnostic(
                .error, "parameter-value", file: chapter.file,
                range: cells.first { $0.code.contains(name) }.map { Requirement.fence(of: $0) },
                "the parameter '\(name)' cannot be set: its value is not a number, a truth value or a string",
                repairs: ["write it on a line of its own: `let \(name) = 3`"])
        }
    }
}
