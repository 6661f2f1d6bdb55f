import Probability

/// What randomised smoothing says of one point.
public struct SmoothingCertificate: Hashable, Sendable, Codable {
    /// The smoothed model's label at the point and everywhere within `radius` of it; `nil` where the
    /// certificate abstains, which certifies nothing.
    public let label: Label?
    /// R = σ Φ⁻¹(p), in the l2 norm; 0 where the certificate abstains.
    public let radius: Double
    /// p: a lower bound on the probability of the commoner label under the noise; at most ½ where the
    /// certificate abstains.
    public let lowerBound: Double
    /// How often the label that was commoner among the first draws came up among the others.
    public let votes: Proportion

    /// Whether this certificate says no more than "cannot tell".
    public var abstains: Bool { label == nil }

    /// Whether the point is certified to have this label within at least the given distance.
    ///
    /// - Parameter radius: at least 0; a certificate that abstains certifies no radius, 0 included.
    public func certifies(_ label: Label, atRadius radius: Double) -> Bool {
        self.label == label && self.radius >= radius
    }
}

extension Sequence where Element == SmoothingCertificate {
    /// How many points are certified to have their label within at least the given distance.
    ///
    /// - Parameter labels: one a certificate, in the same order.
    public func certifiedAccuracy(_ labels: [Label], atRadius radius: Double) -> Proportion {
        Proportion(of: zip(self, labels).map { $0.certifies($1, atRadius: radius) })
    }
}
