/// The whole book as it was written: its configuration and its chapters in reading order.
public struct Book: Hashable, Sendable {
    public let configuration: BookConfiguration
    public let chapters: [Chapter]

    public init(configuration: BookConfiguration, chapters: [Chapter]) {
        self.configuration = configuration
        self.chapters = chapters
    }
}
