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
    private var lines: [String] = []
    private var texts: [String: [UInt8]] = [:]

    init(lunr script: URL, store: RenderingStore) {
        self.script = script
        self.store = store
    }

    /// The file of lunr, which is read whenever the pages are made.
    var source: String { script.path }

    /// Adds a page; results that count the same stand in the order of the pages.
    func add(_ page: SearchPage) {
        let excerpts = SearchExcerpts.script(of: page)
        lines.append(line(of: page, excerpts))
        texts[Self.path(ofTexts: page.address)] = Array(excerpts.utf8)
    }

    func files() throws(RenderingError) -> [String: [UInt8]] {
        guard let lunr = try? Data(contentsOf: script) else { throw .missingLunr(file: script.path) }
        var files = texts
        files[Self.folder + "search.js"] = Array(SearchAssets.javaScript.utf8)
        files[Self.folder + "lunr.js"] = Array(lunr)
        files[Self.folder + "index.js"] = Array(
            "bookSearch.index = [\n\(lines.joined(separator: ",\n"))\n];\n".utf8)
        return files
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
