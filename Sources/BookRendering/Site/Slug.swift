/// A text as part of an address.
package enum Slug {
    /// Letters and digits in lower case, everything between them as one hyphen; `section` when nothing is
    /// left.
    package static func of(_ text: String) -> String {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        return words.isEmpty ? "section" : words.joined(separator: "-")
    }
}
