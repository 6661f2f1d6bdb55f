import BookModel
import Foundation

/// What renders the parts of all pages of one build. What it gives depends on its arguments alone.
final class SharedTools {
    let math: MathRenderer
    let colours: SwiftColours
    let figures: FigureRenderer
    private let store: RenderingStore

    init(_ tools: RenderingTools, preparation: FigurePreparation) throws(RenderingError) {
        store = try RenderingStore(folder: tools.store)
        math = MathRenderer(folder: tools.katexFolder, store: store)
        colours = SwiftColours(toolchainLibraries: tools.toolchainLibraries, store: store)
        figures = FigureRenderer(python: tools.python, store: store, preparation: preparation)
    }

    /// What happened in the store of renderings that people should know.
    var notices: [String] { store.notices.all }
}

/// What the page of one chapter is made with, and where it puts what it gives beside its text.
///
/// Whatever a page depends on comes from its chapter, its own results or `book`: there is no other way to the rest
/// of the book, or a page that is not rendered again could be stale.
final class PageTools {
    let math: MathRenderer
    let colours: SwiftColours
    let figures: FigureRenderer
    /// The rest of the book.
    let book: BookView
    /// What the chapter gave; `nil` when it was not run.
    private(set) lazy var results: ChapterResults? = known?.results.asShown
    private let known: KnownResults?
    let log: DiagnosticLog
    let citations = CitationPlaces()
    let previews = PreviewFragments()
    let longTexts = LongTexts()
    let types = PageTypes()
    let figureFiles: FigureFiles
    /// Files of this page alone, by their paths in the output folder: `assets/figures/08-clwe.js`.
    var files: [String: [UInt8]] = [:]

    init(_ answers: BookAnswers, _ entry: BookIndex.Entry, log: DiagnosticLog = DiagnosticLog()) {
        math = answers.tools.math
        colours = answers.tools.colours
        figures = answers.tools.figures
        figureFiles = FigureFiles(of: entry, library: answers.tools.figures.library)
        book = BookView(answers, entry)
        known = answers.results[entry.stem]
        self.log = log
    }
}
