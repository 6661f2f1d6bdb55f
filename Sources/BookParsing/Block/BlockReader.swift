import BookModel
import CCmark

/// Reads the blocks of a chapter from libcmark's tree.
///
/// The tree is made of the source with each `[` replaced by a control character that the source does not
/// hold. So libcmark sees no definition of a link, takes none out of a paragraph and drops none: the reader
/// finds them itself, and with them the definitions of footnotes. Prose is collected into one
/// `InlineDocument` that is parsed at the end, which is why each block is at first a function from the parsed
/// inlines to the block.
final class BlockReader {
    typealias Draft = (InlineTable) -> Block

    let text: SourceText
    let findings: Findings
    let names: NameTable
    /// The containers that the current block stands in, outermost first.
    var containers: [Container] = []
    var inlines = InlineDocument()
    /// The number of cells so far.
    var cellCount = 0
    /// Where each footnote of the chapter is defined.
    var footnotes: [String: SourceRange] = [:]
    /// The last line of a footnote that a block before this one defined.
    var footnoteEnd: Int?

    /// Blocks nested deeper than this are shown as source, so that no walk of the tree runs out of stack.
    private static let deepest = 64

    init(_ text: SourceText, findings: Findings, names: NameTable) {
        self.text = text
        self.findings = findings
        self.names = names
        maskedBracket = Self.maskedBracket(for: text.bytes)
    }

    /// The blocks, with `blankLines` (the front matter) read as if they were blank.
    func read(blankLines: ClosedRange<Int>?) -> (blocks: [Block], values: [InlineValue]) {
        guard let document = CmarkDocument(parsing: maskedSource(blankLines: blankLines)) else {
            return ([], [])
        }
        let drafts = read(document.root.children)
        let table = inlines.parse(in: text, findings: findings)
        return (drafts.map { $0(table) }, table.values)
    }

    // MARK: - Masking

    /// What stands for `[` in the source that libcmark reads for blocks; `[` itself in a file that holds
    /// every control character.
    private let maskedBracket: UInt8

    private static func maskedBracket(for bytes: [UInt8]) -> UInt8 {
        var isUsed = [Bool](repeating: false, count: 256)
        for byte in bytes { isUsed[Int(byte)] = true }
        let candidates = Array(1...8) + Array(14...31)
        return candidates.first { !isUsed[$0] }.map(UInt8.init) ?? .openBracket
    }

    private func maskedSource(blankLines: ClosedRange<Int>?) -> [UInt8] {
        var bytes = text.bytes
        for line in blankLines.map(Array.init) ?? [] {
            for offset in text.line(line) { bytes[offset] = UInt8(ascii: " ") }
        }
        for (offset, byte) in bytes.enumerated() where byte == .openBracket {
            if !isPartOfCDATA(offset) { bytes[offset] = maskedBracket }
        }
        return bytes
    }

    /// Whether the bracket belongs to `<![CDATA[`, which starts a block of HTML.
    private func isPartOfCDATA(_ offset: Int) -> Bool {
        let opening = Array("<![CDATA[".utf8)
        return [2, 8].contains { before in
            offset >= before && text.bytes[(offset - before)...].starts(with: opening)
        }
    }

    /// The literal text of a node with its brackets.
    func literal(of node: CmarkNode) -> String {
        String(decoding: node.literal.map { $0 == maskedBracket ? .openBracket : $0 }, as: UTF8.self)
    }

    // MARK: - Blocks

    func read(_ nodes: some Sequence<CmarkNode>) -> [Draft] {
        containers.count < Self.deepest ? nodes.flatMap { readBlock($0) } : nodes.map { source(of: $0) }
    }

    private func readBlock(_ node: CmarkNode) -> [Draft] {
        switch node.kind {
        case CMARK_NODE_PARAGRAPH: return readParagraph(node)
        case CMARK_NODE_HEADING: return readHeading(node)
        case CMARK_NODE_CODE_BLOCK: return readCode(node)
        case CMARK_NODE_BLOCK_QUOTE: return [readQuote(node)]
        case CMARK_NODE_LIST: return [readList(node)]
        case CMARK_NODE_HTML_BLOCK: return readHTML(node)
        case CMARK_NODE_THEMATIC_BREAK: return [fixed(.thematicBreak, range(of: node))]
        default: return [source(of: node)]
        }
    }

    /// A draft that does not depend on inlines.
    func fixed(_ content: Block.Content, _ range: SourceRange) -> Draft {
        let block = Block(range: range, content: content)
        return { _ in block }
    }

    /// The range of a node, by its first byte and its last line.
    func range(of node: CmarkNode) -> SourceRange {
        text.range(
            from: SourcePosition(line: node.startLine, column: max(node.startColumn, 1)),
            throughLine: node.endLine)
    }

    /// A block that is nested too deep, as its source.
    private func source(of node: CmarkNode) -> Draft {
        let range = range(of: node)
        findings.add(.nestedTooDeep(limit: Self.deepest, at: SourceRange(at: range.start)))
        let end = text.line(range.end.line).lowerBound + range.end.column
        let source = text.string(text.offset(of: range.start)..<min(end, text.bytes.count))
        return fixed(.listing(Listing(language: nil, code: source)), range)
    }

    private func readList(_ node: CmarkNode) -> Draft {
        let items = node.children.map { item in
            containers.append(.item(ItemMarker(item, in: text, parents: containers)))
            defer { containers.removeLast() }
            return read(item.children)
        }
        let start = node.listStart
        let isTight = node.isTight
        let range = range(of: node)
        return { table in
            let blocks = items.map { $0.map { $0(table) } }
            return Block(range: range, content: .list(List(start: start, isTight: isTight, items: blocks)))
        }
    }

    private func readHTML(_ node: CmarkNode) -> [Draft] {
        let html = literal(of: node)
        if HTMLComments.areAll(of: html) { return [] }
        // libcmark's end is one line short where the block ends by its own text: the lines are counted.
        let start = range(of: node).start
        let lineCount = html.utf8.reduce(html.hasSuffix("\n") ? 0 : 1) { $1 == .lineFeed ? $0 + 1 : $0 }
        let range = text.range(from: start, throughLine: start.line + lineCount - 1)
        if !html.hasPrefix("</") {
            findings.add(.rawHTML(at: text.range(from: range.start, throughLine: range.start.line)))
        }
        return [fixed(.html(html.hasSuffix("\n") ? String(html.dropLast()) : html), range)]
    }
}
