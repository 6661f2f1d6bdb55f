import LinearAlgebra
import Probability

/// What activation will do to a model's scores: h(x′) is about N(mean, deviation²) given x.
///
/// The probability is over the draw of the model, whose noise all of its inputs share: on one model the share
/// of flips differs from `flipRate` by more than the inputs' number would suggest.
public struct PredictedActivation: Hashable, Sendable {
    /// h(x) before activation.
    public let scores: Vector<Double>
    /// The mean of h(x′): −e^(−2π²β²) ⟨w, φ(x)⟩ + c for random Fourier features with the intercept c.
    public let means: Vector<Double>
    /// The standard deviation of h(x′).
    public let deviations: Vector<Double>

    /// Pr[h(x′) has the sign of h(x) | x]: for random Fourier features without an intercept
    /// Φ(−|h(x)| e^(−2π²β²) / deviation).
    public var stayingProbabilities: Vector<Double> {
        Vector(
            scores.indices.map { index in
                probability(that: scores[index] >= 0 ? means[index] : -means[index], of: index)
            })
    }

    /// Pr[h(x′) ≥ 0 | x].
    public var positiveProbabilities: Vector<Double> {
        Vector(means.indices.map { probability(that: means[$0], of: $0) })
    }

    /// The mean probability of a positive answer to x′; NaN for no inputs.
    public var positiveRate: Double {
        positiveProbabilities.sum / Double(means.count)
    }

    /// Pr[N(mean, deviation²) ≥ 0].
    private func probability(that mean: Double, of index: Int) -> Double {
        guard deviations[index] > 0 else { return mean >= 0 ? 1 : 0 }
        return NormalDistribution.probability(below: mean / deviations[index])
    }

    /// The mean probability of a flip; NaN for no inputs.
    public var flipRate: Double {
        1 - stayingProbabilities.sum / Double(scores.count)
    }
}
