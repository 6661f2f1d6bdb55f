extension MarkdownWriter {
    func list(_ element: MarkupElement) -> String {
        let items = element.children.compactMap(\.element).filter { $0.name == "li" }
        let isTight = !items.contains { item in item.children.contains { $0.element?.name == "p" } }
        let first = element["start"].flatMap(Int.init) ?? 1
        let texts = items.enumerated().map { place, item in
            let marker = element.name == "ol" ? "\(first + place). " : "- "
            // An anchor before a fence or a list would take its first line.
            let gap = item.children.first?.element.map(Self.isBlock) == true ? "\n\n" : ""
            let text = (anchor(of: item).map { $0 + gap } ?? "") + blocks(item.children, isTight: isTight)
            return (marker + text.indented(by: marker.count)).trimmingBlanks
        }
        return texts.joined(separator: isTight ? "\n" : "\n\n")
    }
}
