internal import CallSites
internal import Glibc

// Goals and the form of the factor are those of IncompleteBeta.swift: xᵃ e⁻ˣ / Γ(a + 1) by three large terms
// loses 7 digits at a = 10⁶; Stirling's error and the deviance of x from a lose none.
/// The regularised incomplete gamma function, the distribution function of the gamma distribution.
public enum IncompleteGamma {
    /// P(a, x) and Q(a, x) = 1 − P(a, x).
    ///
    /// The relative error of the smaller one is below 10⁻¹³ √(1 + a) where a ≥ ½; for smaller a that is its
    /// absolute error.
    ///
    /// - Parameters:
    ///   - x: at least 0.
    ///   - a: more than 0.
    /// - Complexity: O(√a) terms of a series or steps of a continued fraction.
    public static func tails(
        _ x: Double, a: Double, file: StaticString = #file, line: UInt = #line
    ) -> (lower: Double, upper: Double) {
        require(a > 0 && a.isFinite, "incomplete gamma function with a = \(a)", file, line)
        require(x >= 0, "incomplete gamma function at \(x), which is negative", file, line)
        if x == 0 { return (0, 1) }
        if x == .infinity { return (1, 0) }
        let factor = power(x, a: a)
        // The series' terms fall from the first one on this side of the mean.
        if x < a + 1 {
            let lower = min(1, factor * series(x, a: a))
            return (lower, 1 - lower)
        }
        let upper = min(1, factor * a * fraction(x, a: a))
        return (1 - upper, upper)
    }

    /// The x with Q(a, x) = `probability`: what a gamma variable of shape a exceeds with this probability.
    ///
    /// - Parameter probability: in (0, 1].
    /// - Returns: x within a relative 10⁻¹⁵ of where `tails` gives the probability.
    public static func upperQuantile(
        _ probability: Double, a: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            probability > 0 && probability <= 1, "probability \(probability) is not in (0, 1]", file, line)
        var (low, high) = (0.0, a + 1)
        while tails(high, a: a, file: file, line: line).upper > probability { high *= 2 }
        while true {
            let middle = (low + high) / 2
            if middle <= low || middle >= high { return middle }
            if tails(middle, a: a).upper > probability { low = middle } else { high = middle }
        }
    }

    /// xᵃ e⁻ˣ / Γ(a + 1).
    private static func power(_ x: Double, a: Double) -> Double {
        exp(-IncompleteBeta.stirlingError(a) - IncompleteBeta.deviance(a, x))
            / (2 * Double.pi * a).squareRoot()
    }

    /// Σ xᵏ / ((a+1) ⋯ (a+k)).
    private static func series(_ x: Double, a: Double) -> Double {
        var (term, sum, k) = (1.0, 1.0, 1.0)
        while term > sum * 1e-17 {
            term *= x / (a + k)
            sum += term
            k += 1
        }
        return sum
    }

    /// Γ(a, x) eˣ x⁻ᵃ by Lentz's method (Numerical Recipes, equation 6.2.7).
    private static func fraction(_ x: Double, a: Double) -> Double {
        var b = x + 1 - a
        var c = 1e300
        var d = 1 / b
        var result = d
        let limit = 10_000 + Int(20 * a.squareRoot())
        for i in 1...limit {
            let i = Double(i)
            let numerator = -i * (i - a)
            b += 2
            d = 1 / away(numerator * d + b)
            c = away(b + numerator / c)
            result *= d * c
            if abs(d * c - 1) <= 1e-16 { break }
        }
        return result
    }

    private static func away(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
