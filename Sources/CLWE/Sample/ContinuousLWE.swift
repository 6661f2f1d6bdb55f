internal import CallSites
internal import Glibc
public import LinearAlgebra
public import Probability

/// Samples with the place between the layers: z = γ⟨y, u⟩ + e − shift mod 1, y from N(0, Iₙ), e from N(0,
/// β²).
///
/// The density at (y, z) is φ(y) W_β(z + shift − γ⟨y, u⟩) on ℝⁿ × [0, 1). Where z happens to be 0, y is from
/// `HomogeneousCLWE` with the same parameters. Without a secret z would be uniform and independent of y.
///
/// Source: Bruna, Regev, Song and Tang 2021, definition of the CLWE distribution, where the shift is 0.
public struct ContinuousLWE: Hashable, Sendable {
    /// The pancakes at z = 0.
    public let homogeneous: HomogeneousCLWE

    /// - Throws: `CLWEError` where the secret is not one of these parameters'.
    public init<Units>(
        _ parameters: PancakeParameters<Units>, secret: Secret
    ) throws(CLWEError) {
        homogeneous = try HomogeneousCLWE(parameters, secret: secret)
    }

    public var parameters: PancakeParameters<StandardUnits> { homogeneous.parameters }
    public var secret: Secret { homogeneous.secret }

    /// Draws from the distribution, without rejection.
    public func samples(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> CLWESample {
        require(count >= 0, "\(count) samples", file, line)
        let noise = Vector(generator.gaussians(count))
        let points = Points(gaussian: count, dimension: secret.dimension, using: &generator)
        let turns = points.rows * homogeneous.frequency + parameters.beta * noise
        return CLWESample(points: points, phases: turns.mapElements { fraction($0 - parameters.shift) })
    }

    /// Draws from the distribution by throwing pairs of a normal vector and a uniform phase away.
    ///
    /// - Complexity: for small beta one of 0.4 / beta proposals is kept.
    public func samplesByRejection(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> CLWESample {
        require(count >= 0, "\(count) samples", file, line)
        let noise = WrappedNormal(checked: parameters.beta)
        let largest = noise.logDensity(at: 0)
        var rows: [Vector<Double>] = []
        var phases: [Double] = []
        while rows.count < count {
            let (point, phase) = (Vector(generator.gaussians(secret.dimension)), generator.uniform())
            let density = noise.logDensity(at: residue(point, phase))
            guard generator.uniform() < exp(density - largest) else { continue }
            rows.append(point)
            phases.append(phase)
        }
        let matrix = Matrix<Double>(unsafeUninitializedRows: count, columns: secret.dimension) { buffer in
            _ = buffer.initialize(fromContentsOf: rows.flatMap(\.elements))
        }
        return CLWESample(points: Points(matrix), phases: Vector(phases))
    }

    /// The natural logarithm of the density at (y, z), y in units of N(0, 1).
    public func logDensity(
        at point: Vector<Double>, phase: Double, file: StaticString = #file, line: UInt = #line
    ) -> Double {
        require(
            point.count == secret.dimension,
            "a point of \(point.count) dimensions, expected \(secret.dimension) (those of the secret)",
            file, line)
        let normal = -0.5 * point.dot(point) - 0.5 * Double(point.count) * log(2 * Double.pi)
        return normal + WrappedNormal(checked: parameters.beta).logDensity(at: residue(point, phase))
    }

    /// ln (density / density of N(0, Iₙ) with an independent uniform phase) for each sample.
    public func logLikelihoodRatios(
        of sample: CLWESample, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double> {
        homogeneous.requireDimension(of: sample.points, file, line)
        let noise = WrappedNormal(checked: parameters.beta)
        let turns = sample.points.rows * homogeneous.frequency
        return Vector(zip(sample.phases, turns).map { noise.logDensity(at: $0 + parameters.shift - $1) })
    }

    private func residue(_ point: Vector<Double>, _ phase: Double) -> Double {
        phase + parameters.shift - parameters.gamma * point.dot(secret.direction)
    }

    /// x modulo 1, in [0, 1).
    private func fraction(_ x: Double) -> Double {
        let fraction = x - x.rounded(.down)
        return fraction < 1 ? fraction : 0
    }
}

/// Samples of `ContinuousLWE`: points and as many phases.
public struct CLWESample: Hashable, Sendable {
    /// y, m × n.
    public let points: Points<StandardUnits>
    /// z, in [0, 1).
    public let phases: Vector<Double>

    public init(
        points: Points<StandardUnits>, phases: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) {
        require(
            points.count == phases.count, "\(points.count) points, but \(phases.count) phases", file, line)
        self.points = points
        self.phases = phases
    }
}
