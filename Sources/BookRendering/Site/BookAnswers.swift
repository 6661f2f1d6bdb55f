import BookModel
import Foundation

/// Answers what pages ask about the book, each question from the whole of it.
///
/// It also renders what many pages show: titles and works, each once a build.
final class BookAnswers {
    let index: BookIndex
    let results: [String: KnownResults]
    let tools: SharedTools
    let images: ProseImages
    /// What must be known about titles and works.
    let log = DiagnosticLog()
    private var titles: [PreviewFragments.Name: HTML] = [:]
    private var markups: [String: CitedWork] = [:]
    private lazy var listings = ModuleListings(index, results)

    init(_ tools: SharedTools, index: BookIndex, results: [String: KnownResults], root: URL?) {
        self.tools = tools
        self.index = index
        self.results = results
        images = ProseImages(root: root)
    }

    /// The answer to a question of a chapter's page.
    func answer(_ question: BookQuestion, for entry: BookIndex.Entry) -> BookAnswer {
        switch question {
        case .destination(let reference):
            return index.destination(of: reference, from: entry.stem).map { .place(BookPlace($0)) } ?? .none
        case .title(let stem, let anchor):
            return title(at: anchor, of: stem).map { .markup($0.markup) } ?? .none
        case .work(let key): return index.works[key].map { .works([work($0)]) } ?? .none
        case .works: return .works(index.works.works(citedIn: entry.stem).map(work))
        case .chapterFiles: return .names(index.entries.map { $0.stem + ".md" })
        case .command: return entry.callName.map { .names([index.command, $0]) } ?? .none
        case .listings(let names): return .listings(names.map { listings[$0] })
        case .claims(let title): return .markup(ClaimList(book: self).html(title: title).markup)
        case .picture(let source):
            do throws(ProseImages.Failure) {
                return .picture(address: try images.address(of: source, in: entry.chapter.file))
            } catch {
                return .noPicture(error)
            }
        }
    }

    /// The title of a chapter as markup without links.
    func title(of entry: BookIndex.Entry) -> HTML {
        let name = PreviewFragments.Name(stem: entry.stem, anchor: "")
        if let title = titles[name] { return title }
        let title = html(entry.chapter.title, of: entry)
        titles[name] = title
        return title
    }

    /// The title of a section of a chapter as markup without links.
    func html(_ title: [Inline], of entry: BookIndex.Entry) -> HTML {
        let tools = PageTools(self, entry, log: log)
        return InlineRenderer(entry, tools, notes: FootnoteList([]), setting: .title).html(title)
    }

    private func title(at anchor: String, of stem: String) -> HTML? {
        guard let entry = index.entry(stem) else { return nil }
        guard !anchor.isEmpty else { return title(of: entry) }
        let name = PreviewFragments.Name(stem: stem, anchor: anchor)
        if let title = titles[name] { return title }
        guard let mark = entry.marks.named[anchor] else { return nil }
        let title = html(mark.title, of: entry)
        titles[name] = title
        return title
    }

    /// Every work that a chapter cites, in the order of the bibliography.
    var works: [CitedWork] { index.works.works.map(work) }

    private func work(_ work: CitedWorks.Work) -> CitedWork {
        if let known = markups[work.entry.key] { return known }
        let cited = CitedWork(
            key: work.entry.key, label: work.label, words: CitationLabel.words(for: work.entry),
            markup: WorkMarkup(answers: self, entry: work.entry).html().markup)
        markups[work.entry.key] = cited
        return cited
    }
}
