/// A piece of a page: an element or text.
package enum MarkupNode: Hashable, Sendable {
    case element(MarkupElement)
    case text(String)

    package var element: MarkupElement? {
        if case .element(let element) = self { element } else { nil }
    }

    /// The text without any markup.
    package var plainText: String {
        switch self {
        case .text(let text): text
        case .element(let element): element.children.plainText
        }
    }
}

extension Sequence<MarkupNode> {
    package var plainText: String { map(\.plainText).joined() }
}
