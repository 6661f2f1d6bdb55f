import CallSites
import LinearAlgebra
import Probability

/// The mean of a model's score over fixed draws of noise in the input: score(x) = (1/k) Σᵢ model(x + ηᵢ).
///
/// It estimates E model(x + η), whose sign is a smoothed model that has a gradient; so an attack on it is an
/// attack on smoothing that knows of the noise. The majority of labels, of which certificates speak, is another
/// smoothed model.
///
/// Source: Salman, Yang, Li, Zhang, Zhang, Razenshteyn and Bubeck 2019, for attacks on the mean.
public struct NoiseAveragedClassifier<Base: Classifier>: Classifier {
    public let base: Base
    /// k × d: one draw ηᵢ a row.
    public let noise: Matrix<Double>

    /// - Parameter noise: k × d; no rows, or other columns than the model's inputs, stop the program.
    public init(_ base: Base, noise: Matrix<Double>, file: StaticString = #file, line: UInt = #line) {
        require(
            noise.rowCount > 0 && noise.columnCount == base.inputCount,
            "noise in a matrix of \(noise.shape), expected at least one row of \(base.inputCount) columns "
                + "(the inputs of the model)", file, line)
        self.base = base
        self.noise = noise
    }

    /// Draws the noise from N(0, σ² I).
    ///
    /// - Throws: `RobustnessError.noise`, `RobustnessError.count`.
    public init(
        _ base: Base, noise deviation: Double, draws: Int, using generator: inout Generator
    ) throws(RobustnessError) {
        guard deviation > 0, deviation.isFinite else { throw .noise(deviation) }
        try RobustnessError.check(draws, of: "draws")
        self.base = base
        noise = deviation * Matrix.gaussian(rows: draws, columns: base.inputCount, using: &generator)
    }

    public var inputCount: Int { base.inputCount }

    /// - Complexity: k scores of the model for each point.
    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        let scores = [Double](concurrently: rows.rowCount) { row in
            base.decision(noise.addingToRows(rows.row(row))).sum / Double(noise.rowCount)
        }
        return Vector(scores)
    }

    public var description: String {
        let draws = (0..<noise.rowCount).map { draw in
            "    η\(draw + 1) = (\(noise.row(draw).map { "\($0)" }.joined(separator: ", ")))"
        }
        return
            (["score = the mean over \(noise.rowCount) draws of the score of x + ηᵢ, with"] + draws
            + ["and, of x + ηᵢ:", "\(base)"]).joined(separator: "\n")
    }
}

extension NoiseAveragedClassifier: Equatable where Base: Equatable {}
extension NoiseAveragedClassifier: Hashable where Base: Hashable {}

extension NoiseAveragedClassifier: DifferentiableClassifier where Base: DifferentiableClassifier {
    /// The means of the scores and of the gradients.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        requireInputs(rows)
        let share = 1 / Double(noise.rowCount)
        let means = [(Double, Vector<Double>)](concurrently: rows.rowCount) { row in
            let (scores, gradients) = base.scoresAndInputGradients(at: noise.addingToRows(rows.row(row)))
            return (share * scores.sum, share * gradients.columnSums)
        }
        return (
            Vector(means.map(\.0)),
            Matrix(stacking: means.map { Matrix(row: $0.1) }, columns: inputCount)
        )
    }
}
