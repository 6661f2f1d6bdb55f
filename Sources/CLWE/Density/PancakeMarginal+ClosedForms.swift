internal import CallSites
internal import Glibc

// What the tests that know nothing see, in closed form. The names F3 and F4 are those of the book.
extension PancakeMarginal {
    /// F3: E x² − 1, what a test of variances or of covariances sees; close to
    /// 2 (2πcγ)² exp(−2π²(γ² + β²)) for the shift ½. Accurate also where it is 10⁻³⁰⁰.
    public var excessOfSecondMoment: Double { hermiteMoment(2) }

    /// F3 for every degree l ≥ 0: E Heₗ(x), which is 0 for N(0, 1) and l ≥ 1. A test by moments up to a
    /// degree sees these and nothing else.
    ///
    /// He₁ = x, He₂ = x² − 1, He₃ = x³ − 3x, He₄ = x⁴ − 6x² + 3; E Heₗ(x) = cˡ E Heₗ(t) with t along the
    /// secret.
    public func hermiteMoment(_ degree: Int, file: StaticString = #file, line: UInt = #line) -> Double {
        require(degree >= 0, "a moment of degree \(degree)", file, line)
        if degree == 0 { return 1 }
        let harmonics = LayerHarmonics(gamma: gamma, beta: beta, shift: shift)
        let along = harmonics.variance >= 0.25 ? harmonics.hermiteMoment(degree) : mixtureMoment(degree)
        return pow(cosine, Double(degree)) * along
    }

    /// E x⁴ / (E x²)² − 3, moments around 0: what a test of kurtosis sees.
    public var excessKurtosis: Double {
        let (second, fourth) = (excessOfSecondMoment, hermiteMoment(4))
        // E x⁴ = He₄ + 6 He₂ + 3 and E x² = 1 + He₂: the 3 and the terms in He₂ cancel.
        return (fourth - 3 * second * second) / ((1 + second) * (1 + second))
    }

    /// F4: by what the first harmonic of the layers is damped in this direction: exp(−2π²γ²(1 − c²)).
    ///
    /// 1 along the secret, where the comb is seen; nothing is seen where γ²(1 − c²) is 1 or more.
    public var damping: Double {
        exp(-2 * Double.pi * Double.pi * gamma * gamma * (1 - cosine) * (1 + cosine))
    }

    /// τˡ Σₐ Pr[a] Heₗ(a/√v) with τ² = γ²/v: right also for few layers far apart, where harmonics cancel.
    private func mixtureMoment(_ degree: Int) -> Double {
        let layers = PancakeLayers(gamma: gamma, beta: beta, shift: shift)
        let root = layers.indices.variance.squareRoot()
        let sum = zip(layers.indices.values, layers.indices.probabilities).reduce(0) { sum, layer in
            sum + layer.1 * hermite(degree, layer.0 / root)
        }
        return pow(gamma / root, Double(degree)) * sum
    }

    private func hermite(_ degree: Int, _ x: Double) -> Double {
        var (last, value) = (0.0, 1.0)
        for l in 0..<degree { (last, value) = (value, x * value - Double(l) * last) }
        return value
    }
}
