import BookModel
import CCmark

/// Reads one paragraph of an `InlineDocument` to inlines with exact places.
///
/// libcmark 0.30.2 gives positions to inlines, but they are not to be relied on: they leave out the prefixes
/// of containers, merge text across escapes and entities, and are one line short after each backslash line
/// break and each title of a link that spans lines. The tree itself is right. So the reader walks the tree in
/// order with a cursor in the source: a text node consumes the bytes that it came from (a character, an
/// escape or an entity each), `emph` one delimiter on either side, a code span its backticks, a link its
/// brackets and its tail.
struct InlineReader {
    let source: MaskedPassage
    let text: SourceText
    let findings: Findings
    let cellsBefore: Int
    var entities: EntityTable
    var values: [InlineValue] = []
    /// The number of the first value of this passage.
    private let nextValue: Int
    /// The offset in `source.bytes` of what is read next.
    var cursor = 0
    private var stack: [Frame] = []
    private var isLost = false

    /// An inline that is open.
    private struct Frame {
        let node: CmarkNode
        let start: Int
        let isAutolink: Bool
        var children: [Inline] = []
    }

    /// Inlines nested deeper than this are read as their content, so that no walk of the tree runs out of
    /// stack.
    private static let deepest = 64

    init(
        _ source: MaskedPassage, text: SourceText, findings: Findings, entities: EntityTable,
        cellsBefore: Int,
        nextValue: Int
    ) {
        self.source = source
        self.text = text
        self.findings = findings
        self.entities = entities
        self.cellsBefore = cellsBefore
        self.nextValue = nextValue
    }

    var bytes: [UInt8] { source.bytes }

