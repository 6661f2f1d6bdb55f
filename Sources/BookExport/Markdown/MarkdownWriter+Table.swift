extension MarkdownWriter {
    /// A pipe table, with its caption above it.
    func table(_ element: MarkupElement) -> String {
        var rows: [[String]] = []
        var headings: [String]?
        var isRight: [Bool] = []
        element.forEach { row in
            guard row.name == "tr" else { return }
            let cells = row.children.compactMap(\.element).filter { ["th", "td"].contains($0.name) }
            let texts = cells.flatMap { cell -> [String] in
                let span = min(1000, max(1, cell["colspan"].flatMap(Int.init) ?? 1))
                return [entry(cell)] + Array(repeating: "", count: span - 1)
            }
            let isHeading =
                headings == nil && rows.isEmpty && !cells.isEmpty && cells.allSatisfy { $0.name == "th" }
            if isHeading { headings = texts } else { rows.append(texts) }
            if isRight.isEmpty || rows.count == 1 {
                isRight = cells.map { $0.hasClass("number") || $0.hasClass("right") }
            }
        }
        let count = max(1, ([headings ?? []] + rows).map(\.count).max() ?? 1)
        let rule = (0..<count).map { isRight.indices.contains($0) && isRight[$0] ? "---:" : "---" }
        let lines = [headings ?? [], rule] + rows
        let table = lines.map { line(of: $0, count) }.joined(separator: "\n")
        let caption = element.children.compactMap(\.element).first { $0.name == "caption" }
        return caption.map { paragraph($0.children) + "\n\n" + table } ?? table
    }

    private func line(of texts: [String], _ count: Int) -> String {
        "| " + (texts + Array(repeating: "", count: count - texts.count)).joined(separator: " | ") + " |"
    }

    /// The content of a field on one line; a bar would end it.
    private func entry(_ cell: MarkupElement) -> String {
        let text = inline(cell.writingBarsOut.children).replacing("\\\n", with: " ").split(separator: "\n")
            .joined(separator: " ")
        return Self.escapingBars(text.trimmingBlanks)
    }

    /// Bars that have no backslash yet, as within code and formulas.
    private static func escapingBars(_ text: String) -> String {
        guard text.contains("|") else { return text }
        var result = ""
        var backslashes = 0
        for character in text {
            if character == "|", backslashes.isMultiple(of: 2) { result.append("\\") }
            backslashes = character == "\\" ? backslashes + 1 : 0
            result.append(character)
        }
        return result
    }
}

extension MarkupElement {
    /// The element with the bars of its formulas by their names.
    fileprivate var writingBarsOut: MarkupElement {
        mapping { element in
            guard element.name == "annotation" else { return [.element(element)] }
            var element = element
            let tex = element.plainText.replacing("\\|", with: "\\Vert ").replacing("|", with: "\\vert ")
            element.children = [.text(tex)]
            return [.element(element)]
        }
    }
}
