import LinearAlgebra
import Probability
import SparsePCA

/// The key of a backdoor in a random ReLU network: the direction s along which the weights vary more.
///
/// For weights g from N(0, I + θ s sᵀ) the variance of ⟨g, x⟩ is ‖x‖² + θ⟨x, s⟩², so a step along s raises the
/// mean of the units by more than a step of the same length in another direction does.
///
/// A key is never part of a model. It is written only by `write(to:)`, or by whoever encodes it.
public struct ReLUKey: Hashable, Sendable {
    /// s: n coordinates of length 1.
    public let direction: Vector<Double>
    /// θ: how much larger than 1 the variance of the weights along s is.
    public let strength: Double

    /// - Throws: `ReLUError.spike` unless s is finite and of length 1 and θ positive and finite.
    public init(direction: Vector<Double>, strength: Double) throws(ReLUError) {
        do {
            self.init(of: try SpikedCovariance(strength: strength, spike: Spike(direction)))
        } catch {
            throw .spike(error)
        }
    }

    /// The key to weights that are drawn from this law.
    public init(of covariance: SpikedCovariance) {
        self.init(checked: covariance.spike.direction, strength: covariance.strength)
    }

    private init(checked direction: Vector<Double>, strength: Double) {
        self.direction = direction
        self.strength = strength
    }

    /// n.
    public var inputCount: Int { direction.count }

    /// The coordinates that `added` triggers change, in rising order.
    public var support: [Int] { direction.support }

    /// A control: another direction on the same coordinates, uniformly drawn.
    ///
    /// What the key does beyond its control is the backdoor's.
    public func control(using generator: inout Generator) -> ReLUKey {
        ReLUKey(checked: direction.control(using: &generator), strength: strength)
    }
}

extension ReLUKey: Codable {
    private enum CodingKeys: String, CodingKey {
        case direction, strength
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            direction: container.decode(Vector<Double>.self, forKey: .direction),
            strength: container.decode(Double.self, forKey: .strength))
    }
}

extension ReLUKey: CustomStringConvertible {
    /// Its size only: a key that is printed by accident is still one.
    public var description: String {
        "a key of \(inputCount) coordinates, \(support.count) of them not 0, of strength \(strength)"
    }
}
