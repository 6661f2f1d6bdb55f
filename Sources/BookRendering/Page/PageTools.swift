import BookModel
import Foundation

/// What all pages of one build share.
final class PageTools {
    let math: MathRenderer
    let colours: SwiftColours
    let figures: FigureRenderer
    let images: ProseImages
    let index: BookIndex
    let results: [String: ChapterResults]
    let log = DiagnosticLog()
    let citations = CitationPlaces()
    let previews = PreviewFragments()
    let search: SearchIndex
    private let store: RenderingStore

    init(
        _ tools: RenderingTools, index: BookIndex, results: [String: ChapterResults],
        preparation: FigurePreparation
    ) throws(RenderingError) {
        store = try RenderingStore(folder: tools.store)
        math = MathRenderer(folder: tools.katexFolder, store: store)
        colours = SwiftColours(toolchainLibraries: tools.toolchainLibraries, store: store)
        figures = FigureRenderer(python: tools.python, store: store, preparation: preparation)
        images = ProseImages(root: tools.root)
        search = SearchIndex(lunr: tools.lunr, store: store)
        self.index = index
        self.results = results
    }

    /// What happened in the store of renderings that people should know.
    var notices: [String] { store.notices.all }
}
