extension Chapter {
    /// The chapter as a tree with the place of each part: what tests of the parser compare.
    ///
    ///     chapter 08-clwe (Chapters/08-clwe.md)
    ///     ├─ heading 1 #sec-pancakes @1:1-1:25
    ///     │  └─ text "Pancakes" @1:3-1:10
    ///     └─ cell fig-pancakes @41:1-52:4 keep
    public var dump: String {
        let frontMatter = frontMatter.dump.map { [TreeDump("front matter", $0)] } ?? []
        return TreeDump("chapter \(stem) (\(file))", frontMatter + blocks.map(\.dump)).text
    }
}

extension FrontMatter {
    /// One line a key; `nil` where no key is given.
    fileprivate var dump: [TreeDump]? {
        let lines = [
            title.map { "title \($0.quoted)" }, summary.map { "summary \($0.quoted)" },
            language.map { "language \($0.rawValue)" }, timeLimit.map { "time-limit \($0)" },
            formerly.isEmpty
                ? nil : "formerly " + formerly.map { "\($0.stem) @\($0.range)" }.joined(separator: ", "),
        ].compactMap { $0 }
        return lines.isEmpty ? nil : lines.map { TreeDump($0) }
    }
}

extension Block {
    var dump: TreeDump {
        let (label, attributes, children) = content.dump
        return TreeDump(([label, "@\(range)"] + attributes).joined(separator: " "), children)
    }
}

extension Block.Content {
    fileprivate var dump: (label: String, attributes: [String], children: [TreeDump]) {
        switch self {
        case .paragraph(let inlines): ("paragraph", [], inlines.map(\.dump))
        case .heading(let heading):
            ("heading \(heading.level)" + heading.name.suffix, [], heading.text.map(\.dump))
        case .cell(let cell): ("cell \(cell.id)", cell.flagNames, cell.dump)
        case .listing(let listing):
            (
                "listing" + (listing.language.map { " \($0)" } ?? "") + listing.name.suffix, [],
                [TreeDump("code \(listing.code.quoted)")]
            )
        case .math(let math): ("math" + math.name.suffix, [], [TreeDump("tex \(math.tex.quoted)")])
        case .table(let table): ("table" + table.name.suffix, [], table.dump)
        case .list(let list):
            (
                list.label, [list.isTight ? "tight" : "loose"],
                list.items.map { TreeDump("item", $0.map(\.dump)) }
            )
        case .quote(let blocks): ("quote", [], blocks.map(\.dump))
        case .directive(let directive):
            (
                "directive \(directive.kind.rawValue)" + directive.name.suffix, [],
                (directive.title.isEmpty ? [] : [TreeDump("title", directive.title.map(\.dump))])
                    + directive.blocks.map(\.dump)
            )
        case .footnote(let footnote): ("footnote \(footnote.name)", [], footnote.blocks.map(\.dump))
        case .thematicBreak: ("thematic break", [], [])
        case .html(let html): ("html", [], [TreeDump("text \(html.quoted)")])
        }
    }
}

extension Optional where Wrapped == String {
    /// A name as it is written behind a kind: ` #sec-name`.
    fileprivate var suffix: String { map { " #\($0)" } ?? "" }
}

extension List {
    fileprivate var label: String { start.map { "list from \($0)" } ?? "list" }
}

extension PipeTable {
    fileprivate var dump: [TreeDump] {
        var children = [TreeDump("columns " + alignments.map(\.rawValue).joined(separator: " "))]
        children.append(Self.row("header", header))
        children += rows.map { Self.row("row", $0) }
        if let caption { children.append(TreeDump("caption", caption.map(\.dump))) }
        return children
    }

    private static func row(_ label: String, _ entries: [[Inline]]) -> TreeDump {
        TreeDump(label, entries.map { TreeDump("entry", $0.map(\.dump)) })
    }
}
