extension MarkupElement {
    /// The element with its lists of contents cut down to the chapters that are there: an item whose link leads
    /// nowhere, a list without items and the title of a part without chapters are left out.
    func pruningContents(where isAbsent: (_ address: String) -> Bool) -> MarkupElement {
        if name == "nav" { return prunedList(where: isAbsent) }
        return mapping { $0.name == "nav" ? [.element($0.prunedList(where: isAbsent))] : [.element($0)] }
    }

    private func prunedList(where isAbsent: (String) -> Bool) -> MarkupElement {
        let pruned = mapping { element in
            if element.name == "li", let link = element.first(where: { $0.name == "a" })?["href"],
                isAbsent(link)
            {
                return []
            }
            let isEmptyList = element.name == "ol" && element.first { $0.name == "li" } == nil
            return isEmptyList ? [] : [.element(element)]
        }
        return pruned.withoutLonelyParts
    }

    /// Without the titles of parts that no list follows.
    private var withoutLonelyParts: MarkupElement {
        var result = self
        result.children = []
        for (place, child) in children.enumerated() {
            if child.element?.hasClass("part") == true {
                let next = children[(place + 1)...].lazy.compactMap(\.element).first
                if next?.name != "ol" { continue }
            }
            result.children.append(child)
        }
        return result
    }
}
