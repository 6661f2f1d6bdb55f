import CallSites
import LinearAlgebra

extension MultilayerPerceptron {
    /// The mean loss over points plus (penalty / 2) Σ W², and its exact derivative for every weight and bias
    /// (backpropagation). Biases are not penalised.
    ///
    /// - Parameters:
    ///   - rows: n × inputs.
    ///   - targets: n labels for one output, or n classes, counted from 0, for one output a class; other
    ///     counts stop the program.
    /// - Returns: the loss, and for each layer the derivatives in the shape of the layer.
    /// - Complexity: three times the multiplications of `outputs`.
    public func lossAndGradient(
        of rows: Matrix<Double>, _ targets: NetworkTargets, penalty: Double = 0,
        file: StaticString = #file, line: UInt = #line
    ) -> (loss: Double, gradient: [DenseLayer]) {
        require(
            rows.columnCount == inputCount && rows.rowCount == targets.count,
            "\(targets.count) targets and a matrix of \(rows.shape) for a network of \(inputCount) inputs",
            file, line)
        if case .labels = targets {
            require(
                outputCount == 1, "labels for a network of \(outputCount) outputs, expected 1", file, line)
        }
        var trace = trace(rows)
        var slopes = trace.removeLast()
        var loss = targets.sum(replacingByDerivatives: &slopes) / Double(targets.count)
        slopes *= 1 / Double(targets.count)
        var gradient: [DenseLayer] = []
        for layer in layers.reversed() {
            let inputs = trace.removeLast()
            var weights = slopes.transposed * inputs
            if penalty > 0 {
                weights += penalty * layer.weights
                let norm = layer.weights.norm
                loss += 0.5 * penalty * norm * norm
            }
            gradient.append(DenseLayer(weights: weights, biases: slopes.columnSums))
            guard !trace.isEmpty else { break }
            slopes = slopes * layer.weights
            activation.multiplyDerivative(at: inputs, into: &slopes)
        }
        return (loss, gradient.reversed())
    }
}
