internal import Glibc

/// How far lattice reduction reaches, by a rule of thumb.
struct LatticeReach {
    let parameters: PancakeParameters<StandardUnits>
    /// n: how many coordinates the key may have.
    let keyLength: Int

    init(_ parameters: PancakeParameters<StandardUnits>, keyLength: Int) {
        self.parameters = parameters
        self.keyLength = keyLength
    }

    /// ln (length of the shortest vector of a random lattice of this volume / length of the key's vector).
    ///
    /// d = m' + n is the dimension; the volume is (c·dl)ⁿ, a random lattice of it has vectors of
    /// √(d/2πe)·(c·dl)^(n/d) (Gauss' heuristic), and the key's is β√(d + 1) long, as `PancakeLattice` weighs
    /// it.
    func gap(sampleCount: Int) -> Double {
        let (n, k) = (Double(keyLength), Double(parameters.sparsity))
        let d = Double(sampleCount) + n
        let beta = max(parameters.beta, PancakeLattice.smallestNoise)
        let unit = beta / (3 * (k / 12).squareRoot())
        let weight = beta * n.squareRoot() / parameters.gamma
        let random = 0.5 * log(d / (2 * Double.pi * M_E)) + n / d * log(weight * unit)
        return random - log(beta * (d + 1).squareRoot())
    }

    /// By how much the gap exceeds what was enough in our runs, 0.0125 d − 0.35.
    func margin(sampleCount: Int) -> Double {
        gap(sampleCount: sampleCount) - 0.0125 * Double(sampleCount + keyLength) + 0.35
    }

    /// The m' with the largest margin, among multiples of n/2 from 2n to 8n.
    var bestSampleCount: Int {
        let counts = (4...16).map { ($0 * keyLength + 1) / 2 }
        return counts.max { margin(sampleCount: $0) < margin(sampleCount: $1) } ?? keyLength
    }
}

extension LatticeReduction {
    /// ln (length of the shortest vector of a random lattice like this one / length of the key's vector): the
    /// larger, the more the key stands out.
    public var gap: Double { reach.gap(sampleCount: latticeSamples) }

    /// Whether the key is recovered from nearly all samples, by a rule of thumb: `gap` ≥ 0.0125 d − 0.35.
    ///
    /// Fitted by us to runs with known support for k = 2 to 26 and beta = 0.005 to 0.1. It says nothing about
    /// stronger reduction, for which a smaller gap is enough.
    public var isExpectedToSucceed: Bool { reach.margin(sampleCount: latticeSamples) >= 0 }

    /// Whether the key is recovered from some samples at least, by the same rule with 0.45 less.
    ///
    /// Between the two rules we saw from none to all of five keys recovered, depending on the draw; below this
    /// one, hardly any.
    public var maySucceed: Bool { reach.margin(sampleCount: latticeSamples) >= -0.45 }

    private var reach: LatticeReach { LatticeReach(parameters, keyLength: keyLength) }
}
