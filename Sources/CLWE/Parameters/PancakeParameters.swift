/// The public parameters of Gaussian pancakes: everything but the secret direction.
///
/// Samples y are Gaussian in n dimensions, and gamma · ⟨y, u⟩ lies within about beta of ℤ + shift.
///
///     let paper = try PancakeParameters<StandardUnits>(
///         dimension: 64, secret: .sparse(10), gamma: 2 * 10.0.squareRoot(), beta: 0.01)
///     paper.converted(to: RhoUnits.self).gamma        // 15.85…, the same pancakes
///     print(paper.hardness)
///
/// A conversion keeps the numbers as they were given, so that converting back gives exactly the same.
public struct PancakeParameters<Units: GaussianUnits>: Hashable, Sendable {
    /// n.
    public let dimension: Int
    /// How the direction is drawn.
    public let secret: SecretShape
    /// In [0, 1): ½ for the backdoor, 0 for Bruna et al.
    public let shift: Double
    private let givenGamma: Double
    private let givenBeta: Double
    private let givenDeviation: Double

    /// - Parameters:
    ///   - dimension: n, at least 1.
    ///   - secret: with 1 to n entries other than 0.
    ///   - gamma: layers per unit of length, positive.
    ///   - beta: the noise in units of the distance between layers, positive.
    ///   - shift: any finite number; only its part after the point matters.
    /// - Throws: `CLWEError`.
    public init(
        dimension: Int, secret: SecretShape, gamma: Double, beta: Double, shift: Double = 0.5
    ) throws(CLWEError) {
        let sparsity = secret.sparsity(in: dimension)
        guard sparsity >= 1, sparsity <= dimension else {
            throw .sparsityOutOfRange(sparsity, dimension: dimension)
        }
        guard gamma > 0, gamma.isFinite else { throw .notPositive(name: "gamma", value: "\(gamma)") }
        guard beta > 0, beta.isFinite else { throw .notPositive(name: "beta", value: "\(beta)") }
        guard shift.isFinite else { throw .notFinite(name: "the shift", value: "\(shift)") }
        let standard = UnitFactor.density(from: Units.deviation, to: StandardUnits.deviation)
        let variance = (gamma * gamma + beta * beta) * standard * standard
        guard (1e-12...1e10).contains(variance) else { throw .layersOutOfRange(variance: variance) }
        self.dimension = dimension
        self.secret = secret
        let fraction = shift - shift.rounded(.down)
        self.shift = fraction < 1 ? fraction : 0
        givenGamma = gamma
        givenBeta = beta
        givenDeviation = Units.deviation
    }

    private init<Other>(converting other: PancakeParameters<Other>) {
        dimension = other.dimension
        secret = other.secret
        shift = other.shift
        givenGamma = other.givenGamma
        givenBeta = other.givenBeta
        givenDeviation = other.givenDeviation
    }

    /// The same pancakes in other units.
    public func converted<Other>(
        to units: Other.Type = Other.self
    ) -> PancakeParameters<Other> { PancakeParameters<Other>(converting: self) }

    /// k: how many coordinates the layers depend on.
    public var sparsity: Int { secret.sparsity(in: dimension) }
    /// The layers' density: their distance is gamma / (gamma² + beta²), about 1 / gamma.
    public var gamma: Double { givenGamma * factor }
    /// The noise in units of the layers' distance; they can be told apart where it is well below ½.
    public var beta: Double { givenBeta * factor }

    private var factor: Double { UnitFactor.density(from: givenDeviation, to: Units.deviation) }
}

extension PancakeParameters where Units == StandardUnits {
    /// Those of the paper: gamma = 2 √k for k-sparse secrets in n dimensions, shift ½.
    ///
    /// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, the sparse pancakes lemma.
    public static func paper(
        dimension: Int, sparsity: Int, beta: Double
    ) throws(CLWEError) -> PancakeParameters {
        guard sparsity >= 1 else { throw .sparsityOutOfRange(sparsity, dimension: dimension) }
        return try PancakeParameters(
            dimension: dimension, secret: sparsity == dimension ? .dense : .sparse(sparsity),
            gamma: 2 * Double(sparsity).squareRoot(), beta: beta)
    }
}

extension PancakeParameters: CustomStringConvertible {
    public var description: String {
        "n = \(dimension), secret \(secret), gamma = \(gamma), beta = \(beta), shift = \(shift) "
            + "in units of \(Units.name)"
    }
}
