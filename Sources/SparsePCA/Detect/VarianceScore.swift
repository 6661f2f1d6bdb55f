internal import Probability

/// The variance of m points of known mean 0, in units of its standard error √(2/m) above 1.
enum VarianceScore {
    static func of(_ variance: Double, samples: Int) -> Double {
        (variance - 1) * (Double(samples) / 2).squareRoot()
    }

    /// Exact: m times the variance of N(0, 1) is χ² with m degrees of freedom.
    static func quantile(exceededWith probability: Double, samples: Int) -> Double {
        let quantile = ChiSquareDistribution.quantile(
            exceededWith: probability, degreesOfFreedom: Double(samples))
        return of(quantile / Double(samples), samples: samples)
    }
}