    mutating func read(_ paragraph: CmarkNode) -> [Inline] {
        stack = [Frame(node: paragraph, start: 0, isAutolink: false)]
        let iterator = cmark_iter_new(paragraph.pointer)
        defer { cmark_iter_free(iterator) }
        // The paragraph itself, the line `x` and its soft break.
        for _ in 0..<3 { cmark_iter_next(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event != CMARK_EVENT_DONE, let pointer = cmark_iter_get_node(iterator),
                pointer != paragraph.pointer
            else { break }
            let node = CmarkNode(pointer: pointer)
            if event == CMARK_EVENT_EXIT { close(node) } else { enter(node) }
        }
        if let display = source.scan.unclosedDisplay {
            findings.add(.unclosedMath(at: source.passage.range(display, in: text)))
        }
        return stack[0].children
    }

    /// The place in the file of offsets in `bytes`.
    func place(_ offsets: Range<Int>) -> SourceRange {
        let start = source.original(of: offsets.lowerBound)
        let end = source.original(of: min(offsets.upperBound, bytes.count))
        return source.passage.range(start..<max(end, start + 1), in: text)
    }

    mutating func emit(_ content: Inline.Content, _ offsets: Range<Int>) {
        emit(content, at: place(offsets))
    }

    mutating func emit(_ content: Inline.Content, at range: SourceRange) {
        stack[stack.count - 1].children.append(Inline(range: range, content: content))
    }

    /// Moves the cursor over `expected`, which the tree says stands there.
    private mutating func consume(_ expected: [UInt8]) {
        guard bytes[min(cursor, bytes.count)...].starts(with: expected) else { return lose() }
        cursor += expected.count
    }

    /// Says that the tree and the source disagree: a fault of the engine, of which only places suffer.
    mutating func lose() {
        guard !isLost else { return }
        isLost = true
        findings.add(
            .lostPlace(at: place(min(cursor, max(bytes.count - 1, 0))..<min(cursor + 1, bytes.count))))
    }

    // MARK: - Nodes

    private mutating func enter(_ node: CmarkNode) {
        switch node.kind {
        case CMARK_NODE_TEXT: readText(node.literal, hasEscapes: !stack[stack.count - 1].isAutolink)
        case CMARK_NODE_SOFTBREAK: readBreak(.softBreak)
        case CMARK_NODE_LINEBREAK: readBreak(.lineBreak)
        case CMARK_NODE_CODE: readCode(node.literal)
        case CMARK_NODE_HTML_INLINE: readHTML(node.literal)
        default: open(node)
        }
    }

    private mutating func open(_ node: CmarkNode) {
        let start = cursor
        let isAutolink = node.kind == CMARK_NODE_LINK && cursor < bytes.count && bytes[cursor] == .lessThan
        switch node.kind {
        case CMARK_NODE_EMPH: cursor += 1
        case CMARK_NODE_STRONG: cursor += 2
        case CMARK_NODE_IMAGE: consume(Array("![".utf8))
        case CMARK_NODE_LINK: consume([isAutolink ? .lessThan : .openBracket])
        default: break
        }
        stack.append(Frame(node: node, start: start, isAutolink: isAutolink))
    }

    private mutating func close(_ node: CmarkNode) {
        guard stack.count > 1, let frame = stack.popLast() else { return }
        switch node.kind {
        case CMARK_NODE_EMPH: cursor += 1
        case CMARK_NODE_STRONG: cursor += 2
        case CMARK_NODE_LINK where frame.isAutolink: consume([.greaterThan])
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE: consumeTail()
        default: break
        }
        let range = place(frame.start..<cursor)
        if stack.count > Self.deepest {
            stack[stack.count - 1].children += frame.children
        } else {
            emit(content(of: node, children: frame.children, range), at: range)
        }
    }

    /// Moves the cursor over `](destination "title")`, `][label]`, `][]` or `]`.
    private mutating func consumeTail() {
        consume([.closeBracket])
        if let end = LinkSyntax.inlineTail(bytes, cursor) ?? LinkSyntax.label(bytes, cursor) { cursor = end }
    }

    private mutating func content(of node: CmarkNode, children: [Inline], _ range: SourceRange)
        -> Inline.Content
    {
        switch node.kind {
        case CMARK_NODE_EMPH: return .emphasis(children)
        case CMARK_NODE_STRONG: return .strong(children)
        default: break
        }
        let destination = String(decoding: source.restored(node.url), as: UTF8.self)
        let title = String(decoding: source.restored(node.title), as: UTF8.self)
        if node.kind == CMARK_NODE_IMAGE {
            return .image(source: destination, title: title, alternative: Inline.plainText(children))
        }
        guard children.isEmpty else { return .link(destination: destination, title: title, text: children) }
        if let reference = CrossReference(destination: destination) { return .reference(reference) }
        findings.add(.emptyLink(to: destination, at: range))
        let text = Inline(range: range, content: .text(destination))
        return .link(destination: destination, title: title, text: [text])
    }

    /// A soft break is a line feed, a line break one after two blanks or a backslash.
    private mutating func readBreak(_ content: Inline.Content) {
        let start = cursor
        while cursor < bytes.count, bytes[cursor].isBlank { cursor += 1 }
        if cursor < bytes.count, bytes[cursor] == .backslash { cursor += 1 }
        consume([.lineFeed])
        emit(content, start..<max(cursor, start + 1))
        // libcmark strips the blanks at the start of a line.
        while cursor < bytes.count, bytes[cursor].isBlank { cursor += 1 }
    }

    private mutating func readHTML(_ literal: [UInt8]) {
        let start = cursor
        consume(literal)
        let html = String(decoding: source.restored(literal), as: UTF8.self)
        guard !html.hasPrefix("<!--") else { return }
        if !html.hasPrefix("</") { findings.add(.rawHTML(at: place(start..<max(cursor, start + 1)))) }
        emit(.html(html), start..<max(cursor, start + 1))
    }

    private mutating func readCode(_ literal: [UInt8]) {
        let start = cursor
        guard let span = codeSpan(at: start) else {
            lose()
            return emit(.code(String(decoding: literal, as: UTF8.self)), start..<start + 1)
        }
        cursor = span.upperBound
        let ticks = bytes[start...].prefix { $0 == .backtick }.count
        let inner = span.lowerBound + ticks..<span.upperBound - ticks
        let code = String(decoding: source.restored(literal), as: UTF8.self)
        guard let value = value(code, inner) else { return emit(.code(code), span) }
        values.append(value)
        emit(.value(value), span)
    }

    /// The code span that starts at `start` with its backticks.
    private func codeSpan(at start: Int) -> Range<Int>? {
        let ticks = bytes[min(start, bytes.count)...].prefix { $0 == .backtick }.count
        var index = start + ticks
        guard ticks > 0 else { return nil }
        while index < bytes.count {
            let run = bytes[index...].prefix { $0 == .backtick }.count
            if run == ticks { return start..<index + run }
            index += max(run, 1)
        }
        return nil
    }

    /// The value that the code span `{swift} expression` stands for.
    private func value(_ code: String, _ inner: Range<Int>) -> InlineValue? {
        guard code.hasPrefix("{"), let brace = code.firstIndex(of: "}") else { return nil }
        let language = String(code[code.index(after: code.startIndex)..<brace])
        let rest = code[code.index(after: brace)...]
        guard language == "swift", rest.isEmpty || rest.first?.isWhitespace == true else {
            if rest.first == " ", Spelling.nearest(to: language, among: ["swift"]) != nil {
                findings.add(.unknownValueLanguage(language, at: place(inner)))
            }
            return nil
        }
        guard let close = bytes[inner].firstIndex(of: .closeBrace) else { return nil }
        var expression = close + 1..<inner.upperBound
        while expression.count > 0, bytes[expression.lowerBound].isBlankOrLineFeed {
            expression = expression.lowerBound + 1..<expression.upperBound
        }
        while expression.count > 0, bytes[expression.upperBound - 1].isBlankOrLineFeed {
            expression = expression.lowerBound..<expression.upperBound - 1
        }
        guard !expression.isEmpty else {
            findings.add(.emptyValue(at: place(inner)))
            return nil
        }
        let oneLine = bytes[expression].map { $0 == .lineFeed ? UInt8(ascii: " ") : $0 }
        return InlineValue(
            id: nextValue + values.count, range: place(expression),
            expression: String(decoding: oneLine, as: UTF8.self), cellsBefore: cellsBefore)
    }
}
