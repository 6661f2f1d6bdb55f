public import LinearAlgebra
public import Probability

/// The unit direction s in which the variance is larger. Whoever knows it sees it.
public struct Spike: Hashable, Sendable {
    /// s: n numbers whose squares add up to 1 within 10⁻⁹.
    public let direction: Vector<Double>
    /// The places of the entries that are not 0, in rising order.
    public let support: [Int]

    /// A spike that is given: any unit vector.
    ///
    /// - Throws: `SparsePCAError.notFinite` for NaN and infinities, `.notUnit` for another length than 1.
    public init(_ direction: Vector<Double>) throws(SparsePCAError) {
        if let place = direction.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(name: "entry \(place) of the spike", value: "\(direction[place])")
        }
        let length = direction.norm
        guard abs(length - 1) <= 1e-9 else {
            throw .notUnit(length: "\(length)", dimension: direction.count)
        }
        self.direction = direction
        support = direction.indices.filter { direction[$0] != 0 }
    }

    /// Draws a spike.
    ///
    /// - Throws: `SparsePCAError.sparsityOutOfRange` unless 1 ≤ k ≤ n.
    public init(
        _ shape: SpikeShape, dimension: Int, using generator: inout Generator
    ) throws(SparsePCAError) {
        let count = shape.sparsity
        guard count >= 1, count <= dimension else {
            throw .sparsityOutOfRange(count, dimension: dimension)
        }
        var vector = Vector<Double>.zeros(dimension)
        let places = generator.sample(count, of: dimension).sorted()
        let entries: [Double] =
            switch shape {
            case .flat: generator.signs(count).map { $0 / Double(count).squareRoot() }
            case .gaussian: generator.pointOnSphere(dimension: count)
            }
        for (place, entry) in zip(places, entries) { vector[place] = entry }
        try self.init(vector)
    }

    /// n.
    public var dimension: Int { direction.count }
    /// k: how many entries are not 0.
    public var sparsity: Int { support.count }

    /// |⟨s, v⟩|: 1 for the same spike or its opposite, which no covariance can tell apart.
    ///
    /// - Throws: `SparsePCAError.dimensionMismatch`.
    public func overlap(with other: Spike) throws(SparsePCAError) -> Double {
        guard other.dimension == dimension else {
            throw .dimensionMismatch(
                of: "a spike", other.dimension, expected: dimension, in: "the other spike")
        }
        return abs(direction.dot(other.direction))
    }
}
