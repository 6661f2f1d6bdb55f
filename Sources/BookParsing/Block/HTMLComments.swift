/// Comments in raw HTML: notes of the author that no page shows.
enum HTMLComments {
    /// Whether the text holds nothing but comments and blanks.
    static func areAll(of html: String) -> Bool {
        var rest = Substring(html).drop { $0.isWhitespace }
        while rest.hasPrefix("<!--") {
            guard let end = end(in: rest) else { return true }
            rest = rest[end...].drop { $0.isWhitespace }
        }
        return rest.isEmpty
    }

    /// The index after the first `-->`; `nil` where the comment goes on to the end of the chapter.
    private static func end(in text: Substring) -> String.Index? {
        var index = text.index(text.startIndex, offsetBy: 4)
        while index < text.endIndex {
            if text[index] == "-", text[index...].hasPrefix("-->") { return text.index(index, offsetBy: 3) }
            index = text.index(after: index)
        }
        return nil
    }
}
