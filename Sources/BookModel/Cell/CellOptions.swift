/// The values of a cell's `//|` options; a property is `nil` or empty where the option is not given.
public struct CellOptions: Hashable, Sendable {
    /// The name that references use: `fig-pancakes`.
    public var label: String?
    /// The sentence below a figure or table, as Markdown.
    public var caption: [Inline]?
    /// What a figure shows, for those who do not see it.
    public var alt: String?
    /// Files that the cell reads, relative to the root of the book.
    public var inputs: [String] = []
    /// Seconds of wall-clock time, more than 0.
    public var timeLimit: Double?
    /// Bytes of resident memory, more than 0.
    public var memoryLimit: Int?
    /// What a required failure must say: a part of its message.
    public var message: String?
    /// The plain text that the cell must show; empty when it must show nothing.
    public var expect: String?
    /// The file with the plain text that the cell must show, relative to the folder of the chapters.
    public var expectFile: String?
    /// How far a number of the output may be from the same number of the expected text.
    public var tolerance: Tolerance?
    /// Whether the lines of the output may come in any order.
    public var expectsAnyOrder = false
    /// Regular expressions: what they match does not count, neither in the output nor in the expected text.
    public var ignore: [String] = []
    /// The columns of a table that are shown, in order.
    public var columns: [String] = []
    /// Whether what is long is cut from view until the reader asks for it.
    public var isFolded = true
    /// The place of each given option: its key, in the chapter.
    public var ranges: [CellOption: SourceRange] = [:]

    /// How the file of an expectation, or the folder beside the chapters that holds it, is called: `08-clwe.expected`.
    public static let expectedSuffix = ".expected"

    public init() {}

    /// Whether the cell says what it must show.
    public var hasExpectation: Bool { expect != nil || expectFile != nil }
}
