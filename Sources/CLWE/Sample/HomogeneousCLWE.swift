internal import CallSites
internal import Glibc
public import LinearAlgebra

/// Gaussian pancakes: samples that look like N(0, Iₙ) and lie on layers across a secret direction u.
///
/// The density is proportional to φ(y) Σᵢ exp(−(i + shift − γ⟨y, u⟩)² / 2β²), in units of N(0, 1).
///
///     let parameters = try PancakeParameters.paper(dimension: 64, sparsity: 10, beta: 0.01)
///     let secret = try Secret(parameters.secret, dimension: 64, using: &coins)
///     let pancakes = try HomogeneousCLWE(parameters, secret: secret)
///     let frequencies = pancakes.points(2000, using: &coins)
///
/// Source: Bruna, Regev, Song and Tang 2021, definition of the homogeneous CLWE distribution; shift ½ as in
/// Goldwasser, Kim, Vaikuntanathan and Zamir 2022.
public struct HomogeneousCLWE: Hashable, Sendable {
    public let parameters: PancakeParameters<StandardUnits>
    public let secret: Secret
    /// What is drawn from along the secret.
    let layers: PancakeLayers

    /// - Throws: `CLWEError` where the secret is not one of these parameters'.
    public init<Units>(
        _ parameters: PancakeParameters<Units>, secret: Secret
    ) throws(CLWEError) {
        guard secret.dimension == parameters.dimension else {
            throw .dimensionMismatch(
                of: "the secret", secret.dimension, expected: parameters.dimension, in: "the parameters")
        }
        guard secret.sparsity == parameters.sparsity else {
            throw .sparsityMismatch(secret.sparsity, expected: parameters.sparsity)
        }
        self.parameters = parameters.converted()
        self.secret = secret
        layers = PancakeLayers(self.parameters)
    }

    /// ω = γu, the backdoor's key: ⟨y, ω⟩ lies close to ℤ + shift.
    public var frequency: Vector<Double> { parameters.gamma * secret.direction }

    /// The distribution of ⟨y, u⟩.
    public var marginalAlongSecret: PancakeMarginal { PancakeMarginal(parameters) }

    /// The distribution of coordinate j of y, counted from 0.
    public func marginal(
        ofCoordinate j: Int, file: StaticString = #file, line: UInt = #line
    ) -> PancakeMarginal {
        require(secret.direction.indices.contains(j), "coordinate \(j) of \(secret.dimension)", file, line)
        return PancakeMarginal(parameters, cosine: secret.direction[j])
    }

    /// How far ⟨y, ω⟩ lies from ℤ + shift, in −½...½, for each point.
    public func offsets(
        of points: Points<StandardUnits>, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double> {
        requireDimension(of: points, file, line)
        return (points.rows * frequency).mapElements { value in
            let offset = value - parameters.shift
            return offset - offset.rounded()
        }
    }

    /// The natural logarithm of the density at a point in units of N(0, 1).
    public func logDensity(
        at point: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        let square = point.dot(point, file: file, line: line)
        let normal = -0.5 * square - 0.5 * Double(point.count) * log(2 * Double.pi)
        return normal + logLikelihoodRatio(along: point.dot(secret.direction, file: file, line: line))
    }

    /// ln (density / density of N(0, Iₙ)) for each point: what decides best, for those who know the key.
    public func logLikelihoodRatios(
        of points: Points<StandardUnits>, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double> {
        requireDimension(of: points, file, line)
        return (points.rows * secret.direction).mapElements(logLikelihoodRatio(along:))
    }

    /// The ratio is W_β(γt − shift) / W_√(β²+γ²)(shift), with W the normal density wrapped around the circle:
    /// its denominator is the sum over layers of what each weighs.
    private func logLikelihoodRatio(along t: Double) -> Double {
        let (gamma, beta) = (parameters.gamma, parameters.beta)
        let total = WrappedNormal(checked: (gamma * gamma + beta * beta).squareRoot())
        return WrappedNormal(checked: beta).logDensity(at: gamma * t - parameters.shift)
            - total.logDensity(at: parameters.shift)
    }

    func requireDimension(of points: Points<StandardUnits>, _ file: StaticString, _ line: UInt) {
        require(
            points.dimension == secret.dimension,
            "points of \(points.dimension) dimensions, expected \(secret.dimension) (those of the secret)",
            file, line)
    }
}
