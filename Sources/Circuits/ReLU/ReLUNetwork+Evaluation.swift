import Probability

extension ReLUNetwork {
    /// The outputs for one input, which may be any numbers.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ input: [Double]) throws(CircuitError) -> [Double] {
        try nodeValues(input).suffix(outputCount)
    }

    /// The outputs for an input of zeros and ones.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ input: [Bool]) throws(CircuitError) -> [Double] {
        try evaluate(input.map { $0 ? 1 : 0 })
    }

    /// The derivative of the first output by each parameter; at the corner of a unit its slope counts as 0.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func outputGradient(at input: [Bool]) throws(CircuitError) -> [Double] {
        let values = try nodeValues(input.map { $0 ? 1 : 0 })
        var gradient = [Double](repeating: 0, count: parameterCount)
        var nodes = [Double](repeating: 0, count: values.count)
        nodes[inputCount + unitCount] = 1
        for unit in biases.indices.reversed() {
            let push = nodes[inputCount + unit]
            let isFlat = unit < unitCount && values[inputCount + unit] <= 0
            if push == 0 || isFlat { continue }
            gradient[weightCount + unit] = push
            for place in range(of: unit) {
                let source = Int(sources[place])
                gradient[place] = push * values[source]
                nodes[source] += push * weights[place]
            }
        }
        return gradient
    }

    /// The network after gradient descent on the squared error of its first output, one row at a time.
    ///
    /// - Throws: `CircuitError.targetCount` or `.inputCount`.
    public func descended(
        on rows: BitTable, targets: [Bool], rate: Double, epochs: Int, using generator: inout Generator
    ) throws(CircuitError) -> ReLUNetwork {
        guard targets.count == rows.rowCount else {
            throw .targetCount(targets.count, rows: rows.rowCount)
        }
        var network = self
        for _ in 0..<epochs {
            for row in generator.permutation(rows.rowCount) {
                let input = rows.row(row)
                let error = try network.evaluate(input)[0] - (targets[row] ? 1 : 0)
                guard error != 0 else { continue }
                let gradient = try network.outputGradient(at: input)
                for (parameter, derivative) in gradient.enumerated() where derivative != 0 {
                    network[parameter] -= rate * 2 * error * derivative
                }
            }
        }
        return network
    }

    private func nodeValues(_ input: [Double]) throws(CircuitError) -> [Double] {
        guard input.count == inputCount else { throw .inputCount(input.count, expected: inputCount) }
        var values = input
        values.reserveCapacity(inputCount + biases.count)
        for unit in biases.indices {
            var total = biases[unit]
            for place in range(of: unit) { total += weights[place] * values[Int(sources[place])] }
            values.append(unit < unitCount ? max(0, total) : total)
        }
        return values
    }
}
