import BookModel

/// Builds a chapter and its results block by block, each block on a line of its own.
final class ChapterWriter {
    private var blocks: [Block] = []
    private var cells: [Cell] = []
    private(set) var results = ChapterResults(cells: [])
    private var line = 1
    private let stem: String
    private let frontMatter: FrontMatter

    init(_ stem: String, summary: String? = nil, formerly: [FormerName] = []) {
        self.stem = stem
        frontMatter = FrontMatter(summary: summary, formerly: formerly)
    }

    var chapter: Chapter {
        Chapter(
            source: SourceFile(
                path: "Chapters/\(stem).md", text: (1...400).map { "line \($0)" }.joined(separator: "\n")),
            stem: stem, frontMatter: frontMatter, blocks: blocks, cells: cells, values: [])
    }

    func add(_ content: Block.Content) {
        blocks.append(block(content))
    }

    func block(_ content: Block.Content) -> Block {
        line += 2
        return Block(range: SourceRange(line: line, column: 1, length: 20), content: content)
    }

    func heading(_ level: Int, _ text: [Inline], name: String? = nil) {
        add(.heading(Heading(level: level, text: text, name: name)))
    }

    func paragraph(_ text: Inline...) { add(.paragraph(text)) }

    func directive(
        _ kind: Directive.Kind, title: [Inline] = [], name: String? = nil, _ contents: [Block.Content]
    ) {
        let inner = contents.map(block)
        add(.directive(Directive(kind: kind, title: title, name: name, blocks: inner)))
    }

    func list(start: Int? = nil, tight: Bool = true, _ items: [[Inline]]) {
        let items = items.map { [block(.paragraph($0))] }
        add(.list(List(start: start, isTight: tight, items: items)))
    }

    /// Adds a cell and what it gave.
    func cell(
        _ code: String, flags: Set<CellFlag> = [], options: CellOptions = CellOptions(),
        status: CellResult.Status? = .ran, reason: String = "", required: String? = nil,
        _ outputs: [CellOutput] = []
    ) {
        let cell = makeCell(code, flags: flags, options: options)
        add(.cell(cell))
        guard let status else { return }
        results.cells.append(
            CellResult(
                id: cell.id, status: status, reason: reason, outputs: outputs, requiredFailure: required))
    }

    func makeCell(_ code: String, flags: Set<CellFlag>, options: CellOptions) -> Cell {
        let count = code.split(separator: "\n", omittingEmptySubsequences: false).count
        let cell = Cell(
            id: options.label ?? "cell-\(cells.count + 1)",
            range: SourceRange(
                start: SourcePosition(line: line + 2, column: 1),
                end: SourcePosition(line: line + 3 + count, column: 3)),
            flags: flags, options: options, code: code, codeLine: line + 3,
            optionLineCount: code.split(separator: "\n").prefix { $0.hasPrefix("//|") }.count)
        cells.append(cell)
        line += count + 1
        return cell
    }

    func fail(_ diagnostic: Diagnostic) { results.diagnostics.append(diagnostic) }

    func give(_ values: [InlineValue.ID: String]) {
        for (id, text) in values { results.values[id] = MIMEBundle([MIMEBundle.plainText: text]) }
    }
}

extension CellOptions {
    static func labelled(_ label: String?, caption: [Inline]? = nil, alt: String? = nil) -> CellOptions {
        var options = CellOptions()
        options.label = label
        options.caption = caption
        options.alt = alt
        return options
    }
}

extension CellOutput {
    static func text(_ text: String) -> CellOutput { .value(MIMEBundle([MIMEBundle.plainText: text])) }

    static func table(_ html: String, text: String = "table") -> CellOutput {
        .value(MIMEBundle([MIMEBundle.html: html, MIMEBundle.plainText: text]))
    }

    static func figure(_ specification: String, text: String = "figure") -> CellOutput {
        .value(MIMEBundle([MIMEBundle.vegaLite: specification, MIMEBundle.plainText: text]))
    }
}
