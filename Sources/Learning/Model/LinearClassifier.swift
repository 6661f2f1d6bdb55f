import CallSites
import LinearAlgebra

/// A weighted sum of the inputs: score(x) = ⟨w, x⟩ + intercept.
public struct LinearClassifier: Classifier, Hashable, Codable {
    /// w: d weights.
    public let weights: Vector<Double>
    public let intercept: Double
    /// d names, used in the description.
    public let inputNames: [String]

    public init(weights: Vector<Double>, intercept: Double = 0, inputNames: [String]? = nil) {
        let names = inputNames ?? Dataset.numberedNames(weights.count)
        require(names.count == weights.count, "\(names.count) names for \(weights.count) weights")
        self.weights = weights
        self.intercept = intercept
        self.inputNames = names
    }

    public var inputCount: Int { weights.count }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return (rows * weights).mapElements { $0 + intercept }
    }

    /// One line for the intercept and one for each weight, with all their digits.
    public var description: String {
        let terms = zip(weights, inputNames).map { weight, name in
            "    \(weight < 0 ? "−" : "+") \(weight.magnitude) · \(name)"
        }
        return (["score = \(intercept)"] + terms).joined(separator: "\n")
    }
}

extension LinearClassifier {
    private enum CodingKeys: String, CodingKey {
        case weights, intercept, inputNames
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let weights = try container.decode(Vector<Double>.self, forKey: .weights)
        let names = try container.decode([String].self, forKey: .inputNames)
        guard names.count == weights.count else {
            throw ShapeError.vectorCount(names.count, expected: weights.count, of: "weights")
        }
        self.init(
            weights: weights, intercept: try container.decode(Double.self, forKey: .intercept),
            inputNames: names)
    }
}
