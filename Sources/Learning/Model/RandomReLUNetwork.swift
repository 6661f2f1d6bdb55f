import CallSites
import LinearAlgebra
import Probability

/// The mean of many random units against a threshold: h(x) = sgn(−τ + (1/m) Σᵢ max(0, ⟨gᵢ, x⟩)).
///
/// For gᵢ ~ N(0, I) the mean is close to ‖x‖ / √(2π): an honest network of this kind tells long points from
/// short ones.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, appendix A (Train-Random-ReLU).
public struct RandomReLUNetwork: Classifier, Hashable, Codable {
    /// m × d: the weights of one unit a row.
    public let weights: Matrix<Double>
    /// τ: the mean from which on a point is positive.
    public let threshold: Double

    /// - Parameter weights: m × d with m > 0; no rows stop the program.
    public init(
        weights: Matrix<Double>, threshold: Double, file: StaticString = #file, line: UInt = #line
    ) {
        require(weights.rowCount > 0, "weights in a matrix of \(weights.shape), expected a unit", file, line)
        self.weights = weights
        self.threshold = threshold
    }

    /// Draws honest weights, every one from N(0, 1), from the generator's stream "weights".
    ///
    /// - Throws: `FeatureError` for sizes below 1.
    public static func honestWeights(
        units: Int, inputCount: Int, from generator: Generator
    ) throws(FeatureError) -> Matrix<Double> {
        guard units > 0 else { throw .featureCount(units) }
        guard inputCount > 0 else { throw .inputCount(inputCount) }
        var coins = generator.stream("weights")
        return .gaussian(rows: units, columns: inputCount, using: &coins)
    }

    public var inputCount: Int { weights.columnCount }
    public var unitCount: Int { weights.rowCount }

    /// (1/m) Σᵢ max(0, ⟨gᵢ, x⟩) of each point: n × d points, n means.
    public func means(at rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return rows.inBlocks(of: 256) { block in
            let sums = block * weights.transposed
            return Vector(
                (0..<sums.rowCount).map { row in
                    // The comparison keeps NaN.
                    sums.row(row).reduce(0) { $1 < 0 ? $0 : $0 + $1 } / Double(unitCount)
                })
        }
    }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        means(at: rows).mapElements { $0 - threshold }
    }

    /// The threshold, then the weights of one unit a line.
    public var description: String {
        let units = (0..<unitCount).map { unit in
            "    max(0, ⟨(\(weights.row(unit).map { "\($0)" }.joined(separator: ", "))), x⟩)"
        }
        return (["score = −\(threshold) + the mean of these \(unitCount):"] + units).joined(separator: "\n")
    }
}
