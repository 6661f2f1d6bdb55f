/// The contents of an EPUB: what readers show as the book's own table.
struct EPUBContents {
    let pages: [BookPages.Page]
    let names: EPUBNames

    func document() -> String {
        let toc = MarkupElement(
            "nav", ["epub:type": "toc", "role": "doc-toc", "id": "toc"],
            children: [.element(MarkupElement("h1", children: [.text("Contents")])), .element(list)])
        let landmarks = MarkupElement(
            "nav", ["epub:type": "landmarks", "hidden": "hidden"],
            children: [
                .element(MarkupElement("h2", children: [.text("Landmarks")])),
                .element(MarkupElement("ol", children: landmarkItems)),
            ])
        return EPUBPage.document(title: "Contents", body: toc.text(.xml) + "\n" + landmarks.text(.xml))
    }

    private var landmarkItems: [MarkupNode] {
        let first = pages.first.map { ("bodymatter", names.file(of: $0), "Text") }
        return [("titlepage", EPUBNames.title, "Title page"), ("toc", "#toc", "Contents"), first].compactMap {
            $0
        }
        .map { type, file, words in
            let link = MarkupElement("a", ["epub:type": type, "href": file], children: [.text(words)])
            return .element(MarkupElement("li", children: [.element(link)]))
        }
    }

    /// The chapters, in lists of their own where consecutive ones have the same part.
    private var list: MarkupElement {
        var list = MarkupElement("ol")
        var rest = pages[...]
        while let first = rest.first {
            let group = rest.prefix { $0.part == first.part }
            rest = rest.dropFirst(group.count)
            let items = group.map(item)
            guard let part = first.part else {
                list.children += items
                continue
            }
            let title = MarkupElement("span", children: [.text(part)])
            let inner = MarkupElement("ol", children: items)
            list.children.append(.element(MarkupElement("li", children: [.element(title), .element(inner)])))
        }
        return list
    }

    private func item(_ page: BookPages.Page) -> MarkupNode {
        let file = names.file(of: page)
        var item = MarkupElement("li", children: [Self.link(file, page.heading)])
        var sections: [MarkupNode] = []
        page.main.forEach { element in
            guard element.name == "h2", let id = element["id"] else { return }
            let words = element.spokenText
            if !words.isEmpty {
                sections.append(
                    .element(MarkupElement("li", children: [Self.link("\(file)#\(id)", words)])))
            }
        }
        if !sections.isEmpty { item.children.append(.element(MarkupElement("ol", children: sections))) }
        return .element(item)
    }

    private static func link(_ address: String, _ words: String) -> MarkupNode {
        .element(MarkupElement("a", ["href": address], children: [.text(words)]))
    }
}

extension MarkupElement {
    /// What a heading says, its formulas once and without its link to itself.
    var spokenText: String {
        children.map(Self.spoken).joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func spoken(_ node: MarkupNode) -> String {
        switch node {
        case .text(let text): return text
        case .element(let element):
            if element.hasClass("katex"), let tex = element.first(where: { $0.name == "math" }) {
                return tex.spokenText
            }
            let isApart = ["anchor", "note-mark", "side-note"].contains { element.hasClass($0) }
            return isApart || element.name == "annotation" ? "" : element.children.map(spoken).joined()
        }
    }
}
