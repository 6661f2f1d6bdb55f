import BookModel
import BookRendering
import Foundation

/// The finished pages of a book as trees, in the order in which they are read.
package struct BookPages: Sendable {
    package struct Page: Sendable {
        /// The path of the page in the site.
        package let path: String
        /// `Chapter 8`; `nil` for a page that has no number.
        package let label: String?
        /// The title without markup.
        package let title: String
        /// The title of the part that holds it.
        package let part: String?
        package let summary: String?
        /// The `<main>` of the page.
        package let main: MarkupElement

        /// The path without its extension.
        package var stem: String {
            String(path.prefix { $0 != "/" }.split(separator: ".").dropLast().joined(separator: "."))
        }
        /// `Chapter 8 · Pancakes`.
        package var heading: String { [label, title].compactMap { $0 }.joined(separator: " · ") }
    }

    package let front: Page
    /// The chapters that are exported, then the pages that are no chapter, such as a bibliography.
    package let pages: [Page]
    /// The contents that stand beside every chapter.
    let contents: MarkupElement?
    /// The style sheets and scripts that the pages name, each once.
    let styleSheets: [String]
    let scripts: [String]

    /// - Parameters:
    ///   - site: the finished pages.
    ///   - stems: the chapters that are exported.
    package init(_ site: Site, index: BookIndex, configuration: BookConfiguration, stems: Set<String>) {
        let entries = index.entries.filter { stems.contains($0.stem) }
        let chapterPages = Set(index.entries.map(\.page))
        let others = site.files.keys.filter {
            $0.hasSuffix(".html") && $0 != "index.html" && !chapterPages.contains($0)
        }
        var heads: [MarkupElement] = []
        var contents: MarkupElement?
        func tree(_ path: String) -> MarkupElement {
            let tree = MarkupReader.page(site.text(of: path) ?? "")
            if let head = tree.first(where: { $0.name == "head" }) { heads.append(head) }
            contents = contents ?? tree.first { $0.name == "nav" && $0.hasClass("contents") }
            return tree
        }
        var pages = entries.map { Page($0, main: Self.main(of: tree($0.page))) }
        for path in others.sorted() {
            let page = tree(path)
            // A page that only leads on to another one has nothing to read.
            let leadsOn = page.first { $0.name == "meta" && $0["http-equiv"]?.lowercased() == "refresh" }
            if leadsOn == nil, page.first(where: { $0.name == "main" }) != nil {
                pages.append(Page(path: path, main: Self.main(of: page)))
            }
        }
        self.pages = pages
        front = Page(
            path: "index.html", label: nil, title: configuration.title, part: nil,
            summary: configuration.summary, main: Self.main(of: tree("index.html")))
        self.contents = contents
        styleSheets = Self.unique(
            heads.flatMap { Self.links(in: $0, "link", "href") { $0["rel"] == "stylesheet" } })
        scripts = Self.unique(heads.flatMap { Self.links(in: $0, "script", "src") { _ in true } })
    }

    private static func main(of page: MarkupElement) -> MarkupElement {
        let main = page.first { $0.name == "main" } ?? MarkupElement("main")
        // What it leads to are files beside the pages, and a closer look that loads them; the script with the types of
        // names is another such file.
        return main.mapping { element in
            var element = element
            element["data-types"] = nil
            return element.hasClass("figure-tools") ? [] : [.element(element)]
        }
    }

    private static func links(
        in head: MarkupElement, _ name: String, _ attribute: String, where isWanted: (MarkupElement) -> Bool
    ) -> [String] {
        var links: [String] = []
        head.forEach { element in
            if element.name == name, isWanted(element), let link = element[attribute] { links.append(link) }
        }
        return links
    }

    private static func unique(_ paths: [String]) -> [String] {
        var seen: Set<String> = []
        return paths.filter { seen.insert($0).inserted }
    }
}

extension BookPages.Page {
    fileprivate init(_ entry: BookIndex.Entry, main: MarkupElement) {
        self.init(
            path: entry.page, label: entry.number.map { "\(entry.mark.word) \($0)" },
            title: Inline.plainText(entry.chapter.title), part: entry.part,
            summary: entry.chapter.frontMatter.summary, main: main)
    }

    /// A page that is no chapter.
    fileprivate init(path: String, main: MarkupElement) {
        self.init(
            path: path, label: nil, title: main.first { $0.name == "h1" }?.plainText ?? path, part: nil,
            summary: nil, main: main)
    }
}
