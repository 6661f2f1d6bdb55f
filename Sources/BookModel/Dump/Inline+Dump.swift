extension Inline {
    var dump: TreeDump {
        let (label, children) = content.dump
        return TreeDump("\(label) @\(range)", children)
    }
}

extension Inline.Content {
    fileprivate var dump: (label: String, children: [TreeDump]) {
        switch self {
        case .text(let text): ("text \(text.quoted)", [])
        case .softBreak: ("soft break", [])
        case .lineBreak: ("line break", [])
        case .code(let code): ("code \(code.quoted)", [])
        case .math(let tex): ("math \(tex.quoted)", [])
        case .displayMath(let tex): ("display math \(tex.quoted)", [])
        case .value(let value):
            (
                "value \(value.id) after \(value.cellsBefore) cells",
                [TreeDump("expression \(value.expression.quoted) @\(value.range)")]
            )
        case .emphasis(let inner): ("emphasis", inner.map(\.dump))
        case .strong(let inner): ("strong", inner.map(\.dump))
        case .link(let destination, let title, let text):
            ("link \(destination.quoted)" + Self.title(title), text.map(\.dump))
        case .image(let source, let title, let alternative):
            ("image \(source.quoted)" + Self.title(title) + " alternative \(alternative.quoted)", [])
        case .reference(let reference): ("reference \(reference.target)", [])
        case .citation(let citation): ("citation", citation.items.map(\.dump))
        case .footnoteReference(let name): ("footnote reference \(name)", [])
        case .html(let html): ("html \(html.quoted)", [])
        }
    }

    private static func title(_ title: String) -> String { title.isEmpty ? "" : " title \(title.quoted)" }
}

extension Citation.Item {
    fileprivate var dump: TreeDump { TreeDump(key + (locator.map { " locator \($0.quoted)" } ?? "")) }
}
