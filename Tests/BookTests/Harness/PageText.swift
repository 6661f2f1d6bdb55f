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

    /// The text as a page shows it: control characters as terminals write them.
    static func visible(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar.value {
            case 0x09, 0x0A: String(scalar)
            case 0..<0x20: "^" + String(Unicode.Scalar(UInt8(scalar.value) + 0x40))
            case 0x7F: "^?"
            case 0x80...0x9F: "\u{FFFD}"
            default: String(scalar)
            }
        }.joined()
    }
}
