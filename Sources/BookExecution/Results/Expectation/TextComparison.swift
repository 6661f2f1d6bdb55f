import BookModel

/// An expected text beside the one that is shown, compared as the options of the cell say.
struct TextComparison {
    /// The headings of all tables that are shown, in order.
    let headings: [String]
    /// A column that the tolerance names and no table has.
    let unknownColumn: String?
    /// Whether ignored patterns leave nothing of a text that is not empty.
    let ignoresEverything: Bool
    private let expected: [ComparedLine]
    private let shown: [ComparedLine]
    private let agreement: LineAgreement
    private let edits: [LineEdit]
    private let isOrdered: Bool

    /// - Parameter pieces: the pieces of what is shown, each of which starts on a line of its own.
    init(expected text: String, shown pieces: [String], options: CellOptions) throws(IgnoredPatterns.Overrun)
    {
        let patterns = IgnoredPatterns(options.ignore)
        let expectedLines = try patterns.lines(of: text)
        let shownLines = try patterns.lines(of: pieces.joined(separator: "\n"))
        let tables = Self.tables(in: pieces)
        headings = tables.flatMap { $0.columns.map(\.heading) }
        let columns = options.tolerance.map { $0.columns.keys.sorted() } ?? []
        unknownColumn = columns.first { [headings] in !headings.contains($0) }

        let hasTolerance = options.tolerance != nil
        let agreement = LineAgreement(tolerance: options.tolerance)
        let expected = expectedLines.filter { !$0.isIgnored }.map {
            ComparedLine($0, hasTolerance: hasTolerance)
        }
        let shown = shownLines.enumerated().filter { !$0.element.isIgnored }.map { number, line in
            ComparedLine(
                line, table: tables.first { $0.rows.contains(number) }, hasTolerance: hasTolerance)
        }
        ignoresEverything = expected.isEmpty && !expectedLines.isEmpty
        edits =
            options.expectsAnyOrder
            ? UnorderedMatching(expected: expected, shown: shown, agreement: agreement).edits()
            : LineAlignment.edits(expected.count, shown.count) { left, right in
                agreement.agree(expected[left], shown[right])
            }
        self.expected = expected
        self.shown = shown
        self.agreement = agreement
        isOrdered = !options.expectsAnyOrder
    }

    /// Where the texts differ; `nil` when they do not.
    var difference: TextDifference? {
        guard edits.contains(where: { !$0.isSame }) else { return nil }
        return DifferenceLayout(expected: expected, shown: shown, agreement: agreement, isOrdered: isOrdered)
            .difference(edits)
    }

    /// How much differs, in words.
    var summary: String {
        let missing = edits.count { if case .expected = $0 { true } else { false } }
        let surplus = edits.count { if case .shown = $0 { true } else { false } }
        if shown.isEmpty { return "it shows nothing, expected \(Self.lines(expected.count))" }
        if expected.isEmpty { return "it shows \(Self.lines(shown.count)), expected nothing" }
        let count = max(missing, surplus)
        return "\(Self.lines(count)) \(count == 1 ? "differs" : "differ")"
    }

    private static func lines(_ count: Int) -> String { "\(count) line\(count == 1 ? "" : "s")" }

    /// The tables of the pieces, with the numbers of their rows among all lines.
    private static func tables(in pieces: [String]) -> [TextTable] {
        var tables: [TextTable] = []
        var first = 0
        for piece in pieces {
            // Blank lines at the end of a piece count, but for those at the very end.
            let count = piece.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            tables += TextTable.tables(in: OutputLine.texts(of: piece)).map { $0.moved(by: first) }
            first += count
        }
        return tables
    }
}

extension TextTable {
    fileprivate func moved(by count: Int) -> TextTable {
        TextTable(
            rows: (rows.lowerBound + count)..<(rows.upperBound + count), columns: columns)
    }
}
