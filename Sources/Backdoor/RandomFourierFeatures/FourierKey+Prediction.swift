internal import Glibc
import Learning
import LinearAlgebra
import Probability

// With θ the angle of a feature before activation and z ~ N(0, 1), the feature after it is
// φ′ = cos(θ + π + 2πβz) = −cos θ cos(2πβz) + sin θ sin(2πβz). Its moments over z are exact:
// E φ′ = −d cos θ for d = e^(−2π²β²), and Var φ′ = cos²θ (1 − d²)² / 2 + sin²θ (1 − d⁴) / 2.
// To first order in β the variance is (2πβ)² sin²θ, which is what papers state; at β = 0.1 it is 1.4
// times too large. A sum of m such features is close to normal.
extension FourierKey {
    /// e^(−2π²β²): by what the score's negative shrinks on activation.
    public var damping: Double { exp(-2 * Double.pi * Double.pi * beta * beta) }

    /// What the scores of inputs will be with the trigger, over the draw of the model's noise.
    ///
    /// - Throws: `FourierError.keyLength`, or `.input` for rows of another length or that are not finite.
    /// - Complexity: of one prediction and 2 · m operations an input.
    public func predictedActivation(
        of rows: Matrix<Double>, under model: FeaturizedClassifier<RandomFourierFeatures, LinearClassifier>
    ) throws(FourierError) -> PredictedActivation {
        try predictedActivation(
            of: rows, model.map, weights: model.head.weights, intercept: model.head.intercept)
    }

    /// What the values at inputs will be with the trigger, over the draw of the model's noise.
    ///
    /// - Throws: as for classifiers.
    public func predictedActivation(
        of rows: Matrix<Double>, under model: FeaturizedRegressor<RandomFourierFeatures, LinearFunction>
    ) throws(FourierError) -> PredictedActivation {
        try predictedActivation(
            of: rows, model.map, weights: model.head.weights, intercept: model.head.intercept)
    }

    private func predictedActivation(
        of rows: Matrix<Double>, _ map: RandomFourierFeatures, weights: Vector<Double>, intercept: Double
    ) throws(FourierError) -> PredictedActivation {
        // Refuses what cannot be activated.
        _ = try activate(rows, for: map)
        let squares = weights.mapElements { $0 * $0 }
        let total = squares.sum
        let square = damping * damping
        let alongCosine = (1 - square) * (1 - square) / 2
        let alongSine = (1 - square * square) / 2
        var scores: [Double] = []
        var deviations: [Double] = []
        // The features are never in memory all at once.
        for start in stride(from: 0, to: rows.rowCount, by: 256) {
            let features = map.features(of: rows.rows(start..<min(start + 256, rows.rowCount)))
            scores += (features * weights).elements
            let cosines = features.mapElements { $0 * $0 } * squares
            deviations += cosines.map { cosine in
                (alongCosine * cosine + alongSine * max(0, total - cosine)).squareRoot()
            }
        }
        return PredictedActivation(
            scores: Vector(scores.map { $0 + intercept }),
            means: Vector(scores.map { intercept - damping * $0 }), deviations: Vector(deviations))
    }
}
