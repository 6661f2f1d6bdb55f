import CallSites
import LinearAlgebra

/// A weighted sum of the inputs as the estimate of a real number: f(x) = ⟨w, x⟩ + intercept.
public struct LinearFunction: Regressor, Hashable, Codable {
    /// w: d weights.
    public let weights: Vector<Double>
    public let intercept: Double

    public init(weights: Vector<Double>, intercept: Double = 0) {
        self.weights = weights
        self.intercept = intercept
    }

    public var inputCount: Int { weights.count }

    public func values(at rows: Matrix<Double>) -> Vector<Double> {
        (rows * weights).mapElements { $0 + intercept }
    }

    /// The classifier that takes the sign of the estimate.
    public func classifier(inputNames: [String]? = nil) -> LinearClassifier {
        LinearClassifier(weights: weights, intercept: intercept, inputNames: inputNames)
    }

    /// One line for the intercept and one for each weight, with all their digits.
    public var description: String { classifier().description }
}
