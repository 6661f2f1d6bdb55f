import BookModel

/// The chapters of the book by part, as a list of links.
struct ContentsList {
    let index: BookIndex
    let tools: PageTools
    /// The titles of all chapters, which every page shows.
    private let titles: [String: HTML]

    init(index: BookIndex, tools: PageTools) {
        self.index = index
        self.tools = tools
        titles = Dictionary(
            index.entries.map { ($0.stem, Self.renderer($0, tools).html($0.chapter.title)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// Consecutive chapters of one part.
    struct Group {
        let part: String?
        var entries: [BookIndex.Entry]
    }

    var groups: [Group] {
        var groups: [Group] = []
        for entry in index.entries {
            if let last = groups.last, last.part == entry.part {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append(Group(part: entry.part, entries: [entry]))
            }
        }
        return groups
    }

    func title(of entry: BookIndex.Entry) -> HTML { titles[entry.stem] ?? .empty }

    private static func renderer(_ entry: BookIndex.Entry, _ tools: PageTools) -> InlineRenderer {
        InlineRenderer(entry, tools, notes: FootnoteList([]), setting: .title)
    }

    /// The contents beside a chapter: all chapters, and the sections of this one.
    func side(for current: BookIndex.Entry) -> HTML {
        let parts = groups.map { group -> HTML in
            let title: HTML = group.part.map { "<p class=\"part\">\($0)</p>\n" } ?? ""
            let items = group.entries.map { item($0, isCurrent: $0.stem == current.stem) }
            return "\(title)<ol>\n\(items.joined())</ol>\n"
        }
        return """
            <nav class="contents" id="contents" aria-label="Contents">
            <p class="contents-title"><a href="index.html">Contents</a></p>
            \(parts.joined())</nav>

            """
    }

    private func item(_ entry: BookIndex.Entry, isCurrent: Bool) -> HTML {
        let number: HTML = "<span class=\"number\">\(entry.number ?? "")</span>"
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        return """
            <li><a href="\(entry.address)"\(current)>\(number) <span>\(title(of: entry))</span></a>\
            \(isCurrent ? sections(of: entry) : "")</li>

            """
    }

    private func sections(of entry: BookIndex.Entry) -> HTML {
        let renderer = Self.renderer(entry, tools)
        let items = entry.marks.sections.filter { $0.level == 2 }.map { section -> HTML in
            "<li><a href=\"#\(section.mark.anchor)\">\(renderer.html(section.mark.title))</a></li>\n"
        }
        return items.isEmpty ? "" : "\n<ol class=\"sections\">\n\(items.joined())</ol>\n"
    }

    /// The links to the chapters before and after.
    func pager(for current: BookIndex.Entry) -> HTML {
        let (previous, next) = index.neighbours(of: current.stem)
        let back = previous.map { link($0, rel: "prev", label: "Previous") } ?? ""
        let forward = next.map { link($0, rel: "next", label: "Next") } ?? ""
        guard previous != nil || next != nil else { return "" }
        return "<nav class=\"pager\" aria-label=\"Previous and next chapter\">\(back)\(forward)</nav>\n"
    }

    private func link(_ entry: BookIndex.Entry, rel: HTML, label: HTML) -> HTML {
        let number: HTML = entry.number.map { "\($0)&ensp;" } ?? ""
        return """
            <a rel="\(rel)" class="\(rel)" href="\(entry.address)"><span class="pager-label">\(label)</span> \
            <span>\(number)\(title(of: entry))</span></a>
            """
    }
}
