/// The whole book as it was written: its configuration, its chapters in reading order, and what they may cite.
public struct Book: Hashable, Sendable {
    public let configuration: BookConfiguration
    public let chapters: [Chapter]
    /// `nil` for a book without `Chapters/references.bib`.
    public let bibliography: Bibliography?

    public init(
        configuration: BookConfiguration, chapters: [Chapter], bibliography: Bibliography? = nil
    ) {
        self.configuration = configuration
        self.chapters = chapters
        self.bibliography = bibliography
    }
}
