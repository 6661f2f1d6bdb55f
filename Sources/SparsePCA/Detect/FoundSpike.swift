public import LinearAlgebra

/// A guess at the spike.
public struct FoundSpike: Hashable, Sendable {
    /// v, of length 1; its sign cannot be known.
    public let direction: Vector<Double>
    /// vᵀ S v.
    public let variance: Double

    init(_ direction: Vector<Double>, in covariance: SampleCovariance) throws(SparsePCAError) {
        let unit = direction / direction.norm
        self.init(unit, variance: try covariance.variance(along: unit))
    }

    init(_ unit: Vector<Double>, variance: Double) {
        direction = unit
        self.variance = variance
    }

    /// The places of the `count` largest entries in magnitude, in rising order.
    public func support(_ count: Int) -> [Int] {
        Array(direction.indices.sorted { abs(direction[$0]) > abs(direction[$1]) }.prefix(max(0, count)))
            .sorted()
    }

    /// |⟨v, s⟩|, 1 for the spike itself.
    ///
    /// - Throws: `SparsePCAError.dimensionMismatch`.
    public func overlap(with spike: Spike) throws(SparsePCAError) -> Double {
        try requireDimension(spike)
        return abs(direction.dot(spike.direction))
    }

    /// The share of the spike's k places that are not among the k largest entries of the guess.
    ///
    /// - Throws: `SparsePCAError.dimensionMismatch`.
    public func supportError(against spike: Spike) throws(SparsePCAError) -> Double {
        try requireDimension(spike)
        let missed = Set(spike.support).subtracting(support(spike.sparsity)).count
        return Double(missed) / Double(spike.sparsity)
    }

    private func requireDimension(_ spike: Spike) throws(SparsePCAError) {
        guard spike.dimension == direction.count else {
            throw .dimensionMismatch(
                of: "the spike", spike.dimension, expected: direction.count, in: "the guess")
        }
    }
}
