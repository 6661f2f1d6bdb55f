import BookModel

/// A book and what is wrong with its text.
public struct ParsedBook: Sendable {
    public let book: Book
    /// What is wrong, in the order of the book: configuration first, then the bibliography, then chapter by chapter.
    public let diagnostics: [Diagnostic]
    /// `book.yml` as text, where there is one.
    public let configurationSource: SourceFile?
    /// `references.bib` as text, where there is one.
    public let bibliographySource: SourceFile?

    /// The file that a diagnostic quotes.
    public func source(of path: String?) -> SourceFile? {
        for source in [configurationSource, bibliographySource] where source?.path == path { return source }
        return book.chapters.first { $0.file == path }?.source
    }
}

/// Reads all files of a book and checks what only the whole can tell: order, names, references, citations.
public enum BookParser {
    /// - Parameters:
    ///   - configuration: `Chapters/book.yml`, where there is one.
    ///   - chapters: the Markdown files, in any order.
    ///   - bibliography: `Chapters/references.bib`, where there is one.
    public static func parse(
        configuration: (path: String, bytes: [UInt8])?, chapters: [(path: String, bytes: [UInt8])],
        bibliography: (path: String, bytes: [UInt8])? = nil
    ) -> ParsedBook {
        let parsed = chapters.map { ChapterParser.parse($0.bytes, path: $0.path) }
        let configuration = configuration.map {
            ConfigurationParser.parseWithPlaces($0.bytes, path: $0.path)
        }
        let bibliography = bibliography.map { BibliographyReader.parse($0.bytes, path: $0.path) }
        let ordered = order(parsed, configuration)
        let check = BookCheck(chapters: ordered, bibliography: bibliography?.bibliography)
        let diagnostics =
            (configuration?.findings.sorted ?? []) + (bibliography?.diagnostics ?? []) + check.diagnostics()
        return ParsedBook(
            book: Book(
                configuration: configuration?.configuration ?? BookConfiguration(),
                chapters: ordered.map(\.chapter), bibliography: bibliography?.bibliography),
            diagnostics: diagnostics, configurationSource: configuration?.source,
            bibliographySource: bibliography?.source)
    }

    /// The chapters in reading order: those of the parts, then the others by name.
    private static func order(_ chapters: [ParsedChapter], _ configuration: ParsedConfiguration?)
        -> [ParsedChapter]
    {
        var rest = chapters.sorted {
            ChapterName.isOrdered(.init(stem: $0.chapter.stem), .init(stem: $1.chapter.stem))
        }
        let known = rest.map(\.chapter.stem)
        var ordered: [ParsedChapter] = []
        var places: [String: SourceRange] = [:]
        for (_, name, range) in configuration?.chapterPlaces ?? [] {
            if let first = places[name] {
                configuration?.findings.add(.repeatedChapterOfPart(name, at: range, first: first))
            } else if let index = rest.firstIndex(where: { $0.chapter.stem == name }) {
                places[name] = range
                ordered.append(rest.remove(at: index))
            } else {
                configuration?.findings.add(.unknownChapterOfPart(name, known: known, at: range))
            }
        }
        return ordered + rest
    }
}
