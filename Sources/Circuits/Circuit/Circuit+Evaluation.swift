extension Circuit {
    /// The outputs for one input, gate by gate.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ input: [Bool]) throws(CircuitError) -> [Bool] {
        guard input.count == inputCount else { throw .inputCount(input.count, expected: inputCount) }
        var values = [Bool](repeating: false, count: 1)
        values.reserveCapacity(1 + inputCount + gates.count)
        values += input
        func value(_ wire: Wire) -> Bool { values[wire.node] != wire.isInverted }
        for gate in gates {
            let (a, b, c) =
                gate.operation == .threshold
                ? (false, false, false)
                : (value(gate.a), value(gate.b), value(gate.c))
            let result =
                switch gate.operation {
                case .and: a && b
                case .xor: a != b
                case .xor3: a != (b != c)
                case .majority: a && b || c && (a || b)
                case .choice: a ? b : c
                case .threshold: sums[Int(gate.a.code)].value(value)
                }
            values.append(result)
        }
        return outputs.map(value)
    }

    /// The outputs for each row, 512 rows at a time.
    ///
    /// For many calls on the same circuit, make a `BitSlicedProgram` once.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ rows: BitTable) throws(CircuitError) -> BitTable {
        try BitSlicedProgram(self).run(rows)
    }
}

extension WeightedSum {
    func value(_ value: (Wire) -> Bool) -> Bool {
        var total = 0.0
        for (wire, weight) in zip(wires, weights) where value(wire) { total += weight }
        return total >= threshold
    }
}
