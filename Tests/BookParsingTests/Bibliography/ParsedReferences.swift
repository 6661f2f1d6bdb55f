import BookModel
import BookParsing

/// What a file of references says, as a book without chapters reads it.
enum ParsedReferences {
    static func parse(_ text: String) -> ParsedBook {
        BookParser.parse(
            configuration: nil, chapters: [], bibliography: ("references.bib", Array(text.utf8)))
    }

    /// Everything that is said about the file, as the terminal shows it.
    static func messages(_ text: String) -> String {
        let parsed = parse(text)
        return parsed.diagnostics.map { $0.text(quoting: parsed.source(of: $0.file)) }
            .joined(separator: "\n")
    }

    /// The only entry, where the file is sound and has one.
    static func entry(_ text: String) -> BibliographyEntry? {
        let parsed = parse(text)
        let entries = parsed.book.bibliography?.entries ?? []
        return parsed.diagnostics.isEmpty && entries.count == 1 ? entries[0] : nil
    }
}
