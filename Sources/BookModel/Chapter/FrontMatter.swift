/// The YAML between two lines `---` at the top of a chapter.
public struct FrontMatter: Hashable, Sendable {
    public var title: String?
    /// One sentence for the table of contents and for search results.
    public var summary: String?
    /// The Swift language mode of the chapter's program; the book's where it is `nil`.
    public var language: LanguageMode?
    /// The wall-clock limit of a cell in seconds; the book's where it is `nil`.
    public var timeLimit: Double?
    /// The names that the chapter had before.
    public var formerly: [FormerName]

    public init(
        title: String? = nil, summary: String? = nil, language: LanguageMode? = nil, timeLimit: Double? = nil,
        formerly: [FormerName] = []
    ) {
        self.title = title
        self.summary = summary
        self.language = language
        self.timeLimit = timeLimit
        self.formerly = formerly
    }
}

/// The Swift language mode that a program is compiled in.
public enum LanguageMode: String, Hashable, Sendable, Codable, CaseIterable {
    case swift5 = "5"
    case swift6 = "6"
}
