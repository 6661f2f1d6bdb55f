/// A majority of three made ready to be run on 512 inputs at a time, as it is or with some parameters
/// changed.
public struct MajorityProgram: Sendable {
    let network: MajorityOfThree
    /// One for each copy.
    let programs: [BitSlicedProgram]

    /// Equal copies are made ready once.
    public init(_ network: MajorityOfThree) {
        self.network = network
        var programs: [BitSlicedProgram] = []
        for (index, copy) in network.copies.enumerated() {
            let twin = network.copies[..<index].firstIndex { $0.shares(copy) }
            programs.append(twin.map { programs[$0] } ?? BitSlicedProgram(copy))
        }
        self.programs = programs
    }

    /// The network's output for each row.
    ///
    /// Each copy is run, also where all are equal.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func run(_ rows: BitTable) throws(CircuitError) -> [Bool] {
        try run(rows, changing: [:])
    }

    /// The output for each row where some parameters have other values.
    ///
    /// - Parameter changes: new values by the number of the parameter in the `MajorityOfThree`.
    /// - Throws: `CircuitError.inputCount`, `.parameter` or `.notFinite`.
    public func run(_ rows: BitTable, changing changes: [Int: Double]) throws(CircuitError) -> [Bool] {
        var changed = network
        var gates = [Set<Int>](repeating: [], count: 3)
        for (parameter, value) in changes {
            try network.requireParameter(parameter, value)
            let (copy, place) = network.place(of: parameter)
            if copy == 3 {
                changed[parameter] = value
            } else {
                gates[copy].insert(network.copies[copy].gate(of: place))
            }
        }
        var votes: [BitTable] = []
        for (copy, program) in programs.enumerated() {
            let sums = gates[copy].sorted().map { gate in
                changedSum(gate, copy: copy, program, changes)
            }
            votes.append(try program.run(rows, replacing: sums))
        }
        return (0..<rows.rowCount).map { row in changed.vote(votes.map { $0[row, 0] }) }
    }

    /// A gate with its new weights, where its sources have their slots when its turn comes.
    private func changedSum(
        _ gate: Int, copy: Int, _ program: BitSlicedProgram, _ changes: [Int: Double]
    ) -> SlotSum {
        let network = network.copies[copy]
        let places = network.range(of: gate)
        let first = copy * network.parameterCount
        func value(_ parameter: Int) -> Double { changes[first + parameter] ?? network[parameter] }
        return SlotSum(
            gate: gate, slots: program.sourceSlots(of: gate, count: places.count),
            weights: places.map(value), threshold: value(network.weightCount + gate))
    }
}

extension BitSlicedProgram {
    /// Where the sources of a network's gate are when its turn comes.
    func sourceSlots(of gate: Int, count: Int) -> [UInt32] {
        if let sum = sums.first(where: { $0.gate == gate }) { return sum.slots }
        let instruction = instructions[gate]
        return Array([instruction.a, instruction.b, instruction.c, instruction.d].prefix(count))
    }
}

extension MajorityOfThree {
    func requireParameter(_ parameter: Int, _ value: Double) throws(CircuitError) {
        guard (0..<parameterCount).contains(parameter) else {
            throw .parameter(parameter, count: parameterCount)
        }
        guard value.isFinite else { throw .notFinite(value: "\(value)", parameter: parameter) }
    }
}

extension ThresholdNetwork {
    /// Whether both have the same numbers in the same memory.
    func shares(_ other: ThresholdNetwork) -> Bool {
        weights.withUnsafeBufferPointer { mine in
            other.weights.withUnsafeBufferPointer { $0.baseAddress == mine.baseAddress }
        }
            && thresholds.withUnsafeBufferPointer { mine in
                other.thresholds.withUnsafeBufferPointer { $0.baseAddress == mine.baseAddress }
            }
    }
}
