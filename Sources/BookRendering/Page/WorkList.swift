import BookModel

/// Works in a list: those of a chapter at its end, or all of them on the page of the bibliography.
struct WorkList {
    let tools: PageTools

    /// The works that a chapter cites; empty where it cites none.
    func html(citedIn stem: String) -> HTML {
        let works = tools.index.works.works(citedIn: stem)
        guard !works.isEmpty else { return "" }
        return """
            <section class="works" aria-label="Works cited">
            <h2 class="minor">Works cited</h2>
            \(list(works, in: stem))<p class="all-works"><a href="\(BibliographyPage.path)">All works of the book</a></p>
            </section>

            """
    }

    /// - Parameter stem: the chapter whose citations the list leads back to; `nil` for those of all chapters.
    func list(_ works: [CitedWorks.Work], in stem: String? = nil) -> HTML {
        let items = works.map { work -> HTML in
            """
            <li id="\(work.anchor)"><span class="work-label">\(work.label)</span> \
            <p>\(WorkMarkup(tools: tools, entry: work.entry).html())\(citedIn(work, stem))</p></li>

            """
        }
        return "<ul>\n\(items.joined())</ul>\n"
    }

    /// Links back to the sections that cite the work.
    private func citedIn(_ work: CitedWorks.Work, _ stem: String?) -> HTML {
        let links = tools.citations.places(of: work.entry.key, in: stem).compactMap { link($0, stem) }
        guard !links.isEmpty else { return "" }
        return "\n<span class=\"cited-in\">Cited in \(links.joined(separator: ", "))</span>"
    }

    private func link(_ place: CitationPlaces.Place, _ stem: String?) -> HTML? {
        guard let entry = tools.index.entry(place.stem) else { return nil }
        let address = (place.stem == stem ? "" : entry.address) + "#" + place.anchor
        guard let section = place.section ?? entry.number else {
            return
                "<a href=\"\(address)\">\(ContentsList(index: tools.index, tools: tools).title(of: entry))</a>"
        }
        let name = section.contains(".") ? "Section \(section)" : "\(entry.mark.word) \(section)"
        return "<a href=\"\(address)\" aria-label=\"\(name)\">\(section)</a>"
    }
}
