internal import Glibc
internal import LinearAlgebra
public import Probability

/// Looks at the variance of each coordinate: the cheapest, and good for few large entries.
///
/// The score is the largest of the n variances, in units of its standard error √(2/m) above 1.
public struct DiagonalThresholding: SpikeFinder, AnalyticThreshold, Hashable {
    /// k, how many coordinates the spike is looked for in.
    public let sparsity: Int

    /// - Throws: `SparsePCAError.notPositive` unless k ≥ 1.
    public init(sparsity: Int) throws(SparsePCAError) {
        try SparsePCAError.requirePositive(sparsity: sparsity)
        self.sparsity = sparsity
    }

    public var name: String { "diagonal thresholding" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition: "θ of the order of k √(ln n / m), flat spikes",
            source: "Johnstone and Lu 2009; Amini and Wainwright 2009")
    }
    public var guarantee: Guarantee { .proven }

    public func cost(dimension: Int) -> ObserverCost {
        ObserverCost(count: Double(dimension), operation: "numbers read")
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        let largest = covariance.variances.max() ?? 0
        return VarianceScore.of(largest, samples: covariance.samples)
    }

    /// Exact: m times a variance of noise is χ² with m degrees of freedom, and the n of them are independent.
    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        // 1 − (1 − α)^(1/n), without cancellation.
        let single = -expm1(log1p(-falseAlarmRate) / Double(dimension))
        return VarianceScore.quantile(exceededWith: single, samples: samples)
    }

    /// The top eigenvector of the k coordinates of largest variance.
    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        try SparsePCAError.require(sparsity: sparsity, in: covariance)
        let variances = covariance.variances
        let order = variances.indices.sorted { variances[$0] > variances[$1] }
        return try FoundSpike(bestOn: Array(order.prefix(sparsity)).sorted(), in: covariance)
    }
}

extension FoundSpike {
    /// The direction of largest variance among those on given places.
    init(bestOn places: [Int], in covariance: SampleCovariance) throws(SparsePCAError) {
        let top = try FoundSpike(topOf: covariance.part(places))
        var direction = Vector<Double>.zeros(covariance.dimension)
        for (place, entry) in zip(places, top.direction) { direction[place] = entry }
        self.init(direction, variance: top.variance)
    }
}
