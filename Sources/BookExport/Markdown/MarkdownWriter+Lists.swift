extension MarkdownWriter {
    func list(_ element: MarkupElement) -> [MarkdownPiece] {
        let items = element.children.compactMap(\.element).filter { $0.name == "li" }
        let isTight = !items.contains { item in item.children.contains { $0.element?.name == "p" } }
        let first = element["start"].flatMap(Int.init) ?? 1
        var pieces: [MarkdownPiece] = []
        for (place, item) in items.enumerated() {
            let marker = element.name == "ol" ? "\(first + place). " : "- "
            append(blocks(item.children), marker: marker, isTight: isTight, to: &pieces)
        }
        return pieces
    }

    private func append(
        _ item: [MarkdownPiece], marker: String, isTight: Bool, to pieces: inout [MarkdownPiece]
    ) {
        guard case .text(let first)? = item.first else {
            // An item that is empty, or begins with a cell that stands for itself.
            pieces += item.isEmpty ? [.text(marker.trimmingBlanks)] : item
            return
        }
        let lines = isTight ? first.replacing("\n\n", with: "\n") : first
        let text = marker + lines.indented(by: marker.count)
        if isTight, case .text(let before)? = pieces.last {
            pieces[pieces.count - 1] = .text(before + "\n" + text)
        } else {
            pieces.append(.text(text))
        }
        // What follows a cell is no longer within the item.
        pieces += item.dropFirst()
    }
}
