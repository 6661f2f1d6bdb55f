import BookModel

/// The chapters of the book by part, as a list of links.
struct ContentsList {
    let book: BookAnswers
    /// Names all that the list shows beside the sections of a chapter.
    let key: String
    /// Consecutive chapters of one part.
    let groups: [Group]
    /// The contents as they stand beside a page that is none of them, cut into its items and what is between.
    private let pieces: [String]
    /// Where each chapter's item is among the pieces, and what is last but one for the page of the bibliography.
    private let places: [String: Int]

    struct Group {
        let part: String?
        var entries: [BookIndex.Entry]
    }

    init(_ book: BookAnswers) {
        self.book = book
        groups = Self.groups(of: book.index.entries)
        var pieces = [
            """
            <nav class="contents" id="contents" aria-label="Contents">
            <p class="contents-title"><a href="index.html">Contents</a></p>

            """
        ]
        var places: [String: Int] = [:]
        for group in groups {
            let title: HTML = group.part.map { "<p class=\"part\">\($0)</p>\n" } ?? ""
            pieces.append(title.markup + "<ol>\n")
            for entry in group.entries {
                places[entry.stem] = pieces.count
                pieces.append(Self.item(entry, title: book.title(of: entry)).markup)
            }
            pieces.append("</ol>\n")
        }
        pieces.append(Self.bibliography(of: book, isCurrent: false).markup)
        pieces.append("</nav>\n")
        self.pieces = pieces
        self.places = places
        key = RenderingStore.hash(pieces)
    }

    private static func groups(of entries: [BookIndex.Entry]) -> [Group] {
        var groups: [Group] = []
        for entry in entries {
            if let last = groups.last, last.part == entry.part {
                groups[groups.count - 1].entries.append(entry)
            } else {
                groups.append(Group(part: entry.part, entries: [entry]))
            }
        }
        return groups
    }

    /// The contents beside a chapter: all chapters, and the sections of this one.
    ///
    /// - Parameters:
    ///   - current: the chapter; `nil` for the page of the bibliography.
    ///   - sections: the sections of the chapter, as `sections(of:in:)` gives them.
    func side(for current: BookIndex.Entry?, sections: HTML = "") -> HTML {
        var pieces = pieces
        if let current {
            if let place = places[current.stem] {
                let title = book.title(of: current)
                pieces[place] = Self.item(current, title: title, isCurrent: true, sections: sections).markup
            }
        } else {
            pieces[pieces.count - 2] = Self.bibliography(of: book, isCurrent: true).markup
        }
        return HTML(trusted: pieces.joined())
    }

    private static func bibliography(of book: BookAnswers, isCurrent: Bool) -> HTML {
        guard !book.index.works.works.isEmpty else { return "" }
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        return """
            <ol>
            <li><a href="\(BibliographyPage.path)"\(current)><span class="number"></span> \
            <span>\(BibliographyPage.title)</span></a></li>
            </ol>

            """
    }

    private static func item(
        _ entry: BookIndex.Entry, title: HTML, isCurrent: Bool = false, sections: HTML = ""
    ) -> HTML {
        let number: HTML = "<span class=\"number\">\(entry.number ?? "")</span>"
        let current: HTML = isCurrent ? " aria-current=\"page\"" : ""
        return """
            <li><a href="\(entry.address)"\(current)>\(number) <span>\(title)</span></a>\(sections)</li>

            """
    }

    /// The sections of a chapter as a list of links; empty where it has none.
    static func sections(of entry: BookIndex.Entry, in titles: InlineRenderer) -> HTML {
        let items = entry.marks.sections.filter { $0.level == 2 }.map { section -> HTML in
            "<li><a href=\"#\(section.mark.anchor)\">\(titles.html(section.mark.title))</a></li>\n"
        }
        return items.isEmpty ? "" : "\n<ol class=\"sections\">\n\(items.joined())</ol>\n"
    }

    /// The links to the chapters before and after.
    func pager(for current: BookIndex.Entry) -> HTML {
        let (previous, next) = book.index.neighbours(of: current.stem)
        let back = previous.map { link($0, rel: "prev", label: "Previous") } ?? ""
        let forward = next.map { link($0, rel: "next", label: "Next") } ?? ""
        guard previous != nil || next != nil else { return "" }
        return "<nav class=\"pager\" aria-label=\"Previous and next chapter\">\(back)\(forward)</nav>\n"
    }

    private func link(_ entry: BookIndex.Entry, rel: HTML, label: HTML) -> HTML {
        let number: HTML = entry.number.map { "\($0)&ensp;" } ?? ""
        return """
            <a rel="\(rel)" class="\(rel)" href="\(entry.address)"><span class="pager-label">\(label)</span> \
            <span>\(number)\(book.title(of: entry))</span></a>
            """
    }
}
