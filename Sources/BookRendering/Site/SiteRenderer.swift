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
        guard let python = tools.python, let store = try? RenderingStore(folder: tools.store) else { return }
        VegaLibrary.prepare(python: python, store: store, preparation)
    }

    /// Ends every converter at once, for an end of the process that leaves no time for more.
    public static func endConverters() {
        FigureWorker.killAll()
    }

    /// The pages of the book: one a chapter, named after its file, `index.html`, and what they need under
    /// `assets/`.
    ///
    /// - Parameters:
    ///   - results: what each chapter gave, by its stem; a chapter without an entry is shown without results.
    ///   - memory: what earlier builds rendered; a page whose inputs are the same is then not rendered, and a file
    ///     that is written already is only named.
    ///   - rendered: is told of each chapter whose page was rendered, and how long that took.
    /// - Throws: `RenderingError` when a chapter has formulas and KaTeX is missing.
    public func render(
        _ book: Book, results: [String: KnownResults], memory: PageMemory? = nil,
        rendered: (_ stem: String, _ time: Duration) -> Void = { _, _ in }
    ) throws(RenderingError) -> Site {
        let hasMath = Self.hasMath(book)
        let shared = try SharedTools(tools, preparation: preparation)
        if hasMath { try shared.math.prepare() }
        let index = BookIndex(book)
        let answers = BookAnswers(
            shared, index: index, results: results, root: tools.root)
        let list = ContentsList(answers)
        let pages = index.entries.map { ChapterPage($0, answers, memory) }
        var site = Site(files: [
            Stylesheet.path: Array(Stylesheet.css.utf8), PageScript.path: Array(PageScript.javaScript.utf8),
        ])
        site.files.merge(Stylesheet.fontFiles) { _, new in new }
        let title = book.configuration.title
        var showsMath = false
        for page in pages {
            let frame = PageFrame(of: page.entry, bookTitle: title, list)
            if page.add(to: &site, in: frame) { showsMath = true }
        }
        for (path, shell) in Self.otherPages(of: book, list, pages) {
            site.files[path] = Array(shell.html().markup.utf8)
            if shell.hasMath { showsMath = true }
        }
        Self.addPreviews(pages, to: &site)
        let search = SearchIndex(pages.map(\.facts.search), works: index.works.works)
        site.files.merge(try search.files(lunr: tools.lunr)) { _, new in new }
        site.files.merge(answers.images.files) { _, new in new }
        site.sources = answers.images.sources.union([tools.lunr.path])
        if hasMath { site.sources.insert(shared.math.scriptFile.path) }
        if showsMath {
            site.files.merge(try MathAssets.files(in: tools.katexFolder)) { _, new in new }
            site.sources.formUnion(MathAssets.sources(in: tools.katexFolder))
        }
        if pages.contains(where: \.facts.hasLooks) {
            site.files.merge(shared.figures.library.files) { _, new in new }
        }
        for (path, page) in RedirectPage.files(of: index, in: book)
        where site.files[path] == nil && site.kept[path] == nil {
            site.files[path] = page
        }
        for path in site.files.keys { site.kept[path] = nil }
        for page in pages { page.remember() }
        for page in pages { page.time.map { rendered(page.entry.stem, $0) } }
        site.notices = shared.notices
        let log = DiagnosticLog()
        for diagnostic in answers.log.diagnostics + pages.flatMap(\.facts.diagnostics) { log.add(diagnostic) }
        site.diagnostics = index.entries.compactMap(Self.reservedName(of:)) + log.diagnostics
        return site
    }

    /// The pages of the book, from results that are all at hand.
    ///
    /// - Throws: `RenderingError` when a chapter has formulas and KaTeX is missing.
    public func render(_ book: Book, results: [String: ChapterResults]) throws(RenderingError) -> Site {
        try render(book, results: results.mapValues { KnownResults($0) })
    }

    /// The pages that show something of the whole book, which are made in every build.
    private static func otherPages(
        of book: Book, _ list: ContentsList, _ pages: [ChapterPage]
    ) -> [(path: String, shell: PageShell)] {
        var others = [("index.html", frontShell(of: book, list))]
        if !list.book.index.works.works.isEmpty {
            others.append((BibliographyPage.path, bibliographyShell(of: book, list, pages)))
        }
        return others
    }

    /// The pieces of each page that other pages refer to.
    private static func addPreviews(_ pages: [ChapterPage], to site: inout Site) {
        var wanted: [String: Set<String>] = [:]
        for name in pages.flatMap(\.facts.wanted) { wanted[name.stem, default: []].insert(name.anchor) }
        for page in pages { page.addPreviews(of: wanted[page.entry.stem, default: []].sorted(), to: &site) }
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

    private static func bibliographyShell(
        of book: Book, _ list: ContentsList, _ pages: [ChapterPage]
    ) -> PageShell {
        let page = BibliographyPage(
            book: list.book, citations: pages.map { ($0.entry, $0.facts.citations) })
        return PageShell(
            bookTitle: book.configuration.title,
            title: "\(BibliographyPage.title) · \(book.configuration.title)", description: nil,
            main: page.html(), contents: list.side(for: nil), pager: "")
    }

    /// Whether a formula may be anywhere in the book; a dollar sign in code costs no more than reading KaTeX.
    private static func hasMath(_ book: Book) -> Bool {
        book.chapters.contains { $0.hasMath }
            || book.bibliography?.entries.contains { Chapter.hasMath($0.title) } == true
    }
}
