import LinearAlgebra

extension RandomReLUNetwork: DifferentiableClassifier {
    /// (1/m) Σ gᵢ over the units with ⟨gᵢ, x⟩ > 0.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        requireInputs(rows)
        return rows.inBlocks(of: 256) { block in
            let share = 1 / Double(unitCount)
            let sums = block * weights.transposed
            let means = Vector(
                (0..<sums.rowCount).map { row in
                    // The comparison keeps NaN.
                    share * sums.row(row).reduce(0) { $1 < 0 ? $0 : $0 + $1 } - threshold
                })
            return (means, sums.mapElements { $0 > 0 ? share : 0 } * weights)
        }
    }
}
