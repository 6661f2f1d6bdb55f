/// `Chapters/book.yml`: what holds for the whole book. Every key may be left out.
public struct BookConfiguration: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
        public var title: String
        /// The stems of its chapters, in order.
        public var chapters: [String]

        public init(title: String, chapters: [String]) {
            self.title = title
            self.chapters = chapters
        }
    }

    public var title: String
    public var subtitle: String?
    public var authors: [String]
    /// One paragraph for the front page, as plain text.
    public var summary: String?
    /// The order of chapters; those that no part names follow, sorted by name.
    public var parts: [Part]
    public var language: LanguageMode
    /// The wall-clock limit of a cell, in seconds.
    public var timeLimit: Double
    /// The most bytes that the store of results may take; what was not used for longest goes first.
    public var storeLimit: Int
    /// How readers of the book start the command, for the lines that they paste.
    public var command: String
    /// Whether pages tell the types of the names in cells, for which every run asks the compiler.
    public var showsTypes: Bool

    public init(
        title: String = "Untitled", subtitle: String? = nil, authors: [String] = [], summary: String? = nil,
        parts: [Part] = [], language: LanguageMode = .swift5, timeLimit: Double = 60,
        storeLimit: Int = 4_000_000_000, command: String = "book",
        showsTypes: Bool = true
    ) {
        self.title = title
        self.subtitle = subtitle
        self.authors = authors
        self.summary = summary
        self.parts = parts
        self.language = language
        self.timeLimit = timeLimit
        self.storeLimit = storeLimit
        self.command = command
        self.showsTypes = showsTypes
    }
}
