import BookModel
import BookRendering

/// What every form of the book is made from: the finished pages, and what the cells gave.
///
/// The forms are made from the pages and not beside them, so that none can say something else than its page.
package struct ExportSource: Sendable {
    let configuration: BookConfiguration
    let index: BookIndex
    let site: Site
    let results: [String: ChapterResults]
    package let pages: BookPages

    /// - Parameters:
    ///   - site: the pages of the book, as they were rendered from these results.
    ///   - stems: the chapters that are exported.
    package init(_ book: Book, results: [String: ChapterResults], site: Site, stems: Set<String>) {
        configuration = book.configuration
        index = BookIndex(book)
        self.site = site
        self.results = results
        pages = BookPages(site, index: index, configuration: book.configuration, stems: stems)
    }

    func cells(of page: BookPages.Page) -> ChapterCells {
        let entry = index.entry(page.stem).flatMap { $0.page == page.path ? $0 : nil }
        return ChapterCells(entry?.chapter, entry.flatMap { results[$0.stem] }, page: page)
    }
}
