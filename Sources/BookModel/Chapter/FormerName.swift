/// A name that a chapter had before: its page still answers at that address.
public struct FormerName: Hashable, Sendable {
    /// The stem of its file then: `07-random-coins`.
    public let stem: String
    /// Where the front matter says so.
    public let range: SourceRange

    public init(stem: String, range: SourceRange) {
        self.stem = stem
        self.range = range
    }
}
