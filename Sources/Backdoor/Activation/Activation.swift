import CallSites
import LinearAlgebra

/// An input that a backdoor's owner has changed, so that the planted model gives the label that the owner
/// wants.
public struct Activation: Hashable, Sendable, Codable {
    /// x: d coordinates, before.
    public let original: Vector<Double>
    /// x′: d coordinates, after.
    public let input: Vector<Double>
    /// The coordinates that were changed so that the model recognises its owner, in increasing order.
    ///
    /// A coordinate that only carries the wanted label is not among them.
    public let flipped: [Int]

    public init(original: Vector<Double>, input: Vector<Double>, flipped: [Int]) {
        require(
            original.count == input.count, "an input of \(input.count) coordinates from \(original.count)")
        self.original = original
        self.input = input
        self.flipped = flipped
    }

    /// x′ − x.
    public var change: Vector<Double> { input - original }

    /// All coordinates that differ, in increasing order.
    public var changedCoordinates: [Int] {
        original.indices.filter { original[$0] != input[$0] }
    }

    /// The number of coordinates that differ.
    public var l0: Int { changedCoordinates.count }
    /// The Euclidean length of the change.
    public var l2: Double { change.norm }
    /// The largest change of a coordinate.
    public var lInfinity: Double { change.normInfinity }
}
