internal import CVectorMath

extension BitSlicedProgram {
    /// The program of a circuit.
    public init(_ circuit: Circuit) {
        var slots = SlotAssignment(
            firstGate: 1 + circuit.inputCount, gateCount: circuit.gateCount,
            // The constant stays where it is.
            kept: [0] + circuit.outputs.map(\.node)
        ) { index, read in
            circuit.forEachWire(of: circuit.gates[index]) { read($0.node) }
        }
        var instructions: [GateInstruction] = []
        instructions.reserveCapacity(circuit.gateCount)
        var sums: [SlotSum] = []
        for (index, gate) in circuit.gates.enumerated() {
            var instruction = GateInstruction()
            if gate.operation == .threshold {
                let sum = circuit.sums[Int(gate.a.code)]
                sums.append(
                    SlotSum(
                        gate: index, slots: sum.wires.map { slots.slot(of: $0.node) }, weights: sum.weights,
                        threshold: sum.threshold))
            } else {
                instruction.operation = Self.operation(of: gate)
                instruction.inversion = Self.inversion(of: gate)
                instruction.a = slots.slot(of: gate.a.node)
                instruction.b = slots.slot(of: gate.b.node)
                instruction.c = slots.slot(of: gate.c.node)
            }
            circuit.forEachWire(of: gate) { slots.release($0.node, after: index) }
            instruction.target = slots.assign(index)
            instructions.append(instruction)
        }
        let results = circuit.outputs.map {
            Result(slot: slots.slot(of: $0.node), isInverted: $0.isInverted)
        }
        self.init(
            inputCount: circuit.inputCount, outputCount: circuit.outputCount, slotCount: slots.slotCount,
            firstInput: 1, instructions: instructions, sums: sums, results: results)
    }

    private static func operation(of gate: Gate) -> UInt8 {
        let operation =
            switch gate.operation {
            case .and, .threshold: GATE_AND
            case .xor: GATE_XOR
            case .xor3: GATE_XOR3
            case .majority: GATE_MAJORITY
            case .choice: GATE_CHOICE
            }
        return UInt8(operation.rawValue)
    }

    private static func inversion(of gate: Gate) -> UInt8 {
        (gate.a.isInverted ? 1 : 0) | (gate.b.isInverted ? 2 : 0) | (gate.c.isInverted ? 4 : 0)
    }
}
