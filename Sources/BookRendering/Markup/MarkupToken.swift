/// A piece of untrusted markup.
enum MarkupToken: Hashable {
    /// Text with its character references resolved.
    case text(String)
    case open(name: String, attributes: [Attribute], isSelfClosing: Bool)
    case close(name: String)

    struct Attribute: Hashable {
        var name: String
        var value: String
    }
}
