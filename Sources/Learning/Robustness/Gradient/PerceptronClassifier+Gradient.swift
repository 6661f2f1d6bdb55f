import LinearAlgebra

extension PerceptronClassifier: DifferentiableClassifier {
    /// - Complexity: twice the multiplications of `decision`.
    public func scoresAndInputGradients(
        at rows: Matrix<Double>
    ) -> (scores: Vector<Double>, gradients: Matrix<Double>) {
        requireInputs(rows)
        return rows.inBlocks(of: 512) { block in
            let trace = network.trace(block)
            let ones = Matrix<Double>(repeating: 1, rows: block.rowCount, columns: 1)
            return (trace[trace.count - 1].column(0), network.inputSlopes(trace, outputSlopes: ones))
        }
    }
}

extension MultilayerPerceptron {
    /// Σⱼ slopeⱼ ∂outputⱼ/∂x of each point, by backpropagation through a trace of the points.
    ///
    /// - Parameters:
    ///   - trace: of n points, as `trace` returns it.
    ///   - outputSlopes: n × outputs.
    /// - Returns: n × inputs.
    func inputSlopes(_ trace: [Matrix<Double>], outputSlopes: Matrix<Double>) -> Matrix<Double> {
        var slopes = outputSlopes
        for (index, layer) in layers.enumerated().reversed() {
            slopes = slopes * layer.weights
            if index > 0 { activation.multiplyDerivative(at: trace[index], into: &slopes) }
        }
        return slopes
    }
}
