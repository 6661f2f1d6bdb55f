import BookModel

/// Gathers what a search finds on the page of a chapter, from the chapter and what its page shows of the results.
///
/// What cells print is not searched, nor is what the page does not show.
struct SearchText {
    let body: ChapterBody
    private var sections: [SearchSection]
    /// Notes that were called and not yet read: they belong to the section that calls them.
    private var calledNotes: [String] = []
    private var readNotes: Set<String> = []

    /// - Parameter body: the chapter, after its page was made.
    init(_ body: ChapterBody) {
        self.body = body
        sections = [SearchSection(anchor: "", number: body.entry.number ?? "", title: "")]
    }

    static func page(of body: ChapterBody) -> SearchPage {
        var reader = SearchText(body)
        return reader.page()
    }

    private mutating func page() -> SearchPage {
        let entry = body.entry
        let title = line(body.chapter.title)
        sections[0] = SearchSection(anchor: "", number: entry.number ?? "", title: title)
        add(SearchBlock(.text, body.chapter.frontMatter.summary ?? ""))
        let titleRange = body.chapter.titleBlock?.range
        read(body.chapter.blocks.filter { $0.range != titleRange }, in: Place())
        return SearchPage(
            address: entry.address, label: entry.number.map { "\(entry.mark.word) \($0)" } ?? "",
            title: title,
            sections: sections)
    }

    /// What a block stands in that has a name: a theorem, an exercise, a note.
    private struct Place {
        var anchor = ""
        var label = ""
    }

    // MARK: - Blocks

    private mutating func read(_ blocks: [Block], in place: Place) {
        for block in blocks {
            read(block, in: place)
            let called = calledNotes
            calledNotes = []
            for name in called where readNotes.insert(name).inserted {
                read(
                    body.notes.blocks(of: name) ?? [], in: Place(anchor: PageName.note + name, label: "Note"))
            }
        }
    }

    private mutating func read(_ block: Block, in place: Place) {
        switch block.content {
        case .paragraph(let inlines): add(text(inlines), in: place)
        case .heading(let heading):
            let mark = body.entry.marks.mark(at: block.range)
            let title = line(heading.text)
            sections.append(
                SearchSection(anchor: mark?.anchor ?? "", number: mark?.number ?? "", title: title))
        case .cell(let cell): read(cell)
        case .listing(let listing): read(listing, at: block.range)
        case .math(let math):
            let number = math.name.flatMap { body.entry.marks.named[$0]?.number }
            add(
                SearchBlock(
                    .text, FormulaText.text(of: math.tex), anchor: math.name ?? place.anchor,
                    label: number.map { "Equation (\($0))" } ?? place.label))
        case .table(let table): read(table, at: block.range, in: place)
        case .list(let list): for item in list.items { read(item, in: place) }
        case .quote(let inner): read(inner, in: place)
        case .directive(let directive): read(directive, at: block.range)
        case .html(let markup): add(markup, in: place)
        case .footnote, .thematicBreak: break
        }
    }

    private mutating func read(_ listing: Listing, at range: SourceRange) {
        let mark = body.entry.marks.mark(at: range)
        let label = mark.map(Self.label) ?? ""
        if !label.isEmpty { add(SearchBlock(.name, "", anchor: mark?.anchor ?? "", label: label)) }
        add(SearchBlock(.code, listing.code, anchor: mark?.anchor ?? "", label: label))
    }

    private mutating func read(_ table: PipeTable, at range: SourceRange, in place: Place) {
        let mark = body.entry.marks.mark(at: range)
        let own = mark.map { Place(anchor: $0.anchor, label: Self.label($0)) } ?? place
        if mark != nil || table.caption != nil {
            add(SearchBlock(.name, text(table.caption ?? []), anchor: own.anchor, label: own.label))
        }
        for row in [table.header] + table.rows {
            add(row.map { text($0) }.filter { !$0.isEmpty }.joined(separator: " · "), in: own)
        }
    }

