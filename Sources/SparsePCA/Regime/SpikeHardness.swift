/// What is known about how hard a sparse spike is to see.
///
/// Theorems and conjecture are about growing n; a single n has neither. An attack that is listed is expected to
/// see the spike. That none is listed means that those of this module are not expected to, and nothing else.
public struct SpikeHardness: Hashable, Sendable, Codable {
    /// Where the parameters lie.
    public let region: SpikeRegion
    /// The attacks that are expected to see the spike, the cheapest first.
    public let attacks: [SpikeAttack]
    /// The sentences to print beside any demonstration with these parameters.
    public let words: String
}

/// Where parameters lie to what is known to be possible, fast or at all.
public enum SpikeRegion: String, Hashable, Sendable, Codable, CaseIterable {
    /// An attack of polynomial time is expected to see the spike.
    case seen
    /// Only a search of all supports is expected to see it: hard if detecting planted cliques is.
    case conjecturedHard
    /// Not even a search of all supports is expected to see it, however long it takes.
    case drowned
}

extension SpikeRegion: CustomStringConvertible {
    public var description: String {
        switch self {
        case .seen: "seen"
        case .conjecturedHard: "conjectured hard"
        case .drowned: "drowned"
        }
    }
}

/// An attack of polynomial time, with the θ from which on it is expected to succeed.
public enum SpikeAttack: Hashable, Sendable, Codable {
    case diagonalThresholding(from: Double)
    case topEigenvalue(from: Double)
    /// Covariance thresholding and the semidefinite relaxation, which are proved to have about this rate.
    case covarianceThresholding(from: Double)
}

extension SpikeAttack: CustomStringConvertible {
    public var description: String {
        switch self {
        case .diagonalThresholding(let theta):
            "the variances of single coordinates (from theta = \(SpikeHardness.short(theta)) on)"
        case .topEigenvalue(let theta):
            "the largest eigenvalue of the covariance (from theta = \(SpikeHardness.short(theta)) on)"
        case .covarianceThresholding(let theta):
            "covariance thresholding or the semidefinite relaxation (from the order of theta = "
                + "\(SpikeHardness.short(theta)) on)"
        }
    }
}

extension SpikeParameters {
    /// Where the parameters lie in the window between what is possible and what is fast.
    public var hardness: SpikeHardness {
        var attacks: [SpikeAttack] = []
        if strength > diagonalThreshold { attacks.append(.diagonalThresholding(from: diagonalThreshold)) }
        if strength > spectralThreshold { attacks.append(.topEigenvalue(from: spectralThreshold)) }
        if strength > covarianceThreshold {
            attacks.append(.covarianceThresholding(from: covarianceThreshold))
        }
        // One who may try all supports may also look at the eigenvalue, so what that sees is not drowned.
        let region: SpikeRegion =
            if strength <= min(scanThreshold, spectralThreshold) {
                .drowned
            } else if attacks.isEmpty {
                .conjecturedHard
            } else {
                .seen
            }
        return SpikeHardness(
            region: region, attacks: region == .drowned ? [] : attacks, words: words(region, attacks))
    }

    private func words(_ region: SpikeRegion, _ attacks: [SpikeAttack]) -> String {
        let caution = "These are orders of magnitude for growing n; they prove nothing for n = \(dimension)."
        let scan = "theta = \(SpikeHardness.short(scanThreshold))"
        switch region {
        case .seen:
            return "A spike with \(description) is expected to be seen, by "
                + attacks.map(\.description).joined(separator: ", and by ") + ". " + caution
        case .conjecturedHard:
            let fast = min(spectralThreshold, covarianceThreshold, diagonalThreshold)
            return
                "A spike with \(description) lies in the region that is conjectured to be hard: above what "
                + "a search of all supports needs (\(scan)), below what is known to suffice for fast attacks "
                + "(theta = \(SpikeHardness.short(fast))). " + caution
        case .drowned:
            return "A spike with \(description) drowns in the noise: even a search of all supports needs "
                + "about \(scan), and the largest eigenvalue "
                + "theta = \(SpikeHardness.short(spectralThreshold)). " + caution
        }
    }
}

extension SpikeHardness {
    static func short(_ x: Double) -> Double { (x * 1000).rounded() / 1000 }
}
