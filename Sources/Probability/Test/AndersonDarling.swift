internal import Glibc

/// Anderson and Darling's test for normality, with mean and variance estimated from the sample.
///
/// More sensitive than Kolmogorov's distance in the tails, where layers of a hidden direction would show.
public struct AndersonDarling: Hashable, Sendable, Codable {
    /// A² = −n − 1/n Σ (2i − 1) (ln Φ(zᵢ) + ln(1 − Φ(z₍ₙ₊₁₋ᵢ₎))), with z in units of the sample's deviation
    /// (n − 1 in its denominator); scipy's `anderson`.
    public let statistic: Double
    /// The probability of an A² at least as large for a normal sample, within about 0.005 and meant for n ≥ 8
    /// (D'Agostino and Stephens 1986, table 4.9).
    public let pValue: Double

    /// - Throws: `ProbabilityError` for fewer than 3 values, values that are not finite, and equal values.
    /// - Complexity: O(n).
    public init(_ sample: some Sequence<Double>) throws(ProbabilityError) {
        let values = try OrderedSample(sample).values
        guard values.count >= 3 else {
            throw .tooFew(count: values.count, needed: 3, purpose: "Anderson and Darling's test")
        }
        let moments = try Moments(of: values)
        guard moments.standardDeviation > 0 else {
            throw .constant(value: values[0], count: values.count, purpose: "Anderson and Darling's test")
        }
        let standard = values.map { ($0 - moments.mean) / moments.standardDeviation }
        let n = Double(values.count)
        var sum = 0.0
        for i in standard.indices {
            let logarithms =
                NormalDistribution.logProbability(below: standard[i])
                + NormalDistribution.logProbability(below: -standard[standard.count - 1 - i])
            sum += Double(2 * i + 1) * logarithms
        }
        statistic = -n - sum / n
        pValue = AndersonDarling.pValue(statistic * (1 + 0.75 / n + 2.25 / (n * n)))
    }

    /// The fitted curves of table 4.9, for A² corrected for the sample's size.
    private static func pValue(_ a: Double) -> Double {
        switch a {
        // The fitted curve would rise again beyond.
        case 10...: 3.7e-24
        case 0.6...: exp(1.2937 - 5.709 * a + 0.0186 * a * a)
        case 0.34...: exp(0.9177 - 4.279 * a - 1.38 * a * a)
        case 0.2...: 1 - exp(-8.318 + 42.796 * a - 59.938 * a * a)
        default: 1 - exp(-13.436 + 101.14 * a - 223.73 * a * a)
        }
    }
}
