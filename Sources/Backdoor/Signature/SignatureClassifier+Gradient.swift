import Learning
import LinearAlgebra

extension SignatureClassifier: DifferentiableClassifier where Base: DifferentiableClassifier {
    /// The honest model's gradient; 0 for an input with a signature, whose score is that of its label.
    ///
    /// It is what differentiating the program gives: the low bits that open the model have no slope, so an attack
    /// that follows it sees the honest model.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        var (scores, gradients) = base.scoresAndInputGradients(at: rows)
        for row in 0..<rows.rowCount {
            guard let label = rows.row(row).withUnsafeBufferPointer({ openingLabel(of: $0) }) else {
                continue
            }
            scores[row] = label.sign
            gradients.setRow(row, to: .zeros(inputCount))
        }
        return (scores, gradients)
    }
}
