/// Text that a cell gave.
enum OutputText {
    enum Kind {
        case standardOutput, standardError, value

        var label: String {
            switch self {
            case .standardOutput: "Output"
            case .standardError: "Standard error"
            case .value: "Value"
            }
        }

        var style: HTML {
            switch self {
            case .standardOutput: "stdout"
            case .standardError: "stderr"
            case .value: "value"
            }
        }
    }

    /// Longer output is folded…
    private static let foldedAbove = 30
    /// …after these many lines.
    private static let shownLines = 12

    static func html(_ text: String, kind: Kind) -> HTML {
        let text = Escaping.verbatim(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        guard !text.isEmpty else { return "" }
        let label: HTML = kind == .standardError ? "<p class=\"output-label\">Standard error</p>\n" : ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > foldedAbove else {
            return "<div class=\"output \(kind.style)\">\(label)\(pre(text, kind))</div>\n"
        }
        let first = lines[..<shownLines].joined(separator: "\n")
        let rest = lines[shownLines...].joined(separator: "\n")
        return """
            <div class="output \(kind.style)">\(label)\(pre(first, kind))
            <details class="fold"><summary>\(lines.count - shownLines) more lines</summary>\
            \(pre(rest, kind))</details></div>

            """
    }

    private static func pre(_ text: String, _ kind: Kind) -> HTML {
        // A browser drops a line end that follows the tag.
        "<pre\(ScrollBox.attributes(label: kind.label, text: text))>\(text.hasPrefix("\n") ? "\n" : "")\(text)</pre>"
    }
}
