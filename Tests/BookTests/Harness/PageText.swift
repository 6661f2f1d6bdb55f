/// What a page says, without its markup.
enum PageText {
    static func text(of page: String) -> String {
        var text = ""
        var rest = page[...]
        while let start = rest.firstIndex(of: "<") {
            text += rest[..<start]
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            rest = rest[rest.index(after: end)...]
        }
        text += rest
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    /// The text as a page shows it: control characters are pictures.
    static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09, 0x0A: scalar
                    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
                    case 0x7F: "\u{2421}"
                    case 0x80...0x9F: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
