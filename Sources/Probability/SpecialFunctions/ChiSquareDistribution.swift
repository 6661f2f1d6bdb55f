internal import CallSites

/// The distribution of the sum of `degreesOfFreedom` squared normal numbers.
public enum ChiSquareDistribution {
    /// The probability of a value above x.
    public static func probability(
        above x: Double, degreesOfFreedom: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            degreesOfFreedom > 0, "chi-square distribution with \(degreesOfFreedom) degrees of freedom", file,
            line)
        return IncompleteGamma.tails(max(0, x) / 2, a: degreesOfFreedom / 2, file: file, line: line).upper
    }

    /// The probability of a value below x.
    public static func probability(
        below x: Double, degreesOfFreedom: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            degreesOfFreedom > 0, "chi-square distribution with \(degreesOfFreedom) degrees of freedom", file,
            line)
        return IncompleteGamma.tails(max(0, x) / 2, a: degreesOfFreedom / 2, file: file, line: line).lower
    }

    /// What a value exceeds with the given probability, in (0, 1].
    public static func quantile(
        exceededWith probability: Double, degreesOfFreedom: Double, file: StaticString = #file,
        line: UInt = #line
    ) -> Double {
        require(
            degreesOfFreedom > 0, "chi-square distribution with \(degreesOfFreedom) degrees of freedom", file,
            line)
        return 2 * IncompleteGamma.upperQuantile(probability, a: degreesOfFreedom / 2, file: file, line: line)
    }
}
