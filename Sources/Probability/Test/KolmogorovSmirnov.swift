/// The test of Kolmogorov and Smirnov: the largest distance between two distribution functions.
public struct KolmogorovSmirnov: Hashable, Sendable, Codable {
    /// D: the largest distance, in 0...1.
    public let statistic: Double
    /// The probability of a D at least as large where both distributions are the same.
    public let pValue: Double

    /// Compares a sample with a continuous distribution.
    ///
    /// The p-value is exact up to 140 values, and within 10⁻⁷ for more (see `KolmogorovDistribution`). It
    /// says nothing where the distribution's parameters were estimated from the sample.
    ///
    /// - Parameter distribution: x ↦ P(X ≤ x), in 0...1.
    /// - Throws: `ProbabilityError` for no values, for values that are not finite, and for probabilities
    ///   outside 0...1.
    /// - Complexity: O(n), n calls of `distribution`; where D √n > 1.48, as many logarithms.
    public init(
        _ sample: some Sequence<Double>, against distribution: (Double) -> Double
    ) throws(ProbabilityError) {
        try self.init(OrderedSample(sample), against: distribution)
    }

    /// Compares an ordered sample with a continuous distribution.
    public init(
        _ sample: OrderedSample, against distribution: (Double) -> Double
    ) throws(ProbabilityError) {
        let n = Double(sample.count)
        var distance = 0.0
        for (place, value) in sample.values.enumerated() {
            let probability = distribution(value)
            guard (0...1).contains(probability) else {
                throw .outOfRange(
                    value: "\(probability)", name: "the distribution function at \(value)", range: "0...1")
            }
            distance = max(distance, probability - Double(place) / n, Double(place + 1) / n - probability)
        }
        statistic = distance
        pValue = KolmogorovDistribution.probability(atLeast: distance, count: sample.count)
    }

    /// Compares two samples.
    ///
    /// The p-value is exact where the product of the counts is at most 10⁸ and no value occurs twice; values
    /// that occur twice make it larger than the true one. For larger samples it is that of one sample of
    /// n·m / (n + m) values.
    ///
    /// - Throws: `ProbabilityError` for no values and for values that are not finite.
    /// - Complexity: O(n + m), and O(n·m) for the exact p-value.
    public init(
        _ first: some Sequence<Double>, _ second: some Sequence<Double>
    ) throws(ProbabilityError) {
        let (first, second) = (try OrderedSample(first).values, try OrderedSample(second).values)
        let steps = KolmogorovSmirnov.largestGap(first, second)
        let (n, m) = (first.count, second.count)
        statistic = Double(steps) / (Double(n) * Double(m))
        pValue =
            n <= 100_000_000 / m
            ? LatticePaths.probability(reaching: steps, n, m)
            : KolmogorovDistribution.probability(
                atLeast: statistic,
                count: Int((Double(n) / (Double(n) + Double(m)) * Double(m)).rounded()))
    }

    /// The largest |i·m − j·n|, with i of the n and j of the m values up to the same place.
    private static func largestGap(_ first: [Double], _ second: [Double]) -> Int {
        let (n, m) = (first.count, second.count)
        var (i, j, largest) = (0, 0, 0)
        while i < n && j < m {
            let value = min(first[i], second[j])
            while i < n && first[i] == value { i += 1 }
            while j < m && second[j] == value { j += 1 }
            largest = max(largest, abs(i * m - j * n))
        }
        return largest
    }
}

/// Paths on a lattice: the orders in which two samples of one distribution can be mixed.
enum LatticePaths {
    /// The probability that a path from (0, 0) to (n, m), each equally likely, has |i·m − j·n| ≥ `gap`
    /// somewhere.
    ///
    /// q(i, j), the probability for paths to (i, j), is 1 at such places and else i/(i+j) q(i−1, j) +
    /// j/(i+j) q(i, j−1): a path to (i, j) comes from (i−1, j) with probability i/(i+j). Nothing is
    /// subtracted, so small probabilities are as accurate as large ones.
    static func probability(reaching gap: Int, _ n: Int, _ m: Int) -> Double {
        if gap == 0 { return 1 }
        var row = [Double](repeating: 0, count: m + 1)
        row.withUnsafeMutableBufferPointer { row in
            for i in 0...n {
                var left = 0.0
                for j in 0...m {
                    if abs(i * m - j * n) >= gap {
                        left = 1
                    } else if i + j > 0 {
                        left = (Double(i) * row[j] + Double(j) * left) / Double(i + j)
                    }
                    row[j] = left
                }
            }
        }
        return row[m]
    }
}
