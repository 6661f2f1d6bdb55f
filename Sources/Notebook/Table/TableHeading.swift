/// The head of a column: its text, and how the numbers below it are written.
///
///     Table(columns: ["model", .column("accuracy", .percent(1))], rows: …)
public struct TableHeading: Hashable, Sendable, ExpressibleByStringLiteral {
    public let text: String
    public let style: NumberStyle

    public init(_ text: String, _ style: NumberStyle = .automatic) {
        self.text = text
        self.style = style
    }

    public init(stringLiteral text: String) {
        self.init(text)
    }

    public static func column(_ text: String, _ style: NumberStyle = .automatic) -> TableHeading {
        TableHeading(text, style)
    }
}
