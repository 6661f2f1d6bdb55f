/// A part of a page as Markdown.
struct MarkdownWriter {
    let dialect: MarkdownDialect

    /// Blocks, and inline content outside of blocks as paragraphs.
    /// - Parameter isTight: whether no blank lines stand between them, as in a list whose items are no paragraphs.
    func blocks(_ nodes: [MarkupNode], isTight: Bool = false) -> String {
        var blocks: [String] = []
        var line: [MarkupNode] = []
        for node in nodes {
            if case .element(let element) = node, Self.isBlock(element) {
                blocks.append(paragraph(line))
                line = []
                blocks.append(block(element))
            } else {
                line.append(node)
            }
        }
        return Self.joined(blocks + [paragraph(line)], isTight: isTight)
    }

    private static func joined(_ blocks: [String], isTight: Bool = false) -> String {
        blocks.filter { !$0.isEmpty }.joined(separator: isTight ? "\n" : "\n\n")
    }

    private static let blockNames: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "div", "section", "article", "figure", "figcaption",
        "table",
        "caption", "ul", "ol", "dl", "blockquote", "details", "summary", "hr", "nav", "header", "footer",
        "main",
        "aside", "script", "style", "button",
    ]

    static func isBlock(_ element: MarkupElement) -> Bool {
        blockNames.contains(element.name) || (element.name == "svg" && element.hasClass("picture"))
    }

    func paragraph(_ nodes: [MarkupNode]) -> String {
        MarkdownText.paragraph(inline(nodes).trimmingBlanks)
    }

    private func block(_ element: MarkupElement) -> String {
        if let level = element.headingLevel { return heading(element, level) }
        switch element.name {
        case "p": return paragraph(element.children)
        case "pre": return MarkdownText.fence(element.plainText, language: "")
        case "hr": return "* * *"
        case "table": return table(element)
        case "ul", "ol": return list(element)
        case "blockquote": return Self.quoted(blocks(element.children))
        case "nav", "script", "style", "button": return ""
        case "svg": return paragraph([.text(element.first { $0.name == "desc" }?.plainText ?? "")])
        default: return box(element)
        }
    }

    /// What the engine sets apart by a class.
    private func box(_ element: MarkupElement) -> String {
        switch element {
        case _ where element.hasClass("opening"): return opening(element)
        case _ where element.hasClass("cell"): return dialect.cell(element)
        case _ where element.hasClass("listing"):
            let code = element.plainText
            return MarkdownText.fence(code, language: dialect.language(code))
        case _ where element.hasClass("equation"): return anchored(element, equation(element))
        case _ where element.hasClass("box"): return anchored(element, Self.quoted(blocks(element.children)))
        case _ where element.hasClass("end-notes"): return notes(element)
        case _ where ["figure", "section"].contains(element.name):
            return anchored(element, blocks(element.children))
        default: return blocks(element.children)
        }
    }

    private func heading(_ element: MarkupElement, _ level: Int) -> String {
        anchored(element, "\(marks(level)) \(line(element.children))")
    }

    /// The marks of a heading.
    private func marks(_ level: Int) -> String {
        String(repeating: "#", count: min(6, level + dialect.headingShift))
    }

    /// Content as one line.
    private func line(_ nodes: [MarkupNode]) -> String {
        inline(nodes).replacing("\\\n", with: " ").trimmingBlanks
    }

    /// The number, the title and the summary of a chapter.
    private func opening(_ element: MarkupElement) -> String {
        let label = element.first { $0.hasClass("chapter-number") }.map { line($0.children) + ": " } ?? ""
        let rest = element.children.filter { node in
            node.element.map { $0.name != "h1" && !$0.hasClass("chapter-number") } ?? true
        }
        guard let title = element.first(where: { $0.name == "h1" }) else { return blocks(rest) }
        return Self.joined([anchored(title, "\(marks(1)) \(label)\(line(title.children))"), blocks(rest)])
    }

    /// The text with the anchor of its element above it.
    private func anchored(_ element: MarkupElement, _ text: String) -> String {
        Self.joined([anchor(of: element) ?? "", text])
    }

    func anchor(of element: MarkupElement) -> String? {
        guard dialect.hasAnchors, let id = element["id"] else { return nil }
        return "<a id=\"\(CharacterCare.escaped(id))\"></a>"
    }

    private func equation(_ element: MarkupElement) -> String {
        let number = element.first { $0.hasClass("equation-number") }?.plainText.filter { !"()".contains($0) }
        let tag = number.map { " \\tag{\($0)}" } ?? ""
        return "$$\n\(Self.tex(in: element) ?? "")\(tag)\n$$"
    }

    /// The TeX of a formula, without blank lines, which would end the paragraph, and without what a reader that
    /// knows no formulas takes for a tag.
    static func tex(in element: MarkupElement) -> String? {
        element.first { $0.name == "annotation" }?.plainText.split(whereSeparator: \.isNewline)
            .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
            .replacing(/<(?=[A-Za-z\/!?])/, with: "< ")
    }

    private static func quoted(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
    }

    private func notes(_ element: MarkupElement) -> String {
        let items = element.first { $0.name == "ol" }?.children.compactMap(\.element) ?? []
        let notes = items.enumerated().map { place, item in
            let (number, text) = (place + 1, blocks(item.children))
            return dialect.hasAnchors
                ? "\(number). \(anchor(of: item) ?? "")\(text.indented(by: 3))"
                : "[^\(dialect.notePrefix)\(number)]: \(text.indented(by: 4))"
        }
        return Self.joined((dialect.hasAnchors ? ["\(marks(2)) Notes"] : []) + notes)
    }
}

extension String {
    var trimmingBlanks: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The text with blanks before all lines but the first.
    func indented(by count: Int) -> String {
        let blanks = String(repeating: " ", count: count)
        return split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { $0 == 0 || $1.isEmpty ? String($1) : blanks + $1 }.joined(separator: "\n")
    }
}
