internal import CallSites

/// Makes a circuit gate by gate.
///
/// What is known at once is not built: a gate with a constant wire becomes a smaller one or none, and the
/// same gate on the same wires is built once.
///
///     var builder = CircuitBuilder(inputCount: 3)
///     let (a, b, c) = (builder.inputs[0], builder.inputs[1], builder.inputs[2])
///     let circuit = builder.finish([builder.or(builder.and(a, b), !c)])
public struct CircuitBuilder: Sendable {
    public let inputs: [Wire]
    private var gates: [Gate] = []
    private var sums: [WeightedSum] = []
    private var known = NodeTable()
    /// Names, and the number of gates there were when the part began.
    private var parts: [(name: String, start: Int)] = []

    public init(inputCount: Int, file: StaticString = #file, line: UInt = #line) {
        require(inputCount >= 0, "a circuit of \(inputCount) inputs", file, line)
        inputs = (0..<inputCount).map { Wire(node: 1 + $0) }
    }

    /// The gates so far, with those that no output may need.
    public var gateCount: Int { gates.count }

    /// Counts the gates from here on, until the next part, under this name in `Circuit.parts`.
    public mutating func startPart(_ name: String) { parts.append((name, gates.count)) }

    /// The wire of this gate, which is added unless it exists.
    mutating func wire(_ gate: Gate) -> Wire {
        let key = NodeTable.Key(
            kind: gate.operation.rawValue, a: gate.a.code, b: gate.b.code, c: gate.c.code)
        if let node = known[key] { return Wire(node: node) }
        let node = 1 + inputs.count + gates.count
        gates.append(gate)
        known.insert(node, for: key)
        return Wire(node: node)
    }

    mutating func wire(_ sum: WeightedSum) -> Wire {
        sums.append(sum)
        gates.append(Gate(.threshold, Wire(code: UInt32(sums.count - 1)), .zero))
        return Wire(node: inputs.count + gates.count)
    }

    /// The circuit that gives these values, without the gates that none of them needs.
    ///
    /// The builder is used up: it starts again without gates. (As a mutating function it also sees the gates
    /// that are built between its parentheses.)
    public mutating func finish(_ outputs: [Wire]) -> Circuit {
        let isNeeded = neededGates(outputs)
        let renumbering = Renumbering(inputCount: inputs.count, isNeeded: isNeeded)
        var kept: [Gate] = []
        var keptSums: [WeightedSum] = []
        kept.reserveCapacity(renumbering.count)
        for (index, gate) in gates.enumerated() where isNeeded[index] {
            if gate.operation == .threshold {
                var sum = sums[Int(gate.a.code)]
                sum.wires = sum.wires.map { renumbering[$0] }
                keptSums.append(sum)
                kept.append(Gate(.threshold, Wire(code: UInt32(keptSums.count - 1)), .zero))
            } else {
                kept.append(
                    Gate(gate.operation, renumbering[gate.a], renumbering[gate.b], renumbering[gate.c]))
            }
        }
        let circuit = Circuit(
            inputCount: inputs.count, gates: kept, sums: keptSums, outputs: outputs.map { renumbering[$0] },
            parts: finishedParts(isNeeded))
        self = CircuitBuilder(inputCount: inputs.count)
        return circuit
    }

    /// Which gates some output needs.
    private func neededGates(_ outputs: [Wire]) -> [Bool] {
        let first = 1 + inputs.count
        var isNeeded = [Bool](repeating: false, count: first + gates.count)
        for output in outputs { isNeeded[output.node] = true }
        for index in gates.indices.reversed() where isNeeded[first + index] {
            let gate = gates[index]
            if gate.operation == .threshold {
                for wire in sums[Int(gate.a.code)].wires { isNeeded[wire.node] = true }
            } else {
                isNeeded[gate.a.node] = true
                isNeeded[gate.b.node] = true
                isNeeded[gate.c.node] = true
            }
        }
        return Array(isNeeded[first...])
    }

    /// The gates of each part that are needed; parts of one name are counted together.
    private func finishedParts(_ isNeeded: [Bool]) -> [CircuitPart] {
        let ends = parts.dropFirst().map(\.start) + [gates.count]
        var counts: [(name: String, count: Int)] = []
        for (part, end) in zip(parts, ends) {
            let count = isNeeded[part.start..<end].count { $0 }
            if let index = counts.firstIndex(where: { $0.name == part.name }) {
                counts[index].count += count
            } else {
                counts.append((part.name, count))
            }
        }
        return counts.map { CircuitPart(name: $0.name, gateCount: $0.count) }
    }
}

/// The wires of a circuit after unused gates are taken out.
private struct Renumbering {
    private var places: [UInt32]
    let count: Int

    init(inputCount: Int, isNeeded: [Bool]) {
        places = (0...inputCount).map { UInt32($0) }
        places.reserveCapacity(places.count + isNeeded.count)
        var next = UInt32(1 + inputCount)
        for needed in isNeeded {
            places.append(next)
            if needed { next += 1 }
        }
        count = Int(next) - 1 - inputCount
    }

    subscript(wire: Wire) -> Wire {
        Wire(code: places[wire.node] << 1).inverted(if: wire.isInverted)
    }
}
