import BookModel

/// What differs between an expected line and the one that is shown in its place.
struct PairMarks {
    /// The most numbers that are explained.
    private static let most = 3

    /// Offsets of characters in the texts of the lines.
    var expectedStart = 0
    var shown: [Range<Int>] = []
    /// `0.9173, expected 0.92 ± 0.001` for each number beyond its tolerance.
    var explanation = ""

    init(_ expected: ComparedLine, _ shown: ComparedLine, _ agreement: LineAgreement) {
        let left = LineToken.tokens(of: expected.line.compared)
        let right = LineToken.tokens(of: shown.line.compared)
        let pairs = zip(left, right).map { left, right in
            (left: left, right: right, bound: agreement.bound(of: right, in: shown))
        }
        let differing = pairs.filter { !agreement.agree($0.left, $0.right, bound: $0.bound) }
        guard left.count == right.count, let first = differing.first else {
            markBetweenCommonEnds(expected.line.text, shown.line.text)
            return
        }
        expectedStart = expected.line.offsetInText(first.left.range.lowerBound)
        self.shown = differing.map { pair in
            let start = shown.line.offsetInText(pair.right.range.lowerBound)
            return start..<(start + pair.right.range.count)
        }
        if agreement.tolerance != nil {
            let numbers = differing.filter { $0.left.number != nil && $0.right.number != nil }
            explanation = numbers.prefix(Self.most).map { pair in
                "\(pair.right.text), expected \(pair.left.text) \(pair.bound)"
            }.joined(separator: "; ")
            if numbers.count > Self.most { explanation += "; …" }
        }
    }

    /// Marks what stands between the common beginning and the common end; lines with neither differ as a whole.
    private mutating func markBetweenCommonEnds(_ expected: String, _ shown: String) {
        let left = Array(expected)
        let right = Array(shown)
        let shorter = min(left.count, right.count)
        let start = zip(left, right).prefix { $0 == $1 }.count
        let end = min(zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count, shorter - start)
        expectedStart = start
        guard start + end > 0 else { return }
        let last = right.count - end
        // What is only missing is marked where it would stand.
        let place = min(start, max(0, right.count - 1))
        self.shown = [start < last ? start..<last : place..<(place + 1)]
    }
}
