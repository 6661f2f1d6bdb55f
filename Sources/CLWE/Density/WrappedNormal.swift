internal import Glibc

/// A normal number modulo 1: the distribution of the noise around the layers.
///
/// W(x) = Σᵢ N(x + i; 0, σ²) = 1 + 2 Σⱼ exp(−2π²σ²j²) cos(2πjx), over i ∈ ℤ and j ≥ 1.
///
/// Goals, in order: right where the density is tiny, then speed. The first sum has positive terms only and is
/// taken for small σ, from its largest term on, as a logarithm; for large σ it would need many terms, and the
/// second sum (Poisson's) has the fewer the larger σ is. At σ = 0.4 either is right after 4 terms.
public struct WrappedNormal: Hashable, Sendable {
    /// σ, positive.
    public let deviation: Double

    /// - Throws: `CLWEError.notPositive`.
    public init(deviation: Double) throws(CLWEError) {
        guard deviation > 0, deviation.isFinite else {
            throw .notPositive(name: "the deviation of a wrapped normal distribution", value: "\(deviation)")
        }
        self.init(checked: deviation)
    }

    init(checked deviation: Double) { self.deviation = deviation }

    /// The mean of cos(2πjX): exp(−2π²σ²j²).
    public func coefficient(_ j: Int) -> Double {
        let x = Double.pi * deviation * Double(j)
        return exp(-2 * x * x)
    }

    /// W(x).
    public func density(at x: Double) -> Double { exp(logDensity(at: x)) }

    /// ln W(x), also where W(x) itself is too small for a number.
    ///
    /// - Complexity: at most 9 exponentials.
    public func logDensity(at x: Double) -> Double {
        let offset = x - x.rounded()
        return deviation < 0.4 ? logSumOfNormals(offset) : log1p(2 * sumOfCosines(offset))
    }

    private func logSumOfNormals(_ offset: Double) -> Double {
        let rate = 1 / (2 * deviation * deviation)
        // Beside the largest term exp(−offset²·rate); (offset + i)² − offset² = i (i + 2·offset).
        var sum = 1.0
        for i in [1.0, 2, 3, 4] {
            sum += exp(-i * (i + 2 * offset) * rate) + exp(-i * (i - 2 * offset) * rate)
        }
        return log(sum) - offset * offset * rate - log(deviation * (2 * Double.pi).squareRoot())
    }

    private func sumOfCosines(_ offset: Double) -> Double {
        var sum = 0.0
        for j in 1...4 { sum += coefficient(j) * cos(2 * Double.pi * Double(j) * offset) }
        return sum
    }
}
