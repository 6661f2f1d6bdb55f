internal import CVectorMath

extension BitSlicedProgram {
    /// The program of a network.
    ///
    /// A gate of at most four sources is a function of at most 16 cases, whose sums are compared with the
    /// threshold now, with whatever weights the gate has; so a run does what the sums would do. Gates of more
    /// sources are summed in each lane.
    public init(_ network: ThresholdNetwork) {
        var slots = SlotAssignment(
            firstGate: network.inputCount, gateCount: network.gateCount,
            kept: network.outputs.map { Int($0) }
        ) { gate, read in
            for place in network.range(of: gate) { read(Int(network.sources[place])) }
        }
        var instructions: [GateInstruction] = []
        instructions.reserveCapacity(network.gateCount)
        var sums: [SlotSum] = []
        for gate in 0..<network.gateCount {
            let places = network.range(of: gate)
            var instruction = GateInstruction()
            if places.count > 4 {
                sums.append(
                    SlotSum(network, gate) { slots.slot(of: $0) })
            } else {
                instruction = GateFunction(network, gate).instruction
                func slot(_ source: Int) -> UInt32 {
                    source < places.count
                        ? slots.slot(of: Int(network.sources[places.lowerBound + source])) : 0
                }
                (instruction.a, instruction.b) = (slot(0), places.count == 1 ? slot(0) : slot(1))
                (instruction.c, instruction.d) = (slot(2), slot(3))
            }
            for place in places { slots.release(Int(network.sources[place]), after: gate) }
            instruction.target = slots.assign(gate)
            instructions.append(instruction)
        }
        self.init(
            inputCount: network.inputCount, outputCount: network.outputCount, slotCount: slots.slotCount,
            firstInput: 0, instructions: instructions, sums: sums,
            results: network.outputs.map { Result(slot: slots.slot(of: Int($0)), isInverted: false) })
    }
}

extension SlotSum {
    /// The sum of a network's gate, where a node is in `slot(node)`.
    init(_ network: ThresholdNetwork, _ gate: Int, slot: (Int) -> UInt32) {
        let places = network.range(of: gate)
        self.init(
            gate: gate, slots: network.sources[places].map { slot(Int($0)) },
            weights: Array(network.weights[places]), threshold: network.thresholds[gate])
    }
}

/// What a gate of at most four sources does in each case.
struct GateFunction {
    let sourceCount: Int
    /// Bit a + 2b + 4c + 8d: the gate's value for the sources a, b, c, d; those that it lacks count as 0.
    let table: UInt16
    /// Bit i: the weight of source i is negative.
    let falling: UInt8

    init(_ network: ThresholdNetwork, _ gate: Int) {
        let places = network.range(of: gate)
        let threshold = network.thresholds[gate]
        sourceCount = places.count
        var (table, falling): (UInt16, UInt8) = (0, 0)
        for pattern in 0..<16 {
            var total = 0.0
            for (bit, place) in places.enumerated() where pattern >> bit & 1 == 1 {
                total += network.weights[place]
            }
            if total >= threshold { table |= 1 << UInt16(pattern) }
        }
        for (bit, place) in places.enumerated() where network.weights[place] < 0 {
            falling |= 1 << UInt8(bit)
        }
        self.table = table
        self.falling = falling
    }

    /// The table where the sources with negative weights are inverted first: it never falls.
    private var rising: UInt16 {
        (0..<16).reduce(0) { $0 | (table >> UInt16($1) & 1) << UInt16($1 ^ Int(falling)) }
    }

    /// The gate's instruction, without its slots.
    var instruction: GateInstruction {
        var instruction = GateInstruction()
        guard let operation = Self.operations[.init(count: sourceCount, table: rising)] else {
            instruction.operation = UInt8(GATE_TABLE.rawValue)
            instruction.table = table
            return instruction
        }
        instruction.operation = operation
        // A single source is read twice.
        instruction.inversion = sourceCount == 1 && falling == 1 ? 3 : falling
        return instruction
    }

    private struct Shape: Hashable {
        let count: Int
        let table: UInt16
    }

    /// The functions that compiled circuits consist of, which need no table.
    private static let operations: [Shape: UInt8] = {
        func shape(_ count: Int, _ function: (Bool, Bool, Bool, Bool) -> Bool) -> Shape {
            let table = (0..<16).reduce(UInt16(0)) { table, p in
                // A source that the gate lacks changes nothing.
                let bits = (0..<4).map { $0 < count && p >> $0 & 1 == 1 }
                return function(bits[0], bits[1], bits[2], bits[3]) ? table | 1 << UInt16(p) : table
            }
            return Shape(count: count, table: table)
        }
        let shapes: [(Shape, gate_operation)] = [
            (shape(1) { a, _, _, _ in a }, GATE_AND),
            (shape(2) { a, b, _, _ in a && b }, GATE_AND),
            (shape(2) { a, b, _, _ in a || b }, GATE_OR),
            (shape(3) { a, b, c, _ in a && b || c && (a || b) }, GATE_MAJORITY),
            (shape(3) { a, b, c, _ in a && (b || c) }, GATE_AND_OR),
            (shape(3) { a, b, c, _ in a || b && c }, GATE_OR_AND),
            (shape(4) { a, b, c, d in a ? b || c || d : b && c && d }, GATE_ALL_OR_ANY),
        ]
        return Dictionary(uniqueKeysWithValues: shapes.map { ($0, UInt8($1.rawValue)) })
    }()
}