    private mutating func read(_ directive: Directive, at range: SourceRange) {
        // Every claim of the book stands in this list; each is found where it is checked.
        if directive.kind == .claims { return read(directive.blocks, in: Place()) }
        let mark = body.entry.marks.mark(at: range)
        let label = mark.map(Self.label) ?? directive.kind.label
        let place = Place(anchor: mark?.anchor ?? "", label: label)
        if mark?.number != nil || !directive.title.isEmpty {
            add(SearchBlock(.name, text(directive.title), anchor: place.anchor, label: label))
        }
        read(directive.blocks, in: place)
    }

    // MARK: - Cells

    private mutating func read(_ cell: Cell) {
        // A cell that the page does not show has no place on it.
        guard let place = body.cellPlaces[cell.id] else { return }
        let mark = body.entry.marks.named[cell.id]
        let label = mark.map(Self.label) ?? ""
        let exhibit = mark?.kind == .listing ? place : cell.id
        if cell.options.caption != nil || mark?.number != nil {
            add(SearchBlock(.name, text(cell.options.caption ?? []), anchor: exhibit, label: label))
        }
        for title in body.figureTitles[cell.id] ?? [] {
            add(SearchBlock(.name, title, anchor: exhibit, label: label))
        }
        if let alternative = cell.options.alt {
            add(SearchBlock(.text, alternative, anchor: exhibit, label: label))
        }
        add(SearchBlock(.code, cell.shownCode, anchor: place, label: "Code"))
        let isQuiet = !cell.flags.isDisjoint(with: [.quiet, .hidden])
        for claim in body.results?.result(of: cell.id)?.claims ?? [] where !isQuiet || !claim.holds {
            add(SearchBlock(.text, claim.sentence, anchor: place, label: "Claim"))
        }
    }

    // MARK: - Text

    private mutating func add(_ text: String, in place: Place) {
        add(SearchBlock(.text, text, anchor: place.anchor, label: place.label))
    }

    private mutating func add(_ block: SearchBlock) {
        let text = block.field == .code ? block.text : SearchLine.of(block.text)
        guard !text.isEmpty || !block.label.isEmpty && block.field == .name else { return }
        sections[sections.count - 1].blocks.append(
            SearchBlock(block.field, Escaping.visible(text), anchor: block.anchor, label: block.label))
    }

    private mutating func line(_ inlines: [Inline]) -> String {
        Escaping.visible(SearchLine.of(text(inlines)))
    }

    /// The words of a line as its reader sees them, references with their numbers, formulas as characters.
    private mutating func text(_ inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines { text += self.text(inline) }
        return text
    }

    private mutating func text(_ inline: Inline) -> String {
        switch inline.content {
        case .text(let text), .code(let text), .html(let text): return text
        case .softBreak, .lineBreak: return " "
        case .math(let tex), .displayMath(let tex): return FormulaText.text(of: tex)
        case .value(let value): return body.results?.values[value.id]?.text ?? ""
        case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): return text(inner)
        case .image(_, _, let alternative): return alternative
        case .reference(let reference):
            guard let place = body.tools.book.destination(of: reference) else { return "" }
            if place.number == nil, !place.plainTitle.isEmpty { return place.plainTitle }
            return Self.label(place.kind, place.word, place.number)
        case .citation(let citation):
            let labels = citation.items.compactMap { body.tools.book.work($0.key)?.label }
            return labels.isEmpty ? "" : "[\(labels.joined(separator: ", "))]"
        case .footnoteReference(let name):
            calledNotes.append(name)
            return ""
        }
    }

    /// `Theorem 8.3`.
    private static func label(_ mark: Mark) -> String { label(mark.kind, mark.word, mark.number) }

    private static func label(_ kind: Mark.Kind, _ word: String, _ number: String?) -> String {
        guard let number else { return word }
        return kind == .equation ? "\(word) (\(number))" : "\(word) \(number)"
    }
}
