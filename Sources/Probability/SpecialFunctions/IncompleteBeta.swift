internal import CallSites
internal import Glibc

// Goals, in this order: relative accuracy of the smaller tail, also for a and b in the millions; no failure
// for any a, b > 0; speed.
//
// The factor xᵃ(1−x)ᵇ / B(a, b) is where the usual formula by three log-gammas fails: for a = b = 10⁶ the
// terms are 10⁷ and cancel to 1, which costs 7 digits. Loader's form (2000) has no such cancellation: it is
// the binomial probability written as Stirling's error terms and deviances, each of which is small where the
// result is large.
/// The regularised incomplete beta function, the distribution function of the beta distribution.
public enum IncompleteBeta {
    /// I_x(a, b) and 1 − I_x(a, b).
    ///
    /// The relative error of the smaller one is below 10⁻¹³ √(1 + a + b) where a, b ≥ ½; for smaller a or b
    /// that is its absolute error.
    ///
    /// - Parameters:
    ///   - x: in 0...1.
    ///   - a: more than 0.
    ///   - b: more than 0.
    /// - Complexity: O(√max(a, b)) steps of a continued fraction.
    public static func tails(
        _ x: Double, a: Double, b: Double, file: StaticString = #file, line: UInt = #line
    ) -> (lower: Double, upper: Double) {
        require(
            a > 0 && b > 0 && a.isFinite && b.isFinite, "incomplete beta function with a = \(a), b = \(b)",
            file, line)
        require((0...1).contains(x), "incomplete beta function at \(x), which is not in 0...1", file, line)
        if x == 0 { return (0, 1) }
        if x == 1 { return (1, 0) }
        let factor = powers(x, a: a, b: b)
        // The fraction converges fast on this side of the mean; on the other one the tails change places.
        if x < (a + 1) / (a + b + 2) {
            let lower = min(1, factor * fraction(x, a: a, b: b) / a)
            return (lower, 1 - lower)
        }
        let upper = min(1, factor * fraction(1 - x, a: b, b: a) / b)
        return (1 - upper, upper)
    }

    /// The x at which the lower tail, I_x(a, b), is `probability`.
    public static func quantile(_ probability: Double, a: Double, b: Double) -> Double {
        solve(a: a, b: b, probability: probability) { tails($0, a: a, b: b).lower - probability }
    }

    /// The x at which the upper tail, 1 − I_x(a, b), is `probability`.
    ///
    /// More accurate than `quantile(1 − probability)` for a small tail.
    public static func upperQuantile(_ probability: Double, a: Double, b: Double) -> Double {
        solve(a: a, b: b, probability: 1 - probability) { probability - tails($0, a: a, b: b).upper }
    }

    /// Newton's method on a rising function, kept between bounds by bisection.
    private static func solve(
        a: Double, b: Double, probability: Double, excess: (Double) -> Double
    ) -> Double {
        require((0...1).contains(probability), "quantile for the probability \(probability)")
        if probability == 0 || probability == 1 { return probability }
        var (low, high) = (0.0, 1.0)
        var x = a / (a + b)
        // Each step halves the bracket or is a Newton step inside it; 1100 halvings pass all of the doubles.
        for _ in 0..<1100 where low < high {
            let difference = excess(x)
            if difference == 0 { return x }
            if difference < 0 { low = x } else { high = x }
            let density = powers(x, a: a, b: b) / (x * (1 - x))
            var next = x - difference / density
            if !(next > low && next < high) { next = low + (high - low) / 2 }
            if next == low || next == high || abs(next - x) <= x.ulp { return next }
            x = next
        }
        return x
    }

    /// xᵃ (1 − x)ᵇ / B(a, b).
    private static func powers(_ x: Double, a: Double, b: Double) -> Double {
        let n = a + b
        let exponent =
            stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x)
            - deviance(b, n * (1 - x))
        return exp(exponent) * (a * b / (n * 2 * Double.pi)).squareRoot()
    }

    /// ln Γ(z + 1) − (z + ½) ln z + z − ½ ln 2π, which tends to 1 / 12z.
    static func stirlingError(_ z: Double) -> Double {
        if z < 15 {
            // Not lgamma, which writes the sign to a variable that all threads share.
            var sign: Int32 = 0
            return lgamma_r(z + 1, &sign) - (z + 0.5) * log(z) + z - 0.918938533204672741780
        }
        let square = 1 / (z * z)
        // Stirling's series; the first term left out is below 10⁻¹⁶ for z ≥ 15.
        let coefficients = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360]
        return coefficients.reversed().reduce(0) { $1 + square * $0 } / z
    }

    /// x ln(x / m) + m − x, exact also where x is close to m.
    static func deviance(_ x: Double, _ mean: Double) -> Double {
        guard abs(x - mean) < 0.1 * (x + mean) else { return x * log(x / mean) + mean - x }
        // With v = (x − m) / (x + m): x ln(x/m) = 2x (v + v³/3 + …), and the terms of order v cancel exactly.
        let v = (x - mean) / (x + mean)
        var sum = (x - mean) * v
        var power = 2 * x * v
        for j in 1..<1000 {
            power *= v * v
            let next = sum + power / Double(2 * j + 1)
            if next == sum { break }
            sum = next
        }
        return sum
    }

    /// The continued fraction of I_x(a, b) by Lentz's method (Numerical Recipes, equation 6.4.5).
    private static func fraction(_ x: Double, a: Double, b: Double) -> Double {
        let tiny = 1e-300
        let away = { (value: Double) in abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var result = d
        let limit = 10_000 + Int(20 * max(a, b).squareRoot())
        for m in 1...limit {
            let m = Double(m)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            result *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            result *= d * c
            if abs(d * c - 1) <= 1e-16 { break }
        }
        return result
    }
}
