extension Chapter {
    /// Calls `visit` for each inline of the chapter, captions and titles included, outer ones before inner
    /// ones.
    public func forEachInline(_ visit: (Inline) -> Void) {
        for block in blocks { block.forEachInline(visit) }
    }
}

extension Block {
    /// Calls `visit` for each inline of the block, in the order of the page.
    public func forEachInline(_ visit: (Inline) -> Void) {
        for stretch in inlines {
            for inline in stretch { inline.forEach(visit) }
        }
        for block in blocks { block.forEachInline(visit) }
    }

    /// The stretches of inlines that are the block's own, not those of blocks in it.
    private var inlines: [[Inline]] {
        switch content {
        case .paragraph(let inlines): [inlines]
        case .heading(let heading): [heading.text]
        case .cell(let cell): [cell.options.caption ?? []]
        case .table(let table): table.header + table.rows.joined() + [table.caption ?? []]
        case .directive(let directive): [directive.title]
        case .listing, .math, .list, .quote, .footnote, .thematicBreak, .html: []
        }
    }

    /// The blocks that stand in the block.
    public var blocks: [Block] {
        switch content {
        case .list(let list): list.items.flatMap { $0 }
        case .quote(let blocks): blocks
        case .directive(let directive): directive.blocks
        case .footnote(let footnote): footnote.blocks
        case .paragraph, .heading, .cell, .listing, .math, .table, .thematicBreak, .html: []
        }
    }
}

extension Inline {
    /// Calls `visit` for the inline and for those in it.
    public func forEach(_ visit: (Inline) -> Void) {
        visit(self)
        switch content {
        case .emphasis(let inner), .strong(let inner), .link(_, _, let inner):
            inner.forEach { $0.forEach(visit) }
        default: break
        }
    }
}
