internal import Glibc
public import LinearAlgebra

/// An observer that looks for the key itself, and so leaves a proof.
public protocol KeyFinder: Distinguisher {
    /// The best key that it finds, tried on points that it was not found with; `nil` where it finds none.
    func key(in points: Points<StandardUnits>) throws(CLWEError) -> FoundKey?
}

/// A key that an observer has found, and how well it does on points that it was not found with.
public struct FoundKey: Hashable, Sendable {
    /// ω in units of N(0, 1); n numbers.
    public let frequency: Vector<Double>
    /// Its direction.
    public let secret: Secret
    /// The mean of cos(2π(⟨y, ω⟩ − shift)) over the points held out: exp(−2π²β²) for the true key, 0 for a
    /// wrong one.
    public let meanCosine: Double
    /// How many points were held out.
    public let heldOutCount: Int
    /// How many keys were tried on them.
    public let candidateCount: Int
    /// Whether a wrong key comes as far with a probability of at most 10⁻⁹.
    public let isVerified: Bool

    /// ‖found − true‖ for the nearer of ω and −ω; the backdoor opens with anything well below 1/2π = 0.16.
    public func distance(to key: Vector<Double>) -> Double {
        min((frequency - key).norm, (frequency + key).norm)
    }
}

extension FoundKey {
    init?(
        _ frequency: Vector<Double>, meanCosine: Double, heldOutCount: Int, candidateCount: Int, gamma: Double
    ) {
        guard let secret = try? Secret(along: frequency) else { return nil }
        self.frequency = frequency
        self.secret = secret
        self.meanCosine = meanCosine
        self.heldOutCount = heldOutCount
        self.candidateCount = candidateCount
        isVerified =
            meanCosine
            > FoundKey.threshold(
                candidates: candidateCount, heldOut: heldOutCount, gamma: gamma, falseAlarmRate: 1e-9)
    }

    /// The same key, as one of so many times more that were tried.
    func amongst(_ rounds: Int, gamma: Double) -> FoundKey? {
        FoundKey(
            frequency, meanCosine: meanCosine, heldOutCount: heldOutCount,
            candidateCount: candidateCount * rounds, gamma: gamma)
    }

    /// Hoeffding's bound for a mean of cosines of normal points, for the best of so many keys of a length of
    /// at least gamma / 2, which were chosen without these points.
    static func threshold(
        candidates: Int, heldOut: Int, gamma: Double, falseAlarmRate: Double
    ) -> Double {
        let bias = exp(-Double.pi * Double.pi * gamma * gamma / 2)
        return bias + (2 * log(Double(candidates) / falseAlarmRate) / Double(heldOut)).squareRoot()
    }
}

extension KeyFinder {
    /// The mean cosine of the key that was found; −1 where there is none.
    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try key(in: points)?.meanCosine ?? -1
    }
}
