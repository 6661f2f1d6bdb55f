/// What a specification says about itself in words.
struct FigureWords: Hashable, Sendable {
    /// The finding.
    let title: String?
    /// `description`: what is seen, for those who do not see it.
    let description: String?

    init(of specification: JSONValue) {
        title = specification["title"].flatMap(Self.text)
        description = specification["description"]?.text
    }

    /// A title is a text, lines of text, or an object that holds either.
    private static func text(_ title: JSONValue) -> String? {
        let title = title["text"] ?? title
        return title.text ?? title.elements?.compactMap(\.text).joined(separator: " ")
    }
}
