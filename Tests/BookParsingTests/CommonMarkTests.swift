import BookModel
import BookParsing
import CCmark
import Testing

/// What is plain CommonMark must be read as libcmark reads it, although the engine parses blocks and prose
/// apart, masks formulas and finds definitions of links itself: random text is read in both ways and
/// compared.
@Suite struct CommonMarkTests {
    /// Pieces of CommonMark that are no spelling of the engine's own.
    static let pieces = [
        "a", "b ", "é", "\n", "\n", "\n\n", "  ", "*", "**", "_", "`", "``", "[", "]", "(", ")", "](u)",
        "[r]", "[r][]",
        "[a][r]", "![", "](u 't')", "\\", "\\*", "&amp;", "&copy;", "&#35;", "&nope;", "&", "<http://a.b>",
        "<", ">",
        "\n> ", "\n- ", "\n  ", "\n    ", "\n1. ", "\n# ", "\n---\n", "\n===\n", "\n[r]: /u\n",
        "\n\n[r]: <v> \"t\"\n",
        "\n[s]:\n/w\n'x\ny'\n", "[s]", "\n```\n", "\n~~~ x\n", "\t", "  \n", "\\\n", "#", "\"", "'", "]: ",
        "\n>", "\n- - ", "5) ",
    ]

    @Test("random text", arguments: 0..<100)
    func plainCommonMarkIsReadAsByCmark(seed: Int) {
        var generator = SplitMix(state: UInt64(seed))
        for _ in 0..<250 {
            let count = Int.random(in: 1...24, using: &generator)
            let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
            guard !Self.usesOwnSpelling(text) else { continue }
            let parsed = ChapterParser.parse(Array(text.utf8), path: "a.md")
            #expect(
                Self.comparable(parsed.chapter.outline) == Self.comparable(Self.outline(of: text)),
                "\(text.debugDescription)")
            #expect(
                !parsed.diagnostics.contains { $0.identifier == "internal-place" }, "\(text.debugDescription)"
            )
        }
    }

    /// Places do not depend on what stands before: each inline's place holds what the inline says.
    @Test("random text", arguments: 100..<150)
    func placesHoldWhatInlinesSay(seed: Int) {
        var generator = SplitMix(state: UInt64(seed))
        let own =
            Self.pieces + [
                "$x_1$", "`{swift} v`", "[@k]", "[^n]", "$", "$$y$$",
                "\n| a | b |\n|---|---|\n| `c` | *d* |\n",
            ]
        for _ in 0..<250 {
            let count = Int.random(in: 1...24, using: &generator)
            let text = (0..<count).map { _ in own.randomElement(using: &generator) ?? "" }.joined()
            let parsed = ChapterParser.parse(Array(text.utf8), path: "a.md")
            parsed.chapter.forEachInline { inline in
                guard let opening = Self.opening(of: inline.content) else { return }
                let line = parsed.chapter.source.line(inline.range.start.line) ?? ""
                let found = String(
                    decoding: line.utf8.dropFirst(inline.range.start.column - 1), as: UTF8.self)
                #expect(opening.contains { found.hasPrefix($0) }, "\(inline) in \(text.debugDescription)")
            }
            #expect(
                !parsed.diagnostics.contains { $0.identifier == "internal-place" }, "\(text.debugDescription)"
            )
        }
    }

    /// Any bytes are parsed, to a chapter whose dump can be made, with all places in the file.
    @Test("random bytes", arguments: 150..<200)
    func anyBytesAreParsed(seed: Int) {
        var generator = SplitMix(state: UInt64(seed))
        let own = [
            "> [!NOTE] T {#a}\n", "> [!", "```swift keep\n", "//| label: a\n",
            "//| caption: \"x `{swift} y`\n", "//|", "---\n",
            "title: ", "{#n}", "{#", "}", "\r", "\r\n", "\u{FEFF}", "\0", "[^n]: t\n", "[^n]",
            "```math {#e}\n", ": cap {#t}\n",
            "| a |", "|---|\n", String(decoding: [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91], as: UTF8.self),
            "$", "$$", "<!--", "-->", "`{swift} x`", "[@k, 1; ", "````\n", "   ", "\u{1}",
        ]
        for _ in 0..<250 {
            let count = Int.random(in: 1...24, using: &generator)
            var bytes = (0..<count).flatMap { _ in
                Array(((Self.pieces + own).randomElement(using: &generator) ?? "").utf8)
            }
            if Bool.random(using: &generator) {
                bytes.append(UInt8.random(in: 0x80...0xFF, using: &generator))
            }
            let parsed = ChapterParser.parse(bytes, path: "a.md")
            let lineCount = parsed.chapter.source.lines.count
            #expect(!parsed.chapter.dump.isEmpty)
            #expect(!parsed.diagnostics.contains { $0.identifier == "internal-place" }, "\(bytes)")
            for range in parsed.diagnostics.compactMap(\.range) {
                #expect(
                    1...lineCount ~= range.start.line && range.start.column >= 1 && range.start <= range.end,
                    "\(bytes)")
            }
        }
    }

    private static func opening(of content: Inline.Content) -> [String]? {
        switch content {
        case .code, .value: ["`"]
        case .math, .displayMath: ["$"]
        case .emphasis: ["*", "_"]
        case .strong: ["**", "__"]
        case .link: ["[", "<"]
        case .image: ["!["]
        case .citation: ["[@k]"]
        case .footnoteReference: ["[^n]"]
        // A link without a text shows its address.
        case .text(let text): text.first.map { ["\\", "&", "[]", "[\n", String($0)] }
        case .reference, .softBreak, .lineBreak, .html: nil
        }
    }

    /// Whether the text holds what the engine reads in its own way: front matter, names, raw HTML, links
    /// without text.
    private static func usesOwnSpelling(_ text: String) -> Bool {
        let withoutLinks = text.replacing("<http://a.b>", with: "").replacing("<v>", with: "")
        return withoutLinks.contains("<") || text.hasPrefix("---") || text.contains("[](")
            || hasUnderlinedDefinition(text)
    }

    /// A title of nothing but definitions: libcmark reads the line below it as prose that goes on in the next
    /// line, the engine reads `---` as a rule.
    private static func hasUnderlinedDefinition(_ text: String) -> Bool {
        text.contains("]:")
            && text.split(separator: "\n").contains {
                ["=", "-"].contains($0.filter { $0 != " " }.prefix(1))
            }
    }

    /// The outline without blanks: libcmark 0.30.2 keeps those at the start of a lazy line behind `\` and in
    /// code.
    private static func comparable(_ outline: String) -> String {
        outline.replacing(" ", with: "").replacing("\\t", with: "").replacing("\"\"", with: "")
    }

    // MARK: - Outlines

    private static func outline(of text: String) -> String {
        guard let document = cmark_parse_document(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return "" }
        defer { cmark_node_free(document) }
        return outline(childrenOf: document)
    }

    private static func outline(childrenOf node: OpaquePointer) -> String {
        var parts: [String] = []
        var child = cmark_node_first_child(node)
        while let current = child {
            parts.append(outline(of: current))
            child = cmark_node_next(current)
        }
        return parts.joined(separator: " ")
    }

    private static func outline(of node: OpaquePointer) -> String {
        let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
        let inner = "(" + outline(childrenOf: node) + ")"
        switch cmark_node_get_type(node) {
        case CMARK_NODE_PARAGRAPH: return "p" + inner
        case CMARK_NODE_HEADING: return "h\(cmark_node_get_heading_level(node))" + inner
        case CMARK_NODE_BLOCK_QUOTE: return "quote" + inner
        case CMARK_NODE_LIST: return "list" + inner
        case CMARK_NODE_ITEM: return "item" + inner
        case CMARK_NODE_CODE_BLOCK:
            return "code" + (literal.hasSuffix("\n") ? String(literal.dropLast()) : literal).debugDescription
        case CMARK_NODE_THEMATIC_BREAK: return "rule"
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: return "html"
        case CMARK_NODE_TEXT: return literal.debugDescription
        case CMARK_NODE_SOFTBREAK: return "soft"
        case CMARK_NODE_LINEBREAK: return "hard"
        case CMARK_NODE_CODE: return "`" + literal.debugDescription
        case CMARK_NODE_EMPH: return "em" + inner
        case CMARK_NODE_STRONG: return "strong" + inner
        case CMARK_NODE_LINK: return "link<\(url)>" + (inner == "()" ? "(\(url.debugDescription))" : inner)
        case CMARK_NODE_IMAGE: return "image<\(url)>"
        default: return "?"
        }
    }
}

