/// What is known about how hard pancakes are to tell from normal points: theorem and attacks side by side.
///
/// The theorem is about growing k; a single k has no proof. An attack that is listed breaks these parameters
/// here and now. That none is listed means that those of this module fail, and nothing else.
public struct Hardness: Hashable, Sendable, Codable {
    /// Where the parameters lie to the region of the hardness theorem.
    public let theorem: TheoremRegion
    /// The attacks of this module that reach the parameters, the cheapest first.
    public let attacks: [KnownAttack]
    /// The sentences to print beside any demonstration with these parameters.
    public let words: String
}

/// Where parameters lie to the region in which telling pancakes from normal points is as hard as lattices.
///
/// The region, in units of ρ: 0 < beta < 1 and gamma ≥ 2√k for a direction uniform in k dimensions, and
/// gamma / beta bounded by a polynomial of k, which one k cannot show.
/// Source: Bruna, Regev, Song and Tang 2021, the theorems on CLWE and homogeneous CLWE; the k-sparse case by
/// embedding k dimensions at random places, as Goldwasser, Kim, Vaikuntanathan and Zamir 2022 do.
public enum TheoremRegion: Hashable, Sendable, Codable {
    case inside
    /// With the conditions that fail, each as a clause.
    case outside([String])

    public var isInside: Bool { self == .inside }
}

/// An attack of this module that breaks parameters.
public enum KnownAttack: Hashable, Sendable, Codable {
    /// `ExtremeEigenvalues`: the variance along the secret differs from 1 by this much.
    case eigenvalues(excess: Double)
    /// `CoordinateScan`.
    case coordinateScan
    /// `AngleGrid`.
    case angleGrid
    /// `LatticeReduction`, by its rule of thumb.
    case latticeReduction(knowsSupport: Bool)
    /// `LatticeReduction` where it recovers some keys and not others, by the same rule.
    case latticeReductionOfSomeKeys(knowsSupport: Bool)
    /// `SupportGuessing` with so many coordinates, one of so many guesses being right.
    case supportGuessing(size: Int, guesses: Int)
    /// Up to 2³⁶ of them: every support and every direction on a grid as fine as the needle: 2 to this power
    /// of them.
    case allDirections(log2Count: Double)
}

extension KnownAttack: CustomStringConvertible {
    public var description: String {
        switch self {
        case .eigenvalues(let excess):
            "the eigenvalues of the covariance (variance along the secret 1 \(excess < 0 ? "−" : "+") "
                + "\(rounded(abs(excess))))"
        case .coordinateScan: "a scan of the coordinates"
        case .angleGrid: "a grid of angles for every pair of coordinates"
        case .latticeReduction(let knowsSupport):
            "lattice reduction (LLL\(condition(knowsSupport)))"
        case .latticeReductionOfSomeKeys(let knowsSupport):
            "lattice reduction (LLL\(condition(knowsSupport))), for some of the keys"
        case .supportGuessing(let size, let guesses):
            "lattice reduction (LLL) on \(size) guessed coordinates, one guess of \(guesses) being right"
        case .allDirections(let log2Count): "trying all 2^\(Int(log2Count.rounded(.up))) directions"
        }
    }

    private func condition(_ knowsSupport: Bool) -> String {
        knowsSupport ? ", if the support is known" : ""
    }

    private func rounded(_ x: Double) -> Double { (x * 10_000).rounded() / 10_000 }
}
