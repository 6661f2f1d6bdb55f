import Probability

extension ThresholdNetwork {
    /// The derivative of the output by each parameter, by backpropagation with a slope for the steps.
    ///
    /// That of any loss is this times the loss's derivative by the output.
    ///
    /// - Returns: one number a parameter, in their order.
    /// - Throws: `CircuitError.inputCount`, or `.outputCount` unless there is one output.
    public func outputGradient(at input: [Bool], slope: StepSlope) throws(CircuitError) -> [Double] {
        guard outputCount == 1 else { throw .outputCount(outputCount) }
        let values = try nodeValues(input)
        var gradient = [Double](repeating: 0, count: parameterCount)
        var nodes = [Double](repeating: 0, count: inputCount + gateCount)
        nodes[Int(outputs[0])] = 1
        for gate in (0..<gateCount).reversed() where nodes[inputCount + gate] != 0 {
            let distance = sum(of: gate) { values[$0] } - thresholds[gate]
            let push = nodes[inputCount + gate] * slope.value(at: distance)
            guard push != 0 else { continue }
            gradient[weightCount + gate] = -push
            for place in range(of: gate) {
                let source = Int(sources[place])
                if values[source] { gradient[place] = push }
                nodes[source] += push * weights[place]
            }
        }
        return gradient
    }

    /// The network after gradient descent on the squared error of its output, one row at a time.
    ///
    /// - Parameters:
    ///   - targets: the wanted output for each row.
    ///   - epochs: how often all rows are seen, each time in another order.
    /// - Throws: `CircuitError.targetCount`, `.inputCount` or `.outputCount`.
    public func descended(
        on rows: BitTable, targets: [Bool], slope: StepSlope, rate: Double, epochs: Int,
        using generator: inout Generator
    ) throws(CircuitError) -> ThresholdNetwork {
        guard targets.count == rows.rowCount else {
            throw .targetCount(targets.count, rows: rows.rowCount)
        }
        var network = self
        for _ in 0..<epochs {
            for row in generator.permutation(rows.rowCount) {
                let input = rows.row(row)
                let error = (try network.evaluate(input)[0] ? 1.0 : 0) - (targets[row] ? 1 : 0)
                // The gradient of a loss that is at its least is 0 whatever the network's is.
                guard error != 0 else { continue }
                let gradient = try network.outputGradient(at: input, slope: slope)
                for (parameter, derivative) in gradient.enumerated() where derivative != 0 {
                    network[parameter] -= rate * 2 * error * derivative
                }
            }
        }
        return network
    }
}