/// A small seeded generator, so that a failing text can be made again.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension Chapter {
    fileprivate var outline: String { blocks.map(\.outline).joined(separator: " ") }
}

extension Block {
    fileprivate var outline: String {
        let inner = "(" + blocks.map(\.outline).joined(separator: " ") + ")"
        switch content {
        case .paragraph(let inlines): return "p(" + inlines.outline + ")"
        case .heading(let heading): return "h\(heading.level)(" + heading.text.outline + ")"
        case .quote: return "quote" + inner
        case .list(let list):
            return "list("
                + list.items.map { "item(" + $0.map(\.outline).joined(separator: " ") + ")" }.joined(
                    separator: " ") + ")"
        case .listing(let listing): return "code" + listing.code.debugDescription
        case .thematicBreak: return "rule"
        case .html: return "html"
        case .cell, .math, .table, .directive, .footnote: return "own"
        }
    }
}

extension [Inline] {
    fileprivate var outline: String { map(\.outline).joined(separator: " ") }
}

extension Inline {
    fileprivate var outline: String {
        switch content {
        case .text(let text): text.debugDescription
        case .softBreak: "soft"
        case .lineBreak: "hard"
        case .code(let code): "`" + code.debugDescription
        case .emphasis(let inner): "em(" + inner.outline + ")"
        case .strong(let inner): "strong(" + inner.outline + ")"
        case .link(let destination, _, let text): "link<\(destination)>(" + text.outline + ")"
        case .image(let source, _, _): "image<\(source)>"
        case .html: "html"
        case .math, .displayMath, .value, .reference, .citation, .footnoteReference: "own"
        }
    }
}
