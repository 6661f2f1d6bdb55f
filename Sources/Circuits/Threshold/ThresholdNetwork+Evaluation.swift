extension ThresholdNetwork {
    /// The outputs for one input, sum by sum.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ input: [Bool]) throws(CircuitError) -> [Bool] {
        let values = try nodeValues(input)
        return outputs.map { values[Int($0)] }
    }

    /// The outputs for each row, 512 rows at a time.
    ///
    /// For many calls on the same network, make a `BitSlicedProgram` once.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ rows: BitTable) throws(CircuitError) -> BitTable {
        try BitSlicedProgram(self).run(rows)
    }

    /// The values of all nodes.
    func nodeValues(_ input: [Bool]) throws(CircuitError) -> [Bool] {
        guard input.count == inputCount else { throw .inputCount(input.count, expected: inputCount) }
        var values = input
        values.reserveCapacity(inputCount + gateCount)
        for gate in 0..<gateCount {
            values.append(sum(of: gate) { values[$0] } >= thresholds[gate])
        }
        return values
    }

    /// The sum of a gate's weights at those sources that are 1, in the order of the weights.
    func sum(of gate: Int, value: (Int) -> Bool) -> Double {
        var total = 0.0
        for place in range(of: gate) where value(Int(sources[place])) { total += weights[place] }
        return total
    }
}
