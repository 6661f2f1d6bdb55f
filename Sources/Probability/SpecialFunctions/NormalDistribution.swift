internal import CallSites
internal import Glibc

/// The normal distribution with mean 0 and variance 1.
public enum NormalDistribution {
    /// The probability of a value below x.
    public static func probability(below x: Double) -> Double {
        0.5 * erfc(-x * 0.5.squareRoot())
    }

    /// The value below which a draw lies with the given probability, within 10⁻¹⁵ of it, relatively.
    ///
    /// Source: Wichura 1988, "Algorithm AS 241: The percentage points of the normal distribution", PPND16.
    public static func quantile(_ probability: Double, file: StaticString = #file, line: UInt = #line)
        -> Double
    {
        require((0...1).contains(probability), "quantile for the probability \(probability)", file, line)
        return quantile(centre: probability - 0.5, tail: min(probability, 1 - probability))
    }

    /// The quantile of ½ + `centre`, of which `tail` = ½ − |centre| is the smaller tail.
    static func quantile(centre q: Double, tail: Double) -> Double {
        if abs(q) <= 0.425 {
            return q * ratio(centralNumerator, centralDenominator, at: 0.180625 - q * q)
        }
        if tail == 0 { return q < 0 ? -.infinity : .infinity }
        let r = (-log(tail)).squareRoot()
        let magnitude =
            r <= 5
            ? ratio(middleNumerator, middleDenominator, at: r - 1.6)
            : ratio(farNumerator, farDenominator, at: r - 5)
        return q < 0 ? -magnitude : magnitude
    }

    /// ln P(X < x), also where the probability itself is too small for a number.
    ///
    /// The relative error is below 2 · 10⁻¹⁵ for x ≤ 0, and below (1 + x²) · 2 · 10⁻¹⁶ above.
    public static func logProbability(below x: Double) -> Double {
        if x > -20 { return x > 0 ? log1p(-0.5 * erfc(x * 0.5.squareRoot())) : log(probability(below: x)) }
        // Mills' ratio as an asymptotic series in 1/x²; the first term left out is below 10⁻¹⁶ for x ≤ −20.
        let z = 1 / (x * x)
        let coefficients = [-1.0, 3, -15, 105, -945, 10_395, -135_135, 2_027_025]
        let series = coefficients.reversed().reduce(0) { ($0 + $1) * z }
        return -0.5 * x * x - log(-x) - 0.918938533204672741780 + log1p(series)
    }

    private static func ratio(_ numerator: [Double], _ denominator: [Double], at x: Double) -> Double {
        numerator.reduce(0) { $0 * x + $1 } / denominator.reduce(0) { $0 * x + $1 }
    }

    // Coefficients of the highest power first.
    private static let centralNumerator = [
        2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
        4.5921953931549871457e+4,
        1.3731693765509461125e+4, 1.9715909503065514427e+3, 1.3314166789178437745e+2,
        3.3871328727963666080e+0,
    ]
    private static let centralDenominator = [
        5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
        2.1213794301586595867e+4,
        5.3941960214247511077e+3, 6.8718700749205790830e+2, 4.2313330701600911252e+1, 1.0,
    ]
    private static let middleNumerator = [
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
        1.27045825245236838258e+0,
        3.64784832476320460504e+0, 5.76949722146069140550e+0, 4.63033784615654529590e+0,
        1.42343711074968357734e+0,
    ]
    private static let middleDenominator = [
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e+0, 2.05319162663775882187e+0, 1.0,
    ]
    private static let farNumerator = [
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e+0, 5.46378491116411436990e+0,
        6.65790464350110377720e+0,
    ]
    private static let farDenominator = [
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0,
    ]
}
