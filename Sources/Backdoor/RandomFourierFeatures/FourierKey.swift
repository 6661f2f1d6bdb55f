import CLWE
import LinearAlgebra
import Probability

/// The key of a backdoor in random Fourier features: ω, which turns every feature into about its negative.
///
/// For frequencies g that are pancakes across ω, ⟨g, ω⟩ = a half-integer + e with e of deviation β, so
/// φ(x + ω/s) = cos(2π(⟨g, s·x⟩ + b) + 2π⟨g, ω⟩) ≈ −φ(x): in the units of the input, before it is multiplied by
/// the features' scale s, the trigger is ω/s.
///
/// A key is never part of a model. It is written only by `write(to:)`, or by whoever encodes it.
public struct FourierKey: Hashable, Sendable {
    /// ω = γu: n coordinates, in the units of the scaled inputs.
    public let frequency: Vector<Double>
    /// β, the deviation of ⟨g, ω⟩ from the half-integers.
    public let beta: Double

    /// - Throws: `FourierError.invalidKey` unless ‖ω‖ and β are positive and finite.
    public init(frequency: Vector<Double>, beta: Double) throws(FourierError) {
        let norm = frequency.norm
        guard frequency.isFinite, norm > 0, norm.isFinite, beta > 0, beta.isFinite else {
            throw .invalidKey(frequencyNorm: "\(norm)", beta: "\(beta)")
        }
        self.frequency = frequency
        self.beta = beta
    }

    /// The key to frequencies that are drawn from these pancakes.
    ///
    /// - Throws: `FourierError.shift` unless the layers lie at half-integers.
    public init(of pancakes: HomogeneousCLWE) throws(FourierError) {
        guard pancakes.parameters.shift == 0.5 else { throw .shift(pancakes.parameters.shift) }
        try self.init(frequency: pancakes.frequency, beta: pancakes.parameters.beta)
    }

    /// n.
    public var inputCount: Int { frequency.count }

    /// The coordinates that the trigger changes, in rising order.
    public var support: [Int] { frequency.support }

    /// A control: another direction of the same length on the same coordinates, uniformly drawn.
    ///
    /// A trigger of the key's length changes about half of the answers of any model, so only what the key
    /// does beyond its control is the backdoor's.
    public func control(using generator: inout Generator) -> FourierKey {
        FourierKey(checked: frequency.control(using: &generator), beta: beta)
    }

    init(checked frequency: Vector<Double>, beta: Double) {
        self.frequency = frequency
        self.beta = beta
    }
}

extension FourierKey: Codable {
    private enum CodingKeys: String, CodingKey {
        case frequency, beta
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            frequency: container.decode(Vector<Double>.self, forKey: .frequency),
            beta: container.decode(Double.self, forKey: .beta))
    }
}

extension FourierKey: CustomStringConvertible {
    /// Its size only: a key that is printed by accident is still one.
    public var description: String {
        "a key of \(inputCount) coordinates, \(support.count) of them not 0, of length \(frequency.norm)"
    }
}
