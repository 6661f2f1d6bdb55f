import BookModel

/// The `<main>` of one chapter.
final class ChapterBody {
    let entry: BookIndex.Entry
    let tools: PageTools
    let inlines: InlineRenderer
    let notes: FootnoteList
    /// What became of the chapter; `nil` when it was not run.
    let results: ChapterResults?
    /// Counts the pictures of the page, for their ids.
    var pictureCount = 0
    /// Where each cell that the page shows stands, and the titles of its figures: what a search leads to.
    var cellPlaces: [Cell.ID: String] = [:]
    var figureTitles: [Cell.ID: [String]] = [:]

    init(_ entry: BookIndex.Entry, _ tools: PageTools) {
        self.entry = entry
        self.tools = tools
        notes = FootnoteList(entry.chapter.blocks)
        inlines = InlineRenderer(entry, tools, notes: notes)
        results = tools.results
    }

    var chapter: Chapter { entry.chapter }

    func html() -> HTML {
        let title = chapter.titleBlock
        let opening = opening(title?.heading)
        tools.previews.offer(opening, at: "")
        if let name = title?.heading.name { tools.previews.offer(opening, at: name) }
        let text = blocks(chapter.blocks.filter { $0.range != title?.range })
        let notes = endNotes()
        let works = worksCited()
        tools.files.merge(tools.longTexts.files) { _, new in new }
        tools.files.merge(tools.figureFiles.files) { _, new in new }
        tools.files.merge(tools.types.files(of: entry, tools.book)) { _, new in new }
        tools.files.merge(CodeScript.files(of: entry, results)) { _, new in new }
        return """
            <main id="main"\(codeScript)>
            \(opening)\(problems())
            \(text)
            \(sourceNote())\(notes)\(works)</main>
            """
    }

    /// The works that the chapter cites, each with the way back to its citations.
    private func worksCited() -> HTML {
        let number = entry.number.map { WorkList.Citing.section($0, word: entry.mark.word) }
        let chapter = number ?? .chapter(title: inlines.titles.html(chapter.title))
        return WorkList.ofChapter(tools.book.works()) { key in
            tools.citations.places(of: key).map { place in
                let section = place.section.map { WorkList.Citing.section($0, word: entry.mark.word) }
                return WorkList.Link(address: "#" + place.anchor, text: section ?? chapter)
            }
        }
    }

    private func opening(_ heading: Heading?) -> HTML {
        let number: HTML =
            entry.number.map { "<p class=\"chapter-number\">\(entry.mark.word) \($0)</p>\n" } ?? ""
        let name: HTML = heading?.name.map { " id=\"\($0)\"" } ?? ""
        let title: HTML = "<h1\(name)>\(inlines.html(chapter.title))</h1>"
        return "<div class=\"opening\">\n\(number)\(title)\n\(summary)</div>\n"
    }

    private var summary: HTML {
        chapter.frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" } ?? ""
    }

    /// What went wrong with the chapter as a whole.
    private func problems() -> HTML {
        let known = Set(chapter.cells.map(\.id))
        let whole = (results?.diagnostics ?? []).filter { $0.cell.map { !known.contains($0) } ?? true }
        return whole.map(diagnostic).joined() + failureNotice
    }

    /// A reader must not find out at the end that half of the page did not run.
    private var failureNotice: HTML {
        guard let first = results?.cells.first(where: { $0.status == .failed }) else { return "" }
        return """
            <p class="not-run failed"><strong>This chapter did not run to its end.</strong> \
            <a href="#\(first.id)">Where it stopped</a></p>

            """
    }

    func blocks(_ blocks: [Block]) -> HTML {
        let rendered = blocks.map(block)
        for (index, block) in blocks.enumerated() {
            offerPreview(of: block, rendered[index], next: rendered.dropFirst(index + 1).first)
        }
        return rendered.joined(separator: "\n")
    }

