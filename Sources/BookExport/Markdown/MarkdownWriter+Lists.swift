extension MarkdownWriter {
    func list(_ element: MarkupElement) -> String {
        let items = element.children.compactMap(\.element).filter { $0.name == "li" }
        let isTight = !items.contains { item in item.children.contains { $0.element?.name == "p" } }
        let first = element["start"].flatMap(Int.init) ?? 1
        let texts = items.enumerated().map { place, item in
            let marker = element.name == "ol" ? "\(first + place). " : "- "
            let text = (anchor(of: item) ?? "") + blocks(item.children, isTight: isTight)
            return (marker + text.indented(by: marker.count)).trimmingBlanks
        }
        return texts.joined(separator: isTight ? "\n" : "\n\n")
    }
}
