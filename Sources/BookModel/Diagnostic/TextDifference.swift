/// Where two texts differ, in lines as people read them: `-` was expected, `+` is shown instead.
///
///       model    accuracy
///     - honest       0.92
///     + honest     0.9173
///                  ^~~~~~ 0.9173, expected 0.92 ± 0.001
public struct TextDifference: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A line of both texts.
        case same
        /// A line that is expected and not shown.
        case expected
        /// A line that is shown and not expected.
        case shown
        /// Below a line: what of it differs.
        case mark
        /// In words: what is left out.
        case omission

        /// What stands before the line, so that nobody needs colours.
        public var prefix: String {
            switch self {
            case .expected: "- "
            case .shown: "+ "
            case .same, .mark, .omission: "  "
            }
        }
    }

    public struct Line: Hashable, Sendable, Codable {
        public let kind: Kind
        /// Without control characters.
        public let text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }

        /// The line with its prefix, without blanks at its end.
        public var marked: String {
            let line = kind.prefix + text
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
    }

    public let lines: [Line]

    public init(_ lines: [Line]) {
        self.lines = lines
    }

    /// The difference as text.
    public var text: String { lines.map(\.marked).joined(separator: "\n") }
}