    /// Keeps a block that references can lead to: with a heading goes the paragraph below it.
    private func offerPreview(of block: Block, _ html: HTML, next: HTML?) {
        switch block.content {
        case .heading(let heading):
            guard let name = heading.name else { return }
            let start = next.flatMap { $0.markup.hasPrefix("<p>") ? $0 : nil } ?? ""
            tools.previews.offer("\(html)\n\(start)", at: name)
        case .directive(let directive): directive.name.map { tools.previews.offer(html, at: $0) }
        case .table(let table): table.name.map { tools.previews.offer(html, at: $0) }
        case .math(let math): math.name.map { tools.previews.offer(html, at: $0) }
        case .listing(let listing): listing.name.map { tools.previews.offer(html, at: $0) }
        // Its figure or table has offered itself, where it takes the label.
        case .cell(let cell): tools.previews.offer(html, at: cell.id, isFallback: true)
        case .paragraph, .list, .quote, .footnote, .thematicBreak, .html: break
        }
    }

    func block(_ block: Block) -> HTML {
        switch block.content {
        case .paragraph(let text): "<p>\(inlines.html(text))</p>"
        case .heading(let heading): self.heading(heading, at: block.range)
        case .cell(let cell): self.cell(cell)
        case .listing(let listing): self.listing(listing, at: block.range)
        case .math(let math): self.math(math, at: block.range)
        case .table(let table): self.table(table, at: block.range)
        case .list(let list): self.list(list)
        case .quote(let inner): "<blockquote>\n\(blocks(inner))\n</blockquote>"
        case .directive(let directive): self.directive(directive, at: block.range)
        case .footnote: ""
        case .thematicBreak: "<hr>"
        case .html(let markup):
            """
            <pre class="raw"\(ScrollBox.attributes(label: "Markup", text: markup))><code>\
            \(Escaping.verbatim(markup))</code></pre>
            """
        }
    }

    private func heading(_ heading: Heading, at range: SourceRange) -> HTML {
        let level = min(6, max(2, heading.level))
        guard let mark = entry.marks.mark(at: range) else {
            return "<h\(level)>\(inlines.html(heading.text))</h\(level)>"
        }
        tools.citations.enter(mark.number)
        let number: HTML = mark.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
        let text = inlines.html(heading.text)
        let link: HTML =
            "<a class=\"anchor\" href=\"#\(mark.anchor)\" aria-label=\"Link to this section\">#</a>"
        return "<h\(level) id=\"\(mark.anchor)\">\(number)\(text) \(link)</h\(level)>"
    }

    private func list(_ list: List) -> HTML {
        let items = list.items.map { item -> HTML in
            "<li>\(list.isTight ? tight(item) : blocks(item))</li>"
        }
        let inner = items.joined(separator: "\n")
        guard let start = list.start else { return "<ul>\n\(inner)\n</ul>" }
        return start == 1 ? "<ol>\n\(inner)\n</ol>" : "<ol start=\"\(start)\">\n\(inner)\n</ol>"
    }

    /// The paragraphs of a tight list have no space around them.
    private func tight(_ item: [Block]) -> HTML {
        item.map { block -> HTML in
            if case .paragraph(let text) = block.content { return inlines.html(text) }
            return self.block(block)
        }.joined(separator: "\n")
    }

    private func math(_ math: DisplayMath, at range: SourceRange) -> HTML {
        let formula = inlines.math(math.tex, at: range, isDisplay: true)
        let box = ScrollBox.attributes(label: "Formula")
        guard let name = math.name, let number = entry.marks.named[name]?.number else {
            return "<div class=\"equation\"><div class=\"formula\"\(box)>\(formula)</div></div>"
        }
        return """
            <div class="equation" id="\(name)"><div class="formula"\(box)>\(formula)</div>\
            <a class="equation-number" href="#\(name)">(\(number))</a></div>
            """
    }

    private func listing(_ listing: Listing, at range: SourceRange) -> HTML {
        let isSwift = listing.language?.lowercased() == "swift"
        let code = isSwift ? tools.colours.html(listing.code) : HTML(text: Escaping.verbatim(listing.code))
        let label = listing.language ?? "text"
        let box = ScrollBox.attributes(label: "Listing, \(label)", text: listing.code)
        guard let mark = entry.marks.mark(at: range) else {
            return "<div class=\"listing\"><pre\(box)><code>\(code)</code></pre></div>"
        }
        let number: HTML = mark.number.map { " \($0)" } ?? ""
        return """
            <figure class="listing" id="\(mark.anchor)">
            <figcaption><span class="caption-label">\(mark.word)\(number)</span></figcaption>
            <pre\(box)><code>\(code)</code></pre></figure>
            """
    }
}
