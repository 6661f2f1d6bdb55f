/// Pearson's test: do counts agree with what was expected of them?
public struct ChiSquareTest: Hashable, Sendable, Codable {
    /// Σ (observed − expected)² / expected.
    public let statistic: Double
    /// Classes − 1 − fitted parameters.
    public let degreesOfFreedom: Int
    /// The probability of a statistic at least as large where the expectation is right; approximate, good
    /// where at least 5 are expected in each class.
    public let pValue: Double

    /// - Parameters:
    ///   - observed: how often each class occurred.
    ///   - expected: how often it should have; positive, with the same sum.
    ///   - fittedParameters: how many parameters of the expectation were estimated from the same data.
    public init(
        observed: [Int], expected: [Double], fittedParameters: Int = 0
    ) throws(ProbabilityError) {
        guard observed.count == expected.count else {
            throw .unequalCounts(
                first: "observed counts", firstCount: observed.count, second: "expected ones",
                secondCount: expected.count)
        }
        guard observed.count > 1 else {
            throw .tooFew(count: observed.count, needed: 2, purpose: "a chi-square test")
        }
        guard (0...observed.count - 2).contains(fittedParameters) else {
            throw .outOfRange(
                value: "\(fittedParameters)", name: "the number of fitted parameters",
                range: "0...\(observed.count - 2) for \(observed.count) classes")
        }
        for (place, count) in expected.enumerated() where !(count > 0 && count.isFinite) {
            throw .notPositive(value: "\(count)", name: "expected count \(place)")
        }
        if let place = observed.firstIndex(where: { $0 < 0 }) {
            throw .outOfRange(
                value: "\(observed[place])", name: "observed count \(place)", range: "0 or more")
        }
        let totals = (observed.reduce(0) { $0 + Double($1) }, expected.reduce(0, +))
        // Rounded expectations are all right, percentages are not.
        guard abs(totals.0 - totals.1) <= 1e-8 * totals.1 else {
            throw .unequalTotals(observed: totals.0, expected: totals.1)
        }
        statistic = zip(observed, expected).reduce(0) { sum, pair in
            let difference = Double(pair.0) - pair.1
            return sum + difference * difference / pair.1
        }
        degreesOfFreedom = observed.count - 1 - fittedParameters
        pValue = ChiSquareDistribution.probability(
            above: statistic, degreesOfFreedom: Double(degreesOfFreedom))
    }

    /// Compares counts with the same count in each class.
    public init(uniform observed: [Int]) throws(ProbabilityError) {
        let mean = observed.reduce(0) { $0 + Double($1) } / Double(max(1, observed.count))
        try self.init(observed: observed, expected: observed.map { _ in mean })
    }
}
