import LinearAlgebra

/// A classifier whose score can be differentiated with respect to the point.
///
/// The gradient of the score is what white-box attacks need: every loss that falls with the margin y · score
/// points the same way, so signs and directions do not depend on the loss.
public protocol DifferentiableClassifier: Classifier {
    /// The score of each point, and its exact derivatives with respect to the point's coordinates.
    ///
    /// - Parameter rows: n × d, one point a row; other numbers of columns stop the program.
    /// - Returns: n scores, those of `decision` up to rounding; n × d gradients, one a row. Where the score has
    ///   a kink, one of its one-sided derivatives.
    func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>)
}

extension DifferentiableClassifier {
    /// ∇ score at each point: n × d points, n × d derivatives.
    public func inputGradients(at rows: Matrix<Double>) -> Matrix<Double> {
        scoresAndInputGradients(at: rows).gradients
    }

    /// ∇ score at one point of d coordinates.
    public func inputGradient(at point: Vector<Double>) -> Vector<Double> {
        inputGradients(at: Matrix(row: point)).row(0)
    }
}

extension LinearClassifier: DifferentiableClassifier {
    /// Every gradient is w.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        (decision(rows), Matrix(repeatingRow: weights, count: rows.rowCount))
    }
}

extension StandardizedClassifier: DifferentiableClassifier where Model: DifferentiableClassifier {
    /// The model's gradient, divided by the deviation of each column.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        requireInputs(rows)
        let (scores, gradients) = model.scoresAndInputGradients(at: standardization.apply(to: rows))
        return (scores, gradients.combineRows(with: standardization.deviations, /))
    }
}
