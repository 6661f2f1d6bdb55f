internal import Glibc

/// Hoeffding's inequality for the mean of n independent values in a known range of width w:
/// P(|mean − expectation| ≥ t) ≤ 2 exp(−2 n t² / w²).
///
/// Guaranteed for any distribution in the range, and values may have different ones.
public enum Hoeffding {
    /// The bound on the probability that the mean is at least t away from its expectation.
    public static func probability(
        deviation t: Double, count: Int, width: Double = 1
    ) throws(ProbabilityError) -> Double {
        try check(count: count, width: width)
        guard t >= 0 else { throw .outOfRange(value: "\(t)", name: "the deviation", range: "0 or more") }
        return min(1, 2 * exp(-2 * Double(count) * (t / width) * (t / width)))
    }

    /// The t that the mean keeps within of its expectation with a probability of at least `level`.
    public static func halfWidth(
        count: Int, level: Double, width: Double = 1
    ) throws(ProbabilityError) -> Double {
        try check(count: count, width: width)
        try ProbabilityError.check(level: level)
        return width * (log(2 / (1 - level)) / (2 * Double(count))).squareRoot()
    }

    /// How many values are enough for that t.
    public static func count(
        halfWidth: Double, level: Double, width: Double = 1
    ) throws(ProbabilityError) -> Int {
        try check(count: 1, width: width)
        try ProbabilityError.check(level: level)
        guard halfWidth > 0 && halfWidth.isFinite else {
            throw .notPositive(value: "\(halfWidth)", name: "the half-width")
        }
        let count = (log(2 / (1 - level)) * (width / halfWidth) * (width / halfWidth) / 2).rounded(.up)
        guard count < 0x1p62 else {
            throw .outOfRange(
                value: "\(halfWidth)", name: "the half-width", range: "more, for a count below 2^62")
        }
        return max(1, Int(count))
    }

    private static func check(count: Int, width: Double) throws(ProbabilityError) {
        guard count > 0 else { throw .tooFew(count: count, needed: 1, purpose: "Hoeffding's inequality") }
        guard width > 0 && width.isFinite else {
            throw .notPositive(value: "\(width)", name: "the width of the values' range")
        }
    }
}

extension SampleMean {
    /// An interval for the expectation of values that are known to lie in a range; clipped to it.
    ///
    /// - Throws: `ProbabilityError` for no values, a level outside (0, 1) and a range without width.
    public func interval(level: Double, valuesIn range: ClosedRange<Double>) throws(ProbabilityError)
        -> ConfidenceInterval
    {
        let half = try Hoeffding.halfWidth(
            count: count, level: level, width: range.upperBound - range.lowerBound)
        guard range.contains(value) else {
            throw .outOfRange(
                value: "\(value)", name: "the mean", range: "\(range.lowerBound)...\(range.upperBound)")
        }
        return ConfidenceInterval(
            lower: max(range.lowerBound, value - half), upper: min(range.upperBound, value + half),
            level: level)
    }
}
