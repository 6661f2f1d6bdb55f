import BookModel

/// A line of one of the two texts, as it takes part in a comparison.
struct ComparedLine {
    let line: OutputLine
    /// The pieces of what counts of the line; empty where nothing may be a little off.
    let tokens: [LineToken]
    /// The table that the line is a row of.
    let table: TextTable?

    init(_ line: OutputLine, table: TextTable? = nil, hasTolerance: Bool) {
        self.line = line
        self.table = table
        tokens = hasTolerance ? LineToken.tokens(of: line.compared) : []
    }

    /// What is the same in lines that differ in their numbers only.
    var shape: String { tokens.map(\.shape).joined(separator: "\u{0}") }

    /// The heading of the column in which a token stands, where the line is a row of a table.
    func heading(of token: LineToken) -> String? {
        guard let table else { return nil }
        let offset = line.offsetInText(token.range.lowerBound)
        return table.heading(at: TerminalWidth.of(String(line.text.prefix(offset))))
    }
}

/// Decides whether two lines agree.
struct LineAgreement {
    /// `nil` when every character counts.
    let tolerance: Tolerance?

    func agree(_ expected: ComparedLine, _ shown: ComparedLine) -> Bool {
        if expected.line.compared == shown.line.compared { return true }
        guard tolerance != nil, expected.tokens.count == shown.tokens.count else { return false }
        return zip(expected.tokens, shown.tokens).allSatisfy { left, right in
            left.text == right.text || agree(left, right, bound: bound(of: right, in: shown))
        }
    }

    func bound(of token: LineToken, in shown: ComparedLine) -> Tolerance.Bound {
        tolerance?.bound(ofColumn: shown.heading(of: token)) ?? Tolerance.Bound()
    }

    func agree(_ expected: LineToken, _ shown: LineToken, bound: Tolerance.Bound) -> Bool {
        if expected.text == shown.text { return true }
        guard let left = expected.number, let right = shown.number else {
            return tolerance != nil && expected.kind == shown.kind && expected.kind != .text
        }
        let limit = max(bound.absolute, bound.relative * left.magnitude)
        // 1.1 is within 0.1 of 1, although their doubles are a little further apart.
        let rounding = 4 * max(left.magnitude, right.magnitude).ulp
        return limit > 0 && (left - right).magnitude <= limit + rounding
    }
}
