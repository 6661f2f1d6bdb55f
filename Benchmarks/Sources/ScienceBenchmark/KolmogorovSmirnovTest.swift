import Probability

extension ProbabilityMeasurements {
    /// Kolmogorov and Smirnov's test of 1,000,000 numbers against the normal distribution.
    static let kolmogorovSmirnov = Measurement(name: "kolmogorov-smirnov") { inputs in
        let sample = try inputs.vector("normal-sample").elements
        return Work(
            run: { try KolmogorovSmirnov(sample, against: NormalDistribution.probability(below:)) },
            values: { [$0.statistic, $0.pValue] })
    }
}
