import BookModel
import Foundation

/// What a reader can search, as files that a browser loads when it first searches.
///
/// - `assets/search/search.js` asks lunr and shows the results.
/// - `assets/search/lunr.js` is lunr as this machine has it.
/// - `assets/search/index.js` has one line a page.
/// - `assets/search/texts/PAGE.js` has the text of a page, for the excerpts of results that lead there.
///
/// The line and the text of a chapter belong to the rendering of its page, and are kept with it.
struct SearchIndex {
    static let folder = "assets/search/"

    private var lines: [String]
    private var texts: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - lines: those of the chapters; results that count the same stand in their order.
    ///   - works: what the page of the bibliography lists.
    init(_ lines: [String], works: [CitedWorks.Work]) {
        self.lines = lines
        guard !works.isEmpty else { return }
        let page = SearchPage(works, address: BibliographyPage.path, title: BibliographyPage.title)
        self.lines.append(SearchShard.line(of: page))
        let stem = String(BibliographyPage.path.dropLast(".html".count))
        texts[Self.path(ofTexts: stem)] = SearchExcerpts.script(of: page)
    }

    static func path(ofTexts stem: String) -> String { "\(folder)texts/\(stem).js" }

    /// - Parameter script: the file of lunr.
    func files(lunr script: URL) throws(RenderingError) -> [String: [UInt8]] {
        guard let lunr = try? Data(contentsOf: script) else { throw .missingLunr(file: script.path) }
        var files = texts
        files[Self.folder + "search.js"] = Array(SearchAssets.javaScript.utf8)
        files[Self.folder + "lunr.js"] = Array(lunr)
        files[Self.folder + "index.js"] = Array(
            "bookSearch.index = [\n\(lines.joined(separator: ",\n"))\n];\n".utf8)
        return files
    }
}
