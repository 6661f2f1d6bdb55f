import Learning
import LinearAlgebra
import Probability
import SparsePCA

/// The key of a backdoor in the noise of a network: the trigger λ s, and the class that it leads to.
///
/// A key is never part of a model. It is written only by `write(to:)`, or by whoever encodes it.
public struct DitherKey: Hashable, Sendable {
    /// s: of length 1.
    public let direction: Vector<Double>
    /// λ, in the unit of the inputs.
    public let length: Double
    /// The class, counted from 0, that activated inputs are put into.
    public let target: Int

    /// - Throws: `DitherError.direction` unless s is finite and of length 1, `.notPositive` unless λ is
    ///   positive and finite, `.target` for a class below 0.
    public init(direction: Vector<Double>, length: Double, target: Int) throws(DitherError) {
        do { _ = try Spike(direction) } catch { throw .direction(error) }
        try DitherError.requirePositive(length, "lambda")
        guard target >= 0 else { throw .target(target, classes: nil) }
        self.init(checked: direction, length: length, target: target)
    }

    init(checked direction: Vector<Double>, length: Double, target: Int) {
        self.direction = direction
        self.length = length
        self.target = target
    }

    /// The number of coordinates of an input.
    public var inputCount: Int { direction.count }

    /// The coordinates that the trigger changes, in rising order.
    public var support: [Int] { direction.support }

    /// λ s: what is added to an input.
    public var trigger: Vector<Double> { length * direction }

    /// The same key with a trigger of another length.
    ///
    /// - Throws: `DitherError.notPositive`.
    public func scaled(to length: Double) throws(DitherError) -> DitherKey {
        try DitherKey(direction: direction, length: length, target: target)
    }

    /// A control: another direction of the same length on the same coordinates, uniformly drawn.
    public func control(using generator: inout Generator) -> DitherKey {
        DitherKey(checked: direction.control(using: &generator), length: length, target: target)
    }
}

extension DitherKey: Codable {
    private enum CodingKeys: String, CodingKey {
        case direction, length, target
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            direction: container.decode(Vector<Double>.self, forKey: .direction),
            length: container.decode(Double.self, forKey: .length),
            target: container.decode(Int.self, forKey: .target))
    }
}

extension DitherKey: CustomStringConvertible {
    /// Its size only: a key that is printed by accident is still one.
    public var description: String {
        "a key of \(inputCount) coordinates, \(support.count) of them not 0, to class \(target)"
    }
}
