import BookModel
import Foundation

/// What a reader can search: the pages of the book, as files that a browser loads when it first searches.
///
/// - `assets/search/search.js` asks lunr and shows the results.
/// - `assets/search/lunr.js` is lunr as this machine has it.
/// - `assets/search/index.js` has one line a page, kept in the store by the text that it was made from.
/// - `assets/search/texts/PAGE.js` has the text of a page, for the excerpts of results that lead there.
final class SearchIndex {
    static let folder = "assets/search/"

    private let script: URL
    private let store: RenderingStore

    init(lunr script: URL, store: RenderingStore) {
        self.script = script
        self.store = store
    }

    /// The file of lunr, which is read whenever the pages are made.
    var source: String { script.path }

    /// What a page gives to the search.
    struct Entry {
        /// Its part of the index.
        let line: String
        /// The file with its text, and where that is written.
        let path: String
        let texts: [UInt8]
    }

    func entry(of page: SearchPage) -> Entry {
        let excerpts = SearchExcerpts.script(of: page)
        return Entry(
            line: line(of: page, excerpts), path: Self.path(ofTexts: page.address), texts: Array(excerpts.utf8))
    }

    /// The files that all pages share.
    ///
    /// - Parameter lines: what each page gives; results that count the same stand in their order.
    func files(_ lines: [String]) throws(RenderingError) -> [String: [UInt8]] {
        guard let lunr = try? Data(contentsOf: script) else { throw .missingLunr(file: script.path) }
        let index = "bookSearch.index = [\n\(lines.joined(separator: ",\n"))\n];\n"
        return [
            Self.folder + "search.js": Array(SearchAssets.javaScript.utf8), Self.folder + "lunr.js": Array(lunr),
            Self.folder + "index.js": Array(index.utf8),
        ]
    }

    /// The line of the index for a page. Its text and the titles are all that it is made from.
    private func line(of page: SearchPage, _ excerpts: String) -> String {
        let fields = page.sections.flatMap { section in
            [section.anchor, section.number, section.title, String(section.titleField.rawValue)]
                + section.blocks.map { String($0.field.rawValue) }
        }
        let key = [SearchShard.version, page.label, page.title, excerpts] + fields
        return store.text("search", for: key) { SearchShard.line(of: page) }
    }

    private static func path(ofTexts address: String) -> String {
        let page = address.removingPercentEncoding ?? address
        let stem = page.hasSuffix(".html") ? String(page.dropLast(5)) : page
        return "\(folder)texts/\(stem).js"
    }
}
