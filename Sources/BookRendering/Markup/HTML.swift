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

    /// The text, escaped, such that it does not reorder the words around it: for what somebody else wrote, in the
    /// middle of a line.
    package static func isolated(_ text: String) -> HTML {
        text.unicodeScalars.contains(where: isDirected)
            ? HTML(trusted: "<bdi>\(Escaping.escaped(text))</bdi>") : HTML(text: text)
    }

    /// Whether a character runs from right to left or changes the direction of others.
    private static func isDirected(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case _ where Directions.set(scalar): true
        case 0x590...0x8FF, 0x200E, 0x200F, 0xFB1D...0xFDFF,
            0xFE70...0xFEFF,
            0x10800...0x10FFF, 0x1E800...0x1EFFF:
            true
        default: false
        }
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
