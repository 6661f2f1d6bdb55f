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
    /// The plain text that the cell must give.
    public var expect: String?
    /// How far a number of the output may be from the same number of `expect`.
    public var tolerance: Tolerance?
    /// The columns of a table that are shown, in order.
    public var columns: [String] = []
    /// The place of each given option: its key, in the chapter.
    public var ranges: [CellOption: SourceRange] = [:]

    public init() {}

    /// A number is near enough when it is within either bound.
    public struct Tolerance: Hashable, Sendable, Codable {
        public var absolute: Double
        public var relative: Double

        public init(absolute: Double = 0, relative: Double = 0) {
            self.absolute = absolute
            self.relative = relative
        }
    }
}
