/// Statistics of samples that are drawn from a sample, with replacement.
public struct Bootstrap: Hashable, Sendable {
    /// The statistic of the sample itself.
    public let estimate: Double
    /// The statistic of each resample, in rising order.
    public let replicates: OrderedSample

    /// Resample number i is drawn from the stream number i of the generator, so the numbers do not depend on
    /// the number of resamples, nor on an order of computation.
    ///
    /// - Parameters:
    ///   - resamples: how often to draw; the percentiles of a 95 % interval want 2,000.
    ///   - generator: nothing is drawn from it itself.
    ///   - statistic: of as many values as the sample has.
    /// - Throws: `ProbabilityError` for no values, values and statistics that are not finite, and no
    ///   resamples.
    public init(
        of sample: some Sequence<Double>, resamples: Int = 2000, using generator: Generator,
        statistic: ([Double]) -> Double
    ) throws(ProbabilityError) {
        let values = Array(sample)
        try ProbabilityError.check(values, for: "a bootstrap")
        guard resamples > 0 else {
            throw .outOfRange(value: "\(resamples)", name: "the number of resamples", range: "1 or more")
        }
        estimate = statistic(values)
        var drawn = values
        let statistics = (0..<resamples).map { number in
            var stream = generator.stream(number)
            for place in drawn.indices { drawn[place] = values[stream.integer(below: values.count)] }
            return statistic(drawn)
        }
        replicates = try OrderedSample(statistics)
    }

    /// The percentile interval: from the (1 − level)/2 to the (1 + level)/2 quantile of the replicates.
    ///
    /// Approximate, and too short for small samples: 95 % means about 90 % for the mean of 10 values.
    public func interval(level: Double) throws(ProbabilityError) -> ConfidenceInterval {
        try ProbabilityError.check(level: level)
        return ConfidenceInterval(
            lower: try replicates.quantile((1 - level) / 2), upper: try replicates.quantile((1 + level) / 2),
            level: level)
    }

    /// The standard deviation of the replicates.
    public var standardError: Double { SampleMean(of: replicates.values).standardDeviation }
}
