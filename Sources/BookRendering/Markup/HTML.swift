/// Markup for a page. Text that is interpolated into it is escaped; only literals and other markup are not.
///
/// That makes escaping the default: `"<em>\(title)</em>" as HTML` cannot carry a tag of `title` into the
/// page.
package struct HTML: Hashable, Sendable {
    package private(set) var markup: String

    /// Markup that was made elsewhere and is known to be safe: by KaTeX, or by a sanitiser.
    package init(trusted markup: String) {
        self.markup = markup
    }

    /// The text, escaped.
    package init(text: String) {
        markup = Escaping.escaped(text)
    }

    package static let empty = HTML(trusted: "")

    package var isEmpty: Bool { markup.isEmpty }

    package static func += (left: inout HTML, right: HTML) {
        left.markup += right.markup
    }

    package static func + (left: HTML, right: HTML) -> HTML {
        HTML(trusted: left.markup + right.markup)
    }
}

extension Sequence<HTML> {
    package func joined(separator: String = "") -> HTML {
        HTML(trusted: map(\.markup).joined(separator: Escaping.escaped(separator)))
    }
}
