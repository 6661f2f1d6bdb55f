/// Something that a person must know about a place in the book: what happened, where, and what to do.
public struct Diagnostic: Hashable, Sendable, Codable {
    public enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case error, warning, note
    }

    /// Further information, with a place of its own where there is one.
    public struct Note: Hashable, Sendable, Codable {
        public var message: String
        public var file: String?
        public var range: SourceRange?

        public init(_ message: String, file: String? = nil, range: SourceRange? = nil) {
            self.message = message
            self.file = file
            self.range = range
        }
    }

    public var severity: Severity
    /// The kind, in words joined by hyphens: `unknown-flag`. Stable, so that tools can rely on it.
    public var identifier: String
    /// The path relative to the root of the book; `nil` when no file is at fault.
    public var file: String?
    public var range: SourceRange?
    /// What happened, in one sentence without a full stop.
    public var message: String
    public var notes: [Note]
    /// Where an output differs from what is expected.
    public var difference: TextDifference?
    /// What to do, each a sentence without a full stop.
    public var repairs: [String]
    /// The cell at fault, where there is one.
    public var cell: Cell.ID?

    public init(
        _ severity: Severity, _ identifier: String, file: String?, range: SourceRange? = nil,
        _ message: String, notes: [Note] = [], difference: TextDifference? = nil, repairs: [String] = [],
        cell: Cell.ID? = nil
    ) {
        self.severity = severity
        self.identifier = identifier
        self.file = file
        self.range = range
        self.message = message
        self.notes = notes
        self.difference = difference
        self.repairs = repairs
        self.cell = cell
    }
}
