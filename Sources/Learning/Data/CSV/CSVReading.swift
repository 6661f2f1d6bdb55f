/// How the columns of a file become features.
///
/// By default every column but the class holds numbers, and a missing value is an error at its place.
public struct CSVReading: Hashable, Sendable {
    /// What the texts of a column of categories may be.
    public enum Categories: Hashable, Sendable {
        /// Those that occur, sorted. A file with other rows may give other columns.
        case found
        /// These, in this order; any other text is an error at its place.
        case listed([String])
    }

    /// What happens where a value is missing. Filling it in is left to the caller: what is filled in must not
    /// be learnt from the rows that a model is judged by.
    public enum MissingValues: Hashable, Sendable {
        /// It is an error at its place.
        case refused
        /// The row is left out.
        case rowDropped
    }

    /// The columns of categories by name. Each becomes as many columns as it has categories, named
    /// `column=category`: 1 in that of the row's category, 0 in the others.
    public var categories: [String: Categories]
    /// Columns that are not read.
    public var ignored: Set<String>
    public var missing: MissingValues
    /// The texts that stand for a missing value, unless they are listed as a category.
    public var missingTexts: Set<String>

    public init(
        categories: [String: Categories] = [:], ignored: Set<String> = [], missing: MissingValues = .refused,
        missingTexts: Set<String> = [""]
    ) {
        self.categories = categories
        self.ignored = ignored
        self.missing = missing
        self.missingTexts = missingTexts
    }
}
