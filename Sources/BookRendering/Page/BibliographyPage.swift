/// The `<main>` of the page that lists every work that a chapter cites.
struct BibliographyPage {
    static let path = "bibliography.html"
    static let title = "Bibliography"

    let book: BookAnswers
    /// Where each work is cited, chapter by chapter.
    let citations: [(entry: BookIndex.Entry, places: [CitationPlaces.Place])]

    func html() -> HTML {
        let works = book.works
        let links = self.links
        return """
            <main id="main">
            <div class="opening">
            <h1>\(Self.title)</h1>
            <p class="summary">\(Words.count(works.count, "work")), each with the sections that cite it.</p>
            </div>
            <section class="works all" aria-label="\(Self.title)">
            \(WorkList.list(works) { links[$0] ?? [] })</section>
            </main>
            """
    }

    /// The ways to the sections that cite each work, by its key.
    private var links: [String: [WorkList.Link]] {
        var links: [String: [WorkList.Link]] = [:]
        for (entry, places) in citations {
            let number = entry.number.map { WorkList.Citing.section($0, word: entry.mark.word) }
            for place in places {
                let section = place.section.map { WorkList.Citing.section($0, word: entry.mark.word) }
                let text = section ?? number ?? .chapter(title: book.title(of: entry))
                links[place.key, default: []].append(
                    WorkList.Link(address: entry.address + "#" + place.anchor, text: text))
            }
        }
        return links
    }
}
