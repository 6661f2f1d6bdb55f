/// Works in a list: those of a chapter at its end, or all of them on the page of the bibliography.
enum WorkList {
    /// What cites a work, in words.
    enum Citing {
        /// A section by its number, or a whole chapter by its own, with the word for a chapter: `Appendix`.
        case section(String, word: String)
        /// A chapter without a number.
        case chapter(title: HTML)
    }

    /// The way to a section that cites a work.
    struct Link {
        let address: String
        let text: Citing

        var html: HTML {
            switch text {
            case .chapter(let title): return "<a href=\"\(address)\">\(title)</a>"
            case .section(let section, let word):
                let name = section.contains(".") ? "Section \(section)" : "\(word) \(section)"
                return "<a href=\"\(address)\" aria-label=\"\(name)\">\(section)</a>"
            }
        }
    }

    /// The works that a chapter cites; empty where it cites none.
    static func ofChapter(_ works: [CitedWork], links: (_ key: String) -> [Link]) -> HTML {
        guard !works.isEmpty else { return "" }
        return """
            <section class="works" aria-label="Works cited">
            <h2 class="minor">Works cited</h2>
            \(list(works, links: links))<p class="all-works">\
            <a href="\(BibliographyPage.path)">All works of the book</a></p>
            </section>

            """
    }

    /// - Parameter links: the ways to what cites the work with this key.
    static func list(_ works: [CitedWork], links: (_ key: String) -> [Link]) -> HTML {
        let items = works.map { work -> HTML in
            """
            <li id="\(work.anchor)"><span class="work-label">\(work.label)</span> \
            <p>\(HTML(trusted: work.markup))\(citedIn(links(work.key)))</p></li>

            """
        }
        return "<ul>\n\(items.joined())</ul>\n"
    }

    private static func citedIn(_ links: [Link]) -> HTML {
        guard !links.isEmpty else { return "" }
        return "\n<span class=\"cited-in\">Cited in \(links.map(\.html).joined(separator: ", "))</span>"
    }
}
