extension MarkdownWriter {
    /// Content within a line; a line end stands only for `<br>`.
    func inline(_ nodes: [MarkupNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): MarkdownText.escaped(text)
            case .element(let element): inline(element)
            }
        }.joined()
    }

    private func inline(_ element: MarkupElement) -> String {
        if element.classes.contains(where: { Self.left.contains(String($0)) }) { return "" }
        switch element.name {
        case "br": return "\\\n"
        case "em", "i": return marked(element, "*")
        case "strong", "b": return marked(element, "**")
        case "code": return MarkdownText.code(element.plainText)
        case "img": return dialect.image(element)
        case "script", "style", "button", "svg", "math": return ""
        case "a": return link(element)
        case "sup" where element.hasClass("note-mark"): return noteMark(element)
        case "sup": return "^" + inline(element.children)
        case _ where element.hasClass("katex-display"): return formula(element, "$$")
        case _ where element.hasClass("katex"): return formula(element, "$")
        case _ where element.hasClass("box-kind"): return marked(element, "**")
        case _ where element.hasClass("box-title"): return "(\(inline(element.children)))"
        case _ where element.hasClass("caption-label"): return marked(element, "**", adding: ".")
        // The words beside it say the same.
        case _ where element["aria-hidden"] == "true": return ""
        default: return inline(element.children)
        }
    }

    private static let left: Set<String> = ["anchor", "side-note", "back", "copy", "skip"]

    /// Blanks at the ends of emphasized words stand outside of the marks, since marks beside blanks are asterisks.
    private func marked(_ element: MarkupElement, _ mark: String, adding end: String = "") -> String {
        let inner = inline(element.children)
        let words = inner.trimmingBlanks
        guard !words.isEmpty else { return inner }
        let before = inner.first?.isWhitespace == true ? " " : ""
        let after = inner.last?.isWhitespace == true ? " " : ""
        return before + mark + words + end + mark + after
    }

    private func formula(_ element: MarkupElement, _ mark: String) -> String {
        guard let tex = Self.tex(in: element) else { return MarkdownText.escaped(element.plainText) }
        return mark + tex.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingBlanks + mark
    }

    private func link(_ element: MarkupElement) -> String {
        let words = inline(element.children)
        guard let href = element["href"], let address = dialect.address(href) else { return words }
        return "[\(words)](\(MarkdownText.address(address)))"
    }

    private func noteMark(_ element: MarkupElement) -> String {
        let number = element.plainText.trimmingBlanks
        guard dialect.hasAnchors, let href = element.first(where: { $0.name == "a" })?["href"] else {
            return "[^\(dialect.notePrefix)\(number)]"
        }
        return "<sup>[\(number)](\(MarkdownText.address(href)))</sup>"
    }
}
