/// One value in several forms, by media type: the richest that a page can show is shown.
public struct MIMEBundle: Hashable, Sendable, Codable {
    /// Media type to text: `text/plain`, `text/html`, `image/svg+xml`, `application/vnd.vegalite.v5+json`.
    public var representations: [String: String]

    public init(_ representations: [String: String]) {
        self.representations = representations
    }

    public static let plainText = "text/plain"
    public static let html = "text/html"
    public static let svg = "image/svg+xml"
    public static let png = "image/png"
    public static let vegaLite = "application/vnd.vegalite.v5+json"

    /// The value as plain text; empty when the bundle has none.
    public var text: String { representations[Self.plainText] ?? "" }
}
