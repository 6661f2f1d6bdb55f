import BookModel

/// The commands by which a reader runs a chapter, or a cell of it, on a machine that has the book.
struct RunLine {
    private let command: String
    private let chapter: String

    /// - Returns: `nil` when the command would not find the chapter.
    init?(_ book: BookView) {
        guard let words = book.command() else { return nil }
        (command, chapter) = words
    }

    /// `book run 8`
    var forChapter: String { line(chapter) }

    /// `book run 8#fig-pancakes`
    func forCell(_ cell: Cell.ID) -> String { line("\(chapter)#\(cell)") }

    /// `book run 8 --set gamma=3`
    func setting(_ parameter: Parameter) -> String? {
        parameter.literal.map { "\(forChapter) --set \(Self.quoted("\(parameter.name)=\($0)"))" }
    }

    private func line(_ address: String) -> String { "\(command) run \(Self.quoted(address))" }

    /// The word as a shell takes it.
    private static func quoted(_ word: String) -> String {
        let plain = word.allSatisfy { character in
            character.isASCII
                && (character.isLetter || character.isNumber || "-_./#=:,+@%".contains(character))
        }
        return plain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
