import BookModel

extension Chapter {
    /// Whether the chapter has a formula, which needs KaTeX.
    var hasMath: Bool { Self.hasMath(blocks) || cells.contains { Self.hasMath($0.options.caption ?? []) } }

    private static func hasMath(_ blocks: [Block]) -> Bool {
        blocks.contains { block in
            switch block.content {
            case .paragraph(let text): hasMath(text)
            case .heading(let heading): hasMath(heading.text)
            case .math: true
            case .cell(let cell): hasMath(cell.options.caption ?? [])
            case .table(let table):
                hasMath(table.header.flatMap { $0 }) || hasMath(table.rows.flatMap { $0.flatMap { $0 } })
                    || hasMath(table.caption ?? [])
            case .list(let list): list.items.contains(where: hasMath)
            case .quote(let inner): hasMath(inner)
            case .directive(let directive): hasMath(directive.title) || hasMath(directive.blocks)
            case .footnote(let footnote): hasMath(footnote.blocks)
            case .listing, .thematicBreak, .html: false
            }
        }
    }

    static func hasMath(_ inlines: [Inline]) -> Bool {
        inlines.contains { inline in
            switch inline.content {
            case .math, .displayMath: true
            case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): hasMath(inner)
            case .text, .softBreak, .lineBreak, .code, .value, .image, .reference, .citation,
                .footnoteReference,
                .html:
                false
            }
        }
    }
}
