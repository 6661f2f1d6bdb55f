import BookModel

/// The numbers and anchors of one chapter, found in one walk over its blocks.
public struct ChapterMarks: Sendable {
    /// A section in the order of the page.
    struct Section: Sendable {
        let level: Int
        let mark: Mark
    }

    private(set) var sections: [Section] = []
    /// What has a name, by its name.
    public private(set) var named: [String: Mark] = [:]
    /// Headings, directives and tables, by the place of their block.
    private var placed: [SourceRange: Mark] = [:]

    /// The exercise of each solution, by the place of the solution.
    private var exercises: [SourceRange: Mark] = [:]
    private var lastExercise: Mark?

    private let prefix: String
    private var counts: [Mark.Counter: Int] = [:]
    private var anchors: Set<String> = []
    private var sectionNumber: [Int] = []

    init(of chapter: Chapter, number: String?) {
        prefix = number.map { $0 + "." } ?? ""
        anchors = Self.names(in: chapter.blocks)
        let chapterTitle = chapter.titleBlock
        if let name = chapterTitle?.heading.name {
            named[name] = Mark(kind: .chapter, number: number, anchor: name, title: chapter.title)
        }
        walk(chapter.blocks, skipping: chapterTitle?.range)
    }

    func mark(at range: SourceRange) -> Mark? { placed[range] }

    func exercise(ofSolutionAt range: SourceRange) -> Mark? { exercises[range] }

    private mutating func walk(_ blocks: [Block], skipping title: SourceRange? = nil) {
        for block in blocks where block.range != title {
            switch block.content {
            case .heading(let heading): add(heading, at: block.range)
            case .listing(let listing): addListing(listing.name, at: block.range)
            case .cell(let cell): add(cell)
            case .math(let math): addEquation(math.name)
            case .table(let table): add(table, at: block.range)
            case .directive(let directive):
                add(directive, at: block.range)
                walk(directive.blocks)
            case .list(let list): for item in list.items { walk(item) }
            case .quote(let inner): walk(inner)
            case .footnote(let footnote): walk(footnote.blocks)
            case .paragraph, .thematicBreak, .html: break
            }
        }
    }

    private mutating func add(_ heading: Heading, at range: SourceRange) {
        let anchor = heading.name ?? freeAnchor(for: Inline.plainText(heading.text))
        let mark = Mark(
            kind: .section, number: nextSection(heading.level), anchor: anchor, title: heading.text)
        sections.append(Section(level: max(2, heading.level), mark: mark))
        placed[range] = mark
        if let name = heading.name { named[name] = mark }
    }

    /// Levels 2 and 3 are counted; deeper headings have no number.
    private mutating func nextSection(_ level: Int) -> String? {
        let depth = max(0, level - 2)
        guard depth < 2 else { return nil }
        while sectionNumber.count <= depth { sectionNumber.append(0) }
        sectionNumber[depth] += 1
        sectionNumber.removeSubrange((depth + 1)...)
        return prefix + sectionNumber.map(String.init).joined(separator: ".")
    }

    private mutating func add(_ cell: Cell) {
        guard let label = cell.options.label else { return }
        let kind = Mark.Kind(label: label)
        named[label] = Mark(kind: kind, number: next(kind), anchor: label, title: cell.options.caption ?? [])
    }

    private mutating func addEquation(_ name: String?) {
        guard let name else { return }
        named[name] = Mark(kind: .equation, number: next(.equation), anchor: name, title: [])
    }

    private mutating func addListing(_ name: String?, at range: SourceRange) {
        guard let name else { return }
        let mark = Mark(kind: .listing, number: next(.listing), anchor: name, title: [])
        placed[range] = mark
        named[name] = mark
    }

    private mutating func add(_ table: PipeTable, at range: SourceRange) {
        guard let name = table.name else { return }
        let mark = Mark(kind: .table, number: next(.table), anchor: name, title: table.caption ?? [])
        placed[range] = mark
        named[name] = mark
    }

    private mutating func add(_ directive: Directive, at range: SourceRange) {
        let kind = Mark.Kind.directive(directive.kind)
        // A solution has the number of the exercise that it solves: the last one before it.
        let number = directive.kind == .solution ? lastExercise?.number : next(kind)
        guard number != nil || directive.name != nil else { return }
        let anchor = directive.name ?? freeAnchor(for: "\(directive.kind.label) \(number ?? "")")
        let mark = Mark(kind: kind, number: number, anchor: anchor, title: directive.title)
        placed[range] = mark
        if let name = directive.name { named[name] = mark }
        if directive.kind == .exercise { lastExercise = mark }
        if directive.kind == .solution { exercises[range] = lastExercise }
    }

    private mutating func next(_ kind: Mark.Kind) -> String? {
        guard let counter = Mark.Counter(kind) else { return nil }
        counts[counter, default: 0] += 1
        return prefix + String(counts[counter, default: 0])
    }

    /// An anchor from a text that no name and no earlier heading has.
    private mutating func freeAnchor(for text: String) -> String {
        let slug = Slug.of(text)
        var anchor = slug
        var count = 1
        while PageName.isReserved(anchor) || !anchors.insert(anchor).inserted {
            count += 1
            anchor = "\(slug)-\(count)"
        }
        return anchor
    }
}
