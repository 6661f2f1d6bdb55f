import BookModel

/// Which text a cell gave.
enum OutputText {
    case standardOutput, standardError, value

    fileprivate var label: String {
        switch self {
        case .standardOutput: "Output"
        case .standardError: "Standard error"
        case .value: "Value"
        }
    }

    fileprivate var style: HTML {
        switch self {
        case .standardOutput: "stdout"
        case .standardError: "stderr"
        case .value: "value"
        }
    }
}

extension ChapterBody {
    /// Text that a cell gave: what is long is cut from view, and what is too long for a page goes on in a file.
    func text(_ text: String, kind: OutputText, of cell: Cell) -> HTML {
        let whole = Escaping.verbatim(text.hasSuffix("\n") ? String(text.dropLast()) : text)
        guard !whole.isEmpty else { return "" }
        let label: HTML = kind == .standardError ? "<p class=\"output-label\">Standard error</p>\n" : ""
        let text = Self.beginning(of: whole)
        let count = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        // A browser drops a line end that follows the tag.
        let box = ScrollBox.attributes(label: kind.label, text: text)
        let pre: HTML = "<pre\(box)>\(text.hasPrefix("\n") ? "\n" : "")\(text)</pre>"
        let isWhole = text.utf8.count == whole.utf8.count
        let isLong = count > LongBlock.outputLines && (cell.options.isFolded || !isWhole)
        let words = isWhole ? "All \(Words.count(count, "line"))" : "The first \(Words.count(count, "line"))"
        let block = isLong ? LongBlock.html(pre, kind: "long-output", words: words) : pre
        let rest = isWhole ? "" : self.rest(whole, of: cell)
        return "<div class=\"output \(kind.style)\">\(label)\(block)\(rest)</div>\n"
    }

    /// The text as far as a page holds it: whole lines, where there are some.
    private static func beginning(of text: String) -> String {
        guard text.utf8.count > LongTexts.mostBytes else { return text }
        let part = String(decoding: text.utf8.prefix(LongTexts.mostBytes), as: UTF8.self)
        return part.lastIndex(of: "\n").map { String(part[..<$0]) } ?? part
    }

    /// The way to all of a text that the page does not hold.
    private func rest(_ text: String, of cell: Cell) -> HTML {
        let address = tools.longTexts.add(Escaping.visible(text), of: cell.id, in: entry)
        let count = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
        let words = "All of it: \(Words.count(count, "line")), \(Words.bytes(text.utf8.count))"
        return "<p class=\"rest\"><a href=\"\(address)\">\(words)</a></p>"
    }
}
