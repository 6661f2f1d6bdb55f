internal import Glibc

/// Sums over the harmonics of the layers, which closed forms are made of.
///
/// Along the secret, the density is p(t) = φ(t) Σⱼ qⱼ exp(2πij(γt − s)) / Z with qⱼ = exp(−2π²β²j²) by
/// Poisson summation, over all integers j. Everything below is an integral of it, term by term.
struct LayerHarmonics {
    let gamma: Double
    let beta: Double
    let shift: Double

    /// gamma² + beta².
    var variance: Double { gamma * gamma + beta * beta }

    /// Z = Σⱼ exp(−2π²(β² + γ²)j²) cos(2πjs).
    var total: Double {
        sum { j in (exp(-2 * Double.pi * Double.pi * variance * j * j), j * shift) }
    }

    /// E Heₗ(t), for l ≥ 1 and layers that are close enough for a few terms: γ² + β² ≥ ¼.
    ///
    /// ∫ φ(t) Heₗ(t) exp(iωt) dt = (iω)ˡ exp(−ω²/2), with ω = 2πjγ. Each term is computed without
    /// subtraction, so moments of 10⁻³⁰⁰ are as accurate as those of ½.
    func hermiteMoment(_ order: Int) -> Double {
        let size = sum { j in
            let omega = 2 * Double.pi * j * gamma
            let magnitude =
                exp(-2 * Double.pi * Double.pi * variance * j * j) * pow(abs(omega), Double(order))
            // iˡ exp(−2πijs): its real part; the terms of j and −j are complex conjugates.
            return (j == 0 ? 0 : magnitude, Double(order) / 4 - j * shift)
        }
        return size / total
    }

    /// The sum over all integers of magnitude · cos(2π turns), of a summand that is even in j.
    private func sum(_ term: (Double) -> (magnitude: Double, turns: Double)) -> Double {
        let centre = term(0)
        var sum = centre.magnitude * cosine(ofTurns: centre.turns)
        let last = max(4, Int((60 / (2 * Double.pi * Double.pi * variance)).squareRoot()) + 4)
        for j in 1...last {
            let next = term(Double(j))
            sum += 2 * next.magnitude * cosine(ofTurns: next.turns)
        }
        return sum
    }

    /// cos(2πx), and exactly 0 at quarters, so that moments that vanish do.
    private func cosine(ofTurns x: Double) -> Double {
        let rest = abs(x - x.rounded())
        return rest == 0.25 ? 0 : cos(2 * Double.pi * rest)
    }
}
