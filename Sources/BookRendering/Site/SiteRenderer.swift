import BookModel
import Foundation

/// Turns a book and what its chapters gave into pages.
///
/// The same book, results and tools give the same bytes. Effects: reads KaTeX, the pictures that the prose
/// names and the store; writes the store; starts the converter of figures when the store lacks one.
public struct SiteRenderer: Sendable {
    private let tools: RenderingTools
    private let preparation = FigurePreparation()

    /// - Throws: `RenderingError` when the store cannot be used.
    public init(tools: RenderingTools) throws(RenderingError) {
        self.tools = tools
        _ = try RenderingStore(folder: tools.store)
    }

    /// Starts the converter of figures, which takes a while: for a build that will draw one. Does not wait for it.
    public func prepareFigures() {
        preparation.begin(python: tools.python)
    }

    /// Ends every converter at once, for an end of the process that leaves no time for more.
    public static func endConverters() {
        FigureWorker.killAll()
    }

    /// The pages of the book: one a chapter, named after its file, `index.html`, and what they need under
    /// `assets/`.
    ///
    /// - Parameter results: what each chapter gave, by its stem; a chapter without an entry is shown without
    ///   results.
    /// - Throws: `RenderingError` when a chapter has formulas and KaTeX is missing.
    public func render(_ book: Book, results: [String: ChapterResults]) throws(RenderingError) -> Site {
        let index = BookIndex(book)
        let page = try PageTools(tools, index: index, results: results, preparation: preparation)
        if Self.hasMath(book) { try page.math.prepare() }
        let list = ContentsList(index: index, tools: page)
        var site = Site(files: [
            Stylesheet.path: Array(Stylesheet.css.utf8), PageScript.path: Array(PageScript.javaScript.utf8),
        ])
        var shells = index.entries.map { ($0.page, Self.shell(of: $0, in: book, list)) }
        shells.append(("index.html", Self.frontShell(of: book, list)))
        if !index.works.works.isEmpty {
            shells.append((BibliographyPage.path, Self.bibliographyShell(of: book, list)))
        }
        for (path, shell) in shells { site.files[path] = Array(shell.html().markup.utf8) }
        site.files.merge(page.images.files) { _, new in new }
        site.sources = page.images.sources
        if Self.hasMath(book) { site.sources.insert(page.math.scriptFile.path) }
        if shells.contains(where: \.1.hasMath) {
            site.files.merge(try MathAssets.files(in: tools.katexFolder)) { _, new in new }
            site.sources.formUnion(MathAssets.sources(in: tools.katexFolder))
        }
        site.files.merge(page.previews.files) { _, new in new }
        site.files.merge(try page.search.files()) { _, new in new }
        site.sources.insert(page.search.source)
        site.files.merge(RedirectPage.files(of: index, in: book)) { page, _ in page }
        site.notices = page.notices
        site.diagnostics = index.entries.compactMap(Self.reservedName(of:)) + page.log.diagnostics
        return site
    }

    private static func shell(of entry: BookIndex.Entry, in book: Book, _ list: ContentsList) -> PageShell {
        let title = Inline.plainText(entry.chapter.title)
        return PageShell(
            bookTitle: book.configuration.title, title: "\(title) · \(book.configuration.title)",
            description: entry.chapter.frontMatter.summary, main: ChapterBody(entry, list.tools).html(),
            contents: list.side(for: entry), pager: list.pager(for: entry))
    }

    /// The diagnostic for a chapter whose page would be the front page.
    private static func reservedName(of entry: BookIndex.Entry) -> Diagnostic? {
        let owners = ["index.html": "the front page", BibliographyPage.path: "the bibliography"]
        guard let owner = owners[entry.page] else { return nil }
        return Diagnostic(
            .error, "reserved-chapter-name", file: entry.chapter.file,
            "a chapter cannot be called '\(entry.stem)': its page would be \(owner)",
            repairs: ["rename the file"])
    }

    private static func frontShell(of book: Book, _ list: ContentsList) -> PageShell {
        let configuration = book.configuration
        return PageShell(
            bookTitle: configuration.title, title: configuration.title, description: configuration.summary,
            main: FrontPage(configuration: configuration, list: list).html(), contents: "", pager: "",
            isFront: true)
    }

    private static func bibliographyShell(of book: Book, _ list: ContentsList) -> PageShell {
        PageShell(
            bookTitle: book.configuration.title,
            title: "\(BibliographyPage.title) · \(book.configuration.title)", description: nil,
            main: BibliographyPage(tools: list.tools).html(), contents: list.side(for: nil), pager: "")
    }

    /// Whether a formula may be anywhere in the book; a dollar sign in code costs no more than reading KaTeX.
    private static func hasMath(_ book: Book) -> Bool {
        book.chapters.contains { $0.hasMath }
            || book.bibliography?.entries.contains { Chapter.hasMath($0.title) } == true
    }
}
