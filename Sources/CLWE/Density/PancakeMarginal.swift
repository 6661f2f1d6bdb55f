internal import CallSites
internal import Glibc
internal import Probability

/// The distribution of ⟨y, v⟩ for pancakes y and a unit vector v, in units of N(0, 1).
///
/// It depends on v only through c = ⟨u, v⟩: a mixture of normals, one for each layer a ∈ ℤ + shift,
///
///     Σₐ Pr[a] N( c·γa/(β²+γ²), 1 − c²γ²/(β²+γ²) ),   Pr[a] ∝ exp(−a² / 2(β²+γ²)).
///
/// c = 1 is the secret direction, c = uⱼ the coordinate j, and c = 0 the normal distribution.
public struct PancakeMarginal: Hashable, Sendable {
    public let gamma: Double
    public let beta: Double
    public let shift: Double
    /// c, in −1...1.
    public let cosine: Double
    /// Where the layers lie.
    public let centres: [Double]
    /// The standard deviation within a layer.
    public let width: Double
    /// How likely each layer is.
    public let probabilities: [Double]

    /// - Parameters:
    ///   - parameters: in any units.
    ///   - cosine: c = ⟨u, v⟩, in −1...1 up to rounding.
    public init<Units>(
        _ parameters: PancakeParameters<Units>, cosine: Double = 1, file: StaticString = #file,
        line: UInt = #line
    ) {
        require(abs(cosine) <= 1 + 1e-9, "a cosine of \(cosine) to the secret", file, line)
        let cosine = max(-1, min(1, cosine))
        let parameters = parameters.converted(to: StandardUnits.self)
        (gamma, beta, shift) = (parameters.gamma, parameters.beta, parameters.shift)
        self.cosine = cosine
        let layers = PancakeLayers(parameters)
        probabilities = layers.indices.probabilities
        centres = layers.indices.values.map { cosine * layers.spacing * $0 }
        width = (cosine * cosine * layers.width * layers.width + (1 - cosine) * (1 + cosine)).squareRoot()
    }

    /// The density at x.
    public func density(at x: Double) -> Double {
        zip(centres, probabilities).reduce(0) { sum, layer in
            let distance = (x - layer.0) / width
            return sum + layer.1 * exp(-0.5 * distance * distance)
        } / (width * (2 * Double.pi).squareRoot())
    }

    /// The probability of a value below x.
    public func probability(below x: Double) -> Double {
        let sum = zip(centres, probabilities).reduce(0) { sum, layer in
            sum + layer.1 * NormalDistribution.probability(below: (x - layer.0) / width)
        }
        return min(1, sum)
    }

    /// E cos(2π(r x − phase)): how well x fits a comb of r teeth per unit of length.
    public func meanCosine(frequency r: Double, phase: Double = 0) -> Double {
        // Each layer is normal: E cos(2π(r x − phase)) = exp(−2π²r²·width²) cos(2π(r·centre − phase)).
        let blur = Double.pi * r * width
        let sum = zip(centres, probabilities).reduce(0) { sum, layer in
            sum + layer.1 * cos(2 * Double.pi * (r * layer.0 - phase))
        }
        return exp(-2 * blur * blur) * sum
    }

    /// The largest distance of the distribution function from that of N(0, 1): what the test of Kolmogorov
    /// and Smirnov sees. It needs about 1 / distance² samples.
    ///
    /// Sought on a grid finer than the layers; within 1 % of the largest.
    public var largestGapToNormal: Double {
        let step = min(0.05, width / 4)
        var gap = 0.0
        for x in stride(from: -6.0, through: 6, by: step) {
            gap = max(gap, abs(probability(below: x) - NormalDistribution.probability(below: x)))
        }
        return gap
    }
}
