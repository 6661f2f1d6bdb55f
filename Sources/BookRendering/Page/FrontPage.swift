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
        \(summary)<nav class="book-contents" aria-label="Contents">
        <h2 class="minor">Contents</h2>
        \(list.groups.map(part).joined())</nav>
        \(total)</main>
        """
    }

    private var subtitle: HTML {
        configuration.subtitle.map { "<p class=\"subtitle\">\($0)</p>\n" } ?? ""
    }

    private var authors: HTML {
        let names = configuration.authors
        return names.isEmpty ? "" : "<p class=\"authors\">\(names.joined(separator: ", "))</p>\n"
    }

    private var summary: HTML {
        configuration.summary.map { "<p class=\"book-summary\">\($0)</p>\n" } ?? ""
    }

    private func part(_ group: ContentsList.Group) -> HTML {
        let title: HTML = group.part.map { "<h3 class=\"part\">\($0)</h3>\n" } ?? ""
        return "\(title)<ol class=\"chapters\">\n\(group.entries.map(chapter).joined())</ol>\n"
    }

    private func chapter(_ entry: BookIndex.Entry) -> HTML {
        let summary: HTML = entry.chapter.frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" } ?? ""
        return """
            <li><span class="number">\(entry.number ?? "")</span> <div>
            <a href="\(entry.page)">\(list.title(of: entry))</a>
            \(summary)\(tally(of: entry))</div></li>

            """
    }

    private func tally(of entry: BookIndex.Entry) -> HTML {
        let results = list.tools.results[entry.stem]
        let tally = ClaimTally(results)
        let failed: HTML = ChapterState.hasFailed(results) ? "<strong class=\"fails\">Did not run to its end.</strong> " : ""
        guard tally.count > 0 else { return failed.isEmpty ? "" : "<p class=\"tally\">\(failed)</p>\n" }
        return "<p class=\"tally\">\(failed)\(tally.html)</p>\n"
    }

    private var total: HTML {
        let tallies = list.index.entries.map { ClaimTally(list.tools.results[$0.stem]) }
        let sum = tallies.reduce(ClaimTally()) { $0 + $1 }
        guard sum.count > 0 else { return "" }
        return "<p class=\"total\">In the whole book: \(sum.html)</p>\n"
    }
}

/// How many claims were checked, and how many of them hold.
struct ClaimTally {
    var count = 0
    var holding = 0

    init() {}

    init(_ results: ChapterResults?) {
        let claims = results?.cells.flatMap(\.claims) ?? []
        count = claims.count
        holding = claims.filter(\.holds).count
    }

    static func + (left: ClaimTally, right: ClaimTally) -> ClaimTally {
        var sum = left
        sum.count += right.count
        sum.holding += right.holding
        return sum
    }

    var html: HTML {
        if holding == count {
            return "<span class=\"holds\">✓ \(Words.count(count, "checked claim")), \(count == 1 ? "it holds" : "all hold")</span>"
        }
        let failing = count - holding
        return "<strong class=\"fails\">✗ \(failing) of \(Words.count(count, "checked claim")) \(failing == 1 ? "does" : "do") not hold</strong>"
    }
}

enum ChapterState {
    /// Whether something in the chapter failed or was left out.
    static func hasFailed(_ results: ChapterResults?) -> Bool {
        guard let results else { return false }
        return results.cells.contains { $0.status == .failed || $0.status == .skipped }
            || results.diagnostics.contains { $0.severity == .error }
    }
}
