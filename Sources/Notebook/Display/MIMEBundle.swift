/// One value in several forms, by media type: the richest that a page can show is shown.
///
/// `text/plain` is always there: it is what the terminal and the report show.
public struct MIMEBundle: Hashable, Sendable {
    /// Media type to text.
    public var representations: [String: String]

    public static let plainText = "text/plain"
    public static let html = "text/html"
    public static let svg = "image/svg+xml"
    public static let png = "image/png"
    public static let vegaLite = "application/vnd.vegalite.v5+json"

    /// A value in its plain form and in those of the richer forms that it has.
    ///
    /// - Parameters:
    ///   - text: The value as plain text, without a line feed at its end.
    ///   - html: A fragment of HTML, everything in it already escaped.
    ///   - svg: One `<svg>` element.
    ///   - vegaLite: A specification of Vega-Lite 5, as JSON.
    public init(text: String, html: String? = nil, svg: String? = nil, vegaLite: String? = nil) {
        representations = [Self.plainText: text]
        representations[Self.html] = html
        representations[Self.svg] = svg
        representations[Self.vegaLite] = vegaLite
    }

    /// Forms by media type; an empty `text/plain` is added where there is none.
    public init(_ representations: [String: String]) {
        self.representations = representations
        if representations[Self.plainText] == nil { self.representations[Self.plainText] = "" }
    }

    /// Any value: its own bundle if it is `Displayable`, otherwise its text.
    ///
    /// A string shows itself, an optional its value or `nil`. Dictionaries and sets come in the order of
    /// their keys, so that the same value always has the same text.
    public init(describing value: Any) {
        let value = unwrapped(value)
        if let displayable = value as? any Displayable {
            self = displayable.mimeBundle
        } else {
            self.init(text: ValueText(value).text)
        }
    }

    /// The value as plain text.
    public var text: String { representations[Self.plainText] ?? "" }
}
