import BookModel

/// What the rendering of a chapter's page gives, as one value: its text, the files that belong to it alone, what other
/// pages may take from it, and what people must know about it.
///
/// Whoever lets pages have more files or offer more adds it here, and nowhere else: then it is kept with the page when
/// the page is not rendered again.
struct PageRendering: Hashable, Sendable {
    /// What stands in the page or is written beside it.
    struct Content: Hashable, Sendable {
        /// The `<main>` of the page.
        var main: String
        /// Its sections, as the contents beside it list them.
        var sections: String
        /// The pieces that references from other pages can show, by their names.
        var pieces: [String: String]
        /// Files of this page alone, by their paths in the output folder.
        var files: [String: [UInt8]]
    }

    /// What the rest of the site is made from.
    struct Facts: Hashable, Codable, Sendable {
        /// Pieces of other pages that this one refers to.
        var wanted: [PreviewFragments.Name]
        /// The citations of the page, in order.
        var citations: [CitationPlaces.Place]
        var diagnostics: [Diagnostic]
        /// The page's line of the search's index.
        var search: String
        /// Whether it has a figure for the closer look, whose files all pages share.
        var hasLooks: Bool
    }

    let content: Content
    let facts: Facts
    /// What the page asked about the book, and what it was told.
    let questions: [BookQuestion]
    let answers: [BookAnswer]

    /// Renders the page of a chapter.
    init(of entry: BookIndex.Entry, _ book: BookAnswers) {
        let tools = PageTools(book, entry)
        let body = ChapterBody(entry, tools)
        let main = body.html().markup
        let sections = ContentsList.sections(of: entry, in: body.inlines.titles).markup
        let found = SearchText.page(of: body)
        tools.files[SearchIndex.path(ofTexts: entry.stem)] = SearchExcerpts.script(of: found)
        content = Content(
            main: main, sections: sections, pieces: tools.previews.offered.mapValues(\.markup),
            files: tools.files)
        facts = Facts(
            wanted: tools.previews.wanted.sorted { ($0.stem, $0.anchor) < ($1.stem, $1.anchor) },
            citations: tools.citations.places, diagnostics: tools.log.diagnostics,
            search: SearchShard.line(of: found), hasLooks: tools.figureFiles.hasLooks)
        questions = tools.book.questions
        answers = tools.book.record
    }
}
