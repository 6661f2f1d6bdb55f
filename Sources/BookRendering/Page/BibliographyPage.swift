/// The `<main>` of the page that lists every work that a chapter cites.
struct BibliographyPage {
    static let path = "bibliography.html"
    static let title = "Bibliography"

    let tools: PageTools

    func html() -> HTML {
        let works = tools.index.works.works
        tools.search.add(SearchPage(works, address: Self.path, title: Self.title))
        return """
            <main id="main">
            <div class="opening">
            <h1>\(Self.title)</h1>
            <p class="summary">\(Words.count(works.count, "work")), each with the sections that cite it.</p>
            </div>
            <section class="works all" aria-label="\(Self.title)">
            \(WorkList(tools: tools).list(works))</section>
            </main>
            """
    }
}
