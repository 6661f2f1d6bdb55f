public import Probability

/// Knows the spike, and looks at the variance along it: no observer decides better (Neyman and Pearson), since
/// the ratio of likelihoods grows with sᵀ S s.
public struct KnownSpike: SpikeDetector, AnalyticThreshold, Hashable {
    public let spike: Spike

    public init(_ spike: Spike) { self.spike = spike }

    public var name: String { "variance along the known spike" }
    public var regime: ProvenRegime {
        ProvenRegime(condition: "θ of the order of 1/√m", source: "Neyman and Pearson 1933; χ² is exact")
    }
    public var guarantee: Guarantee { .proven }

    public func cost(dimension: Int) -> ObserverCost {
        ObserverCost(count: Double(spike.sparsity * spike.sparsity), operation: "multiplications")
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        guard spike.dimension == covariance.dimension else {
            throw .dimensionMismatch(
                of: "the spike", spike.dimension, expected: covariance.dimension, in: "the covariance")
        }
        var variance = 0.0
        for i in spike.support {
            for j in spike.support {
                variance += spike.direction[i] * covariance.matrix[i, j] * spike.direction[j]
            }
        }
        return VarianceScore.of(variance, samples: covariance.samples)
    }

    /// Exact: m times the variance along any fixed direction of noise is χ² with m degrees of freedom.
    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        VarianceScore.quantile(exceededWith: falseAlarmRate, samples: samples)
    }
}
