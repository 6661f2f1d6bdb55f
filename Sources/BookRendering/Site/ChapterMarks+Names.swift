import BookModel

extension Mark {
    /// What is counted together.
    enum Counter: Hashable, Sendable {
        case figure, table, listing, equation, statement, exercise

        init?(_ kind: Mark.Kind) {
            switch kind {
            case .figure: self = .figure
            case .table: self = .table
            case .listing: self = .listing
            case .equation: self = .equation
            case .directive(.exercise): self = .exercise
            case .directive(let kind) where kind.isStatement: self = .statement
            case .chapter, .section, .directive, .cell: return nil
            }
        }
    }
}

extension Mark.Kind {
    /// The kind that a cell's label names: the number of a figure must not depend on what its cell gave.
    init(label: String) {
        if label.hasPrefix("fig-") {
            self = .figure
        } else if label.hasPrefix("tbl-") {
            self = .table
        } else if label.hasPrefix("lst-") {
            self = .listing
        } else {
            self = .cell
        }
    }
}

extension Chapter {
    /// The first heading of level one, which is the chapter's title.
    var titleBlock: (range: SourceRange, heading: Heading)? {
        for block in blocks {
            if case .heading(let heading) = block.content, heading.level == 1 {
                return (block.range, heading)
            }
        }
        return nil
    }
}

extension ChapterMarks {
    /// The anchors that names and cells take, which no heading's own anchor may take again.
    static func names(in blocks: [Block]) -> Set<String> {
        var names: Set<String> = []
        for block in blocks {
            switch block.content {
            case .heading(let heading): names.formUnion(heading.name.map { [$0] } ?? [])
            case .cell(let cell): names.formUnion([cell.id, cell.id + "-code"])
            case .math(let math): names.formUnion(math.name.map { [$0] } ?? [])
            case .table(let table): names.formUnion(table.name.map { [$0] } ?? [])
            case .listing(let listing): names.formUnion(listing.name.map { [$0] } ?? [])
            case .directive(let directive):
                names.formUnion(directive.name.map { [$0] } ?? [])
                names.formUnion(Self.names(in: directive.blocks))
            case .list(let list): for item in list.items { names.formUnion(Self.names(in: item)) }
            case .quote(let inner): names.formUnion(Self.names(in: inner))
            case .footnote(let footnote): names.formUnion(Self.names(in: footnote.blocks))
            case .paragraph, .thematicBreak, .html: break
            }
        }
        return names
    }
}
