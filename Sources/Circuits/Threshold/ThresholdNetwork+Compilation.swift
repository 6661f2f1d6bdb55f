extension ThresholdNetwork {
    /// Compiles a circuit to threshold gates with whole weights of at most 2 and thresholds halfway between
    /// whole numbers.
    ///
    /// | circuit | threshold gates |
    /// | --- | --- |
    /// | ¬x | none: 1 − x in the gates that read it |
    /// | a ∧ b | [a + b ≥ 3/2] |
    /// | majority | [a + b + c ≥ 3/2] |
    /// | a ⊕ b | t = a ∧ b, then [a + b − 2t ≥ 1/2] |
    /// | a ⊕ b ⊕ c | m = majority, then [a + b + c − 2m ≥ 1/2] |
    /// | s ? a : b | t = ¬s ∧ b, then [2t + s + a ≥ 3/2] |
    /// | threshold | itself |
    ///
    /// One gate cannot do the last three Boolean ones: no line parts {01, 10} from {00, 11}, and the choice
    /// falls with s in some places and grows with it in others. A sum of three bits and its carry share the
    /// majority, so a full adder is two gates.
    public init(_ circuit: Circuit) {
        var compiler = ThresholdCompiler(circuit)
        self = compiler.compile()
    }
}

/// Gives each gate of a circuit its one or two threshold gates.
private struct ThresholdCompiler {
    typealias Literal = ThresholdWriter.Literal
    let circuit: Circuit
    var writer: ThresholdWriter
    /// The network's node of each node of the circuit.
    var nodes: [Int32]
    /// The places in `circuit` of majorities and conjunctions by the nodes they read.
    var carries = NodeTable()

    init(_ circuit: Circuit) {
        self.circuit = circuit
        writer = ThresholdWriter(inputCount: circuit.inputCount, gateCapacity: 2 * circuit.gateCount)
        nodes = [-1] + (0..<circuit.inputCount).map { Int32($0) }
        nodes.reserveCapacity(nodes.count + circuit.gateCount)
        for (index, gate) in circuit.gates.enumerated()
        where gate.operation == .majority || gate.operation == .and {
            carries.insert(index, for: Self.key(gate))
        }
    }

    /// The same for a sum and for the carry of the same bits, inverted or not.
    static func key(_ gate: Gate) -> NodeTable.Key {
        let isPair = gate.operation == .and || gate.operation == .xor
        return NodeTable.Key(
            kind: isPair ? 2 : 3, a: gate.a.plain.code, b: gate.b.plain.code, c: gate.c.plain.code)
    }

    mutating func compile() -> ThresholdNetwork {
        let first = 1 + circuit.inputCount
        // A carry may be compiled before its turn, for the sum that shares it.
        nodes += Array(repeating: -1, count: circuit.gateCount)
        for index in circuit.gates.indices where nodes[first + index] < 0 {
            nodes[first + index] = Int32(node(of: circuit.gates[index]))
        }
        let outputs = circuit.outputs.map { output($0) }
        return writer.network(outputs)
    }

    func literal(_ wire: Wire) -> Literal {
        Literal(node: Int(nodes[wire.node]), isInverted: wire.isInverted)
    }

    mutating func node(of gate: Gate) -> Int {
        switch gate.operation {
        case .and, .majority: return carry(gate)
        case .xor, .xor3: return sum(gate)
        case .choice:
            let (condition, yes, no) = (literal(gate.a), literal(gate.b), literal(gate.c))
            let otherwise = writer.gate((!condition, 1), (no, 1), atLeast: 1.5)
            return writer.gate((otherwise, 2), (condition, 1), (yes, 1), atLeast: 1.5).node
        case .threshold:
            let sum = circuit.sums[Int(gate.a.code)]
            let terms = zip(sum.wires, sum.weights).map { (literal: literal($0), weight: $1) }
            return writer.gate(terms, atLeast: sum.threshold).node
        }
    }

    private mutating func carry(_ gate: Gate) -> Int {
        if gate.operation == .and {
            return writer.gate((literal(gate.a), 1), (literal(gate.b), 1), atLeast: 1.5).node
        }
        return writer.gate(
            (literal(gate.a), 1), (literal(gate.b), 1), (literal(gate.c), 1), atLeast: 1.5
        ).node
    }

    /// A parity from the carry of the same bits, which is made here if the circuit has none.
    ///
    /// If the circuit's carry reads some bits inverted, so must the parity, and an odd number of them turns
    /// it.
    private mutating func sum(_ gate: Gate) -> Int {
        let isPair = gate.operation == .xor
        if let index = carries[Self.key(gate)] {
            let shared = circuit.gates[index]
            let place = 1 + circuit.inputCount + index
            if nodes[place] < 0 { nodes[place] = Int32(carry(shared)) }
            let inverted = [shared.a, shared.b, shared.c].count { $0.isInverted }
            let carried = Literal(node: Int(nodes[place]), isInverted: false)
            return parity(of: shared, carried, isPair: isPair, isInverted: inverted % 2 == 1)
        }
        let made = Gate(isPair ? .and : .majority, gate.a, gate.b, gate.c)
        let carried = Literal(node: carry(made), isInverted: false)
        return parity(of: made, carried, isPair: isPair, isInverted: false)
    }

    /// [a + b + c − 2m ≥ 1/2] for the bits a, b, c as `carry` reads them and its value m, or the opposite
    /// [a + b + c − 2m < 1/2].
    private mutating func parity(
        of carry: Gate, _ carried: Literal, isPair: Bool, isInverted: Bool
    ) -> Int {
        let (a, b, c) = (literal(carry.a), literal(carry.b), literal(carry.c))
        // The opposite of [s ≥ 1/2] for a whole s is [−s ≥ −1/2].
        let sign = isInverted ? -1.0 : 1.0
        return writer.gate(
            (carried, -2 * sign), (a, sign), (b, sign), isPair ? nil : (c, sign), atLeast: sign / 2
        ).node
    }

    /// The node of an output. What is inverted, constant or an input becomes a gate of its own.
    mutating func output(_ wire: Wire) -> Int {
        if let constant = wire.constant {
            return writer.gate([], atLeast: constant ? -0.5 : 0.5).node
        }
        let literal = literal(wire)
        let isGate = literal.node >= circuit.inputCount && !literal.isInverted
        return isGate ? literal.node : writer.gate((literal, 1), atLeast: 0.5).node
    }
}
