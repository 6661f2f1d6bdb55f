import BookExecution
import BookModel
import BookParsing

/// A book as it was read from its folder, with what is wrong in its files.
public struct LoadedBook: Sendable {
    public let root: String
    public let book: Book
    public let diagnostics: [Diagnostic]
    /// The files that diagnostics quote, by path.
    public let sources: [String: SourceFile]

    /// Reads and parses the book in `root`.
    /// - Throws: `ExecutionError` when its files cannot be read.
    public init(root: String) throws(ExecutionError) {
        let folder = try BookFolder(root: root)
        let parsed = BookParser.parse(
            configuration: folder.configuration.map { ($0.path, $0.bytes) },
            chapters: folder.chapters.map { ($0.path, $0.bytes) },
            bibliography: folder.bibliography.map { ($0.path, $0.bytes) })
        self.root = folder.root
        book = parsed.book
        diagnostics = parsed.diagnostics
        var sources: [String: SourceFile] = [:]
        for chapter in parsed.book.chapters { sources[chapter.file] = chapter.source }
        for source in [parsed.configurationSource, parsed.bibliographySource].compactMap({ $0 }) {
            sources[source.path] = source
        }
        self.sources = sources
    }

    /// What the pages find besides what reading the files has found: they meet each broken reference again.
    func unknown(_ found: [Diagnostic]) -> [Diagnostic] {
        let known = Set(diagnostics.map(Place.init))
        return found.filter { !known.contains(Place($0)) }
    }

    /// Where a diagnostic stands and of which kind it is.
    private struct Place: Hashable {
        let identifier: String
        let file: String?
        let start: SourcePosition?

        init(_ diagnostic: Diagnostic) {
            identifier = diagnostic.identifier
            file = diagnostic.file
            start = diagnostic.range?.start
        }
    }

    /// The errors of a chapter's file that keep it from running: those in its cells, and those of the whole file.
    func blockingFaults(of chapter: Chapter) -> [Diagnostic] {
        diagnostics.filter { diagnostic in
            guard diagnostic.severity == .error, diagnostic.file == chapter.file else { return false }
            guard let line = diagnostic.range?.start.line else { return true }
            return diagnostic.identifier == "not-utf8"
                || chapter.cells.contains { $0.range.start.line <= line && line <= $0.range.end.line }
        }
    }
}
