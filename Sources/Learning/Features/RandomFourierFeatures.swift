import CallSites
import LinearAlgebra
import Probability

/// Cosines of random projections, whose inner products approximate a Gaussian kernel.
///
/// φᵢ(x) = cos(2π(⟨gᵢ, s·x⟩ + bᵢ)) for i = 1 … m, with frequencies gᵢ, phases bᵢ in turns, and one scale s
/// for all inputs. For gᵢ ~ N(0, I) and bᵢ uniform in [0, 1), the mean of (2/m) ⟨φ(x), φ(y)⟩ over the coins
/// is exp(−2π² s² ‖x − y‖²), the `GaussianKernel` of bandwidth 1 / (2π s).
///
/// The coins are given from outside, so that a trainer which tampers with them changes nothing else.
///
/// Source: Rahimi and Recht 2007, in the normalisation of Goldwasser, Kim, Vaikuntanathan and Zamir 2022,
/// section 6.
public struct RandomFourierFeatures: FeatureMap {
    /// m × n: one frequency a row, in turns for each unit of the scaled inputs.
    public let frequencies: Matrix<Double>
    /// m phases, in turns.
    public let phases: Vector<Double>
    /// s: what every input is multiplied by first.
    public let scale: Double

    /// Takes coins that were drawn elsewhere.
    ///
    /// - Parameters:
    ///   - frequencies: m × n, one frequency a row.
    ///   - phases: m phases; another number stops the program.
    ///   - scale: above 0.
    /// - Throws: `FeatureError` for a scale that is not above 0, coins that are not finite, or no coins.
    public init(
        frequencies: Matrix<Double>, phases: Vector<Double>, scale: Double = 1,
        file: StaticString = #file, line: UInt = #line
    ) throws(FeatureError) {
        require(
            phases.count == frequencies.rowCount,
            "\(phases.count) phases for a matrix of \(frequencies.shape) frequencies", file, line)
        guard frequencies.rowCount > 0 else { throw .featureCount(0) }
        guard frequencies.columnCount > 0 else { throw .inputCount(0) }
        guard scale > 0, scale.isFinite else { throw .scale(scale) }
        if let place = frequencies.firstNonFinite {
            let value = "\(frequencies[place.row, place.column])"
            throw .notFinite(value: value, feature: place.row, of: "frequency")
        }
        if let feature = phases.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(value: "\(phases[feature])", feature: feature, of: "phase")
        }
        self.init(checkedFrequencies: frequencies, phases: phases, scale: scale)
    }

    /// Takes what is known to be valid.
    init(checkedFrequencies frequencies: Matrix<Double>, phases: Vector<Double>, scale: Double) {
        self.frequencies = frequencies
        self.phases = phases
        self.scale = scale
    }

    /// Draws honest coins: every coordinate of a frequency from N(0, 1), every phase uniform in [0, 1).
    ///
    /// The frequencies come from the generator's stream "frequencies", the phases from its stream "phases":
    /// other frequencies leave the phases as they are, and the same generator gives the same coins again.
    ///
    /// - Throws: `FeatureError` for sizes below 1 or a scale that is not above 0.
    public static func honest(
        count: Int, inputCount: Int, scale: Double = 1, from generator: Generator
    ) throws(FeatureError) -> RandomFourierFeatures {
        guard count > 0 else { throw .featureCount(count) }
        guard inputCount > 0 else { throw .inputCount(inputCount) }
        var coins = generator.stream("frequencies")
        return try RandomFourierFeatures(
            frequencies: .gaussian(rows: count, columns: inputCount, using: &coins),
            phases: honestPhases(count: count, from: generator), scale: scale)
    }

    /// The phases that `honest` draws from the same generator.
    public static func honestPhases(count: Int, from generator: Generator) -> Vector<Double> {
        var coins = generator.stream("phases")
        return Vector(coins.uniforms(count))
    }

    public var inputCount: Int { frequencies.columnCount }
    public var featureCount: Int { frequencies.rowCount }

    /// The kernel that the features approximate where the coins are honest.
    public var kernel: GaussianKernel {
        GaussianKernel(bandwidth: 1 / (2 * Double.pi * scale))
    }

    /// (2/m) ⟨φ(x), φ(y)⟩ for each point of one matrix with each of another.
    ///
    /// Over the draw of honest coins an entry's mean is K, the kernel, and its standard deviation
    /// √((1 + (1 − K²)²) / 2m) ≤ 1/√m.
    public func kernelEstimate(_ rows: Matrix<Double>, _ others: Matrix<Double>) -> Matrix<Double> {
        (2 / Double(featureCount)) * (features(of: rows) * features(of: others).transposed)
    }
}

extension RandomFourierFeatures: CustomStringConvertible {
    /// All coins, one feature a line.
    public var description: String {
        let lines = (0..<featureCount).map { index in
            let frequency = frequencies.row(index).map { "\($0)" }.joined(separator: ", ")
            return "    φ\(index + 1) = cos(2π(⟨(\(frequency)), x⟩ + \(phases[index])))"
        }
        let first = scale == 1 ? "features of x:" : "features of x, the input times \(scale):"
        return ([first] + lines).joined(separator: "\n")
    }
}

extension RandomFourierFeatures: Codable {
    private enum CodingKeys: String, CodingKey {
        case frequencies, phases, scale
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let frequencies = try container.decode(Matrix<Double>.self, forKey: .frequencies)
        let phases = try container.decode(Vector<Double>.self, forKey: .phases)
        guard phases.count == frequencies.rowCount else {
            throw ShapeError.vectorCount(phases.count, expected: frequencies.rowCount, of: "frequencies")
        }
        try self.init(
            frequencies: frequencies, phases: phases, scale: container.decode(Double.self, forKey: .scale))
    }
}
