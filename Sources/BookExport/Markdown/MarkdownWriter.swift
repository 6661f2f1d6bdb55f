/// A part of a page as Markdown.
struct MarkdownWriter {
    let dialect: MarkdownDialect

    /// Blocks, and inline content outside of blocks as paragraphs.
    func blocks(_ nodes: [MarkupNode]) -> [MarkdownPiece] {
        var pieces: [MarkdownPiece] = []
        var line: [MarkupNode] = []
        func endLine() {
            let text = paragraph(line)
            if !text.isEmpty { pieces.append(.text(text)) }
            line = []
        }
        for node in nodes {
            if case .element(let element) = node, Self.isBlock(element) {
                endLine()
                pieces += block(element)
            } else {
                line.append(node)
            }
        }
        endLine()
        return pieces.joined
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

    private func block(_ element: MarkupElement) -> [MarkdownPiece] {
        if let level = element.headingLevel { return [.text(heading(element, level))] }
        switch element.name {
        case "p": return text(paragraph(element.children))
        case "pre": return [.text(MarkdownText.fence(element.plainText, language: ""))]
        case "hr": return [.text("* * *")]
        case "table": return [.text(table(element))]
        case "ul", "ol": return list(element)
        case "blockquote": return quoted(blocks(element.children))
        case "nav", "script", "style", "button": return []
        case "svg": return text(paragraph([.text(element.first { $0.name == "desc" }?.plainText ?? "")]))
        case _ where element.hasClass("opening"): return opening(element)
        case _ where element.hasClass("cell"): return [dialect.cell(element)]
        case _ where element.hasClass("listing"):
            let code = element.plainText
            return [.text(MarkdownText.fence(code, language: dialect.language(code)))]
        case _ where element.hasClass("equation"): return [.text(equation(element))]
        case _ where element.hasClass("box"): return anchored(element) + quoted(blocks(element.children))
        case _ where element.hasClass("end-notes"): return notes(element)
        case "figure", "section": return anchored(element) + blocks(element.children)
        default: return blocks(element.children)
        }
    }

    private func text(_ text: String) -> [MarkdownPiece] { text.isEmpty ? [] : [.text(text)] }

    func heading(_ element: MarkupElement, _ level: Int) -> String {
        let marks = String(repeating: "#", count: min(6, level + dialect.headingShift))
        let words = inline(element.children).trimmingBlanks.split(separator: "\n").joined(separator: " ")
        return anchor(of: element).map { $0 + "\n\n" } ?? "" + "\(marks) \(words)"
    }

    /// The number, the title and the summary of a chapter.
    private func opening(_ element: MarkupElement) -> [MarkdownPiece] {
        let label = element.first { $0.hasClass("chapter-number") }.map { inline($0.children) + ": " } ?? ""
        let rest = element.children.filter { node in
            node.element.map { $0.name != "h1" && !$0.hasClass("chapter-number") } ?? true
        }
        guard let title = element.first(where: { $0.name == "h1" }) else { return blocks(rest) }
        let marks = String(repeating: "#", count: 1 + dialect.headingShift)
        let words = "\(marks) \(label)\(inline(title.children).trimmingBlanks)"
        return [.text(anchor(of: title).map { "\($0)\n\n\(words)" } ?? words)] + blocks(rest)
    }

    private func anchored(_ element: MarkupElement) -> [MarkdownPiece] {
        anchor(of: element).map { [.text($0)] } ?? []
    }

    func anchor(of element: MarkupElement) -> String? {
        guard dialect.hasAnchors, let id = element["id"] else { return nil }
        return "<a id=\"\(CharacterCare.escaped(id))\"></a>"
    }

    private func equation(_ element: MarkupElement) -> String {
        let number = element.first { $0.hasClass("equation-number") }?.plainText.filter { !"()".contains($0) }
        let tag = number.map { " \\tag{\($0)}" } ?? ""
        let formula = "$$\n\(Self.tex(in: element) ?? "")\(tag)\n$$"
        return anchor(of: element).map { "\($0)\n\n\(formula)" } ?? formula
    }

    /// The TeX of a formula, without blank lines, which would end the paragraph.
    static func tex(in element: MarkupElement) -> String? {
        element.first { $0.name == "annotation" }?.plainText.split(whereSeparator: \.isNewline)
            .filter { !$0.allSatisfy(\.isWhitespace) }.joined(separator: "\n")
    }

    func quoted(_ pieces: [MarkdownPiece]) -> [MarkdownPiece] {
        pieces.mappingTexts { text in
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
        }
    }

    private func notes(_ element: MarkupElement) -> [MarkdownPiece] {
        let items = element.first { $0.name == "ol" }?.children.compactMap(\.element) ?? []
        guard dialect.hasAnchors else {
            return items.enumerated().flatMap { number, item in
                blocks(item.children).mappingTexts { text in
                    "[^\(dialect.notePrefix)\(number + 1)]: " + text.indented(by: 4)
                }
            }
        }
        let title = "\(String(repeating: "#", count: 2 + dialect.headingShift)) Notes"
        return [.text(title)]
            + items.enumerated().flatMap { number, item in
                blocks(item.children).mappingTexts { text in
                    "\(number + 1). \(anchor(of: item) ?? "")" + text.indented(by: 3)
                }
            }
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
