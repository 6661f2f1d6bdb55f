/// A value of a table that leads to a place in the book; a list of them may be one value too.
///
///     Column("used in") { Link("8", to: "08-pancakes.md") }
public struct Link: Hashable, Sendable {
    /// What stands in the table.
    public let text: String
    /// Where it leads, as in prose: a chapter's file, a name such as `#fig-pancakes`, or both. A destination that the
    /// book does not have is an error of the build.
    public let destination: String

    public init(_ text: String, to destination: String) {
        self.text = text
        self.destination = destination
    }
}

extension Link: CustomStringConvertible {
    public var description: String { text }
}
