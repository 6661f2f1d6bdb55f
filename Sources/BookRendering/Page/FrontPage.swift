import BookModel

/// The `<main>` of `index.html`: what the book is, and its chapters.
struct FrontPage {
    let configuration: BookConfiguration
    let list: ContentsList

    func html() -> HTML {
        """
        <main id="main">
        <div class="opening">
        <h1>\(configuration.title)</h1>
        \(subtitle)\(authors)</div>
        \(summary)<nav class="book-contents" aria-label="Chapters">
        <h2 class="minor">Contents</h2>
        \(list.groups.map(part).joined())\(bibliography)</nav>
        \(total)</main>
        """
    }

    private var subtitle: HTML {
        configuration.subtitle.map { "<p class=\"subtitle\">\($0)</p>\n" } ?? ""
    }

    private var authors: HTML {
        let names = configuration.authors
        return names.isEmpty
            ? "" : "<p class=\"authors\">\(names.map(HTML.isolated).joined(separator: ", "))</p>\n"
    }

    private var summary: HTML {
        configuration.summary.map { "<p class=\"book-summary\">\($0)</p>\n" } ?? ""
    }

    private func part(_ group: ContentsList.Group) -> HTML {
        let title: HTML = group.part.map { "<h3 class=\"part\">\($0)</h3>\n" } ?? ""
        return "\(title)<ol class=\"chapters\">\n\(group.entries.map(chapter).joined())</ol>\n"
    }

    private var bibliography: HTML {
        let count = list.book.index.works.works.count
        guard count > 0 else { return "" }
        return """
            <ol class="chapters">
            <li><span class="number"></span> <div>
            <a href="\(BibliographyPage.path)">\(BibliographyPage.title)</a>
            <p class="summary">\(Words.count(count, "work")), each with the sections that cite it.</p>
            </div></li>
            </ol>

            """
    }

    private func chapter(_ entry: BookIndex.Entry) -> HTML {
        let summary: HTML = entry.chapter.frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" } ?? ""
        return """
            <li><span class="number">\(entry.number ?? "")</span> <div>
            <a href="\(entry.address)">\(list.book.title(of: entry))</a>
            \(summary)\(tally(of: entry))</div></li>

            """
    }

    private func tally(of entry: BookIndex.Entry) -> HTML {
        let results = list.book.results[entry.stem]
        let tally = ClaimTally(results)
        let failed: HTML =
            results?.summary.hasFailed == true
            ? "<strong class=\"fails\">Did not run to its end.</strong> " : ""
        guard tally.count > 0 else { return failed.isEmpty ? "" : "<p class=\"tally\">\(failed)</p>\n" }
        return "<p class=\"tally\">\(failed)\(tally.html)</p>\n"
    }

    private var total: HTML {
        let tallies = list.book.index.entries.map { ClaimTally(list.book.results[$0.stem]) }
        let sum = tallies.reduce(ClaimTally()) { $0 + $1 }
        guard sum.count > 0 else { return "" }
        return "<p class=\"total\">In the whole book: \(sum.html)</p>\n"
    }
}
