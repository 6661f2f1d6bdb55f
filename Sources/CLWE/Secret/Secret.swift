public import LinearAlgebra
public import Probability

/// The unit direction u across which the layers lie. Whoever knows it sees them.
public struct Secret: Hashable, Sendable {
    /// u: n numbers whose squares add up to 1 within n · 10⁻¹⁶.
    public let direction: Vector<Double>
    /// The places of the entries that are not 0, in rising order.
    public let support: [Int]

    /// The direction of any vector that has one; its length does not matter.
    ///
    /// - Throws: `CLWEError.noDirection` for zeros, NaN and infinities.
    public init(along vector: Vector<Double>) throws(CLWEError) {
        let largest = vector.normInfinity
        guard vector.isFinite, largest > 0 else { throw .noDirection(dimension: vector.count) }
        // First by the largest entry, so that squares neither overflow nor vanish.
        let scaled = vector / largest
        direction = scaled / scaled.norm
        support = direction.indices.filter { [direction] in direction[$0] != 0 }
    }

    /// Draws a secret.
    ///
    /// - Throws: `CLWEError.sparsityOutOfRange` unless 1 ≤ k ≤ n.
    public init(
        _ shape: SecretShape, dimension: Int, using generator: inout Generator
    ) throws(CLWEError) {
        let count = shape.sparsity(in: dimension)
        guard count >= 1, count <= dimension else {
            throw .sparsityOutOfRange(count, dimension: dimension)
        }
        var vector = Vector<Double>.zeros(dimension)
        let places = count == dimension ? Array(0..<count) : generator.sample(count, of: dimension).sorted()
        let entries: [Double] =
            switch shape {
            case .dense, .sparse: generator.pointOnSphere(dimension: count)
            case .rademacher: generator.signs(count)
            }
        for (place, entry) in zip(places, entries) { vector[place] = entry }
        try self.init(along: vector)
    }

    /// n.
    public var dimension: Int { direction.count }
    /// k: how many entries are not 0.
    public var sparsity: Int { support.count }

    /// ⟨u, v⟩ for the direction v of another secret: 1 for the same, −1 for the opposite one.
    public func cosine(to other: Secret, file: StaticString = #file, line: UInt = #line) -> Double {
        direction.dot(other.direction, file: file, line: line)
    }
}
