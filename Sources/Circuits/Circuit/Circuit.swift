/// A Boolean circuit: gates in an order in which each reads only inputs and earlier gates.
///
/// Made by a `CircuitBuilder`. Every gate is needed for some output.
public struct Circuit: Hashable, Sendable {
    public let inputCount: Int
    /// Node 0 is the constant 0, nodes 1 … `inputCount` are the inputs, and gate i is node
    /// 1 + `inputCount` + i.
    let gates: [Gate]
    /// What the threshold gates compute.
    let sums: [WeightedSum]
    /// The values that the circuit gives.
    public let outputs: [Wire]
    /// The gates by what their builder said they are for, in the order in which they came.
    public let parts: [CircuitPart]

    public var outputCount: Int { outputs.count }
    public var gateCount: Int { gates.count }

    /// How many gates compute this.
    public func count(of operation: GateOperation) -> Int {
        gates.count { $0.operation == operation }
    }

    /// The most gates on a path from an input to an output.
    public var depth: Int {
        var depths = [Int32](repeating: 0, count: 1 + inputCount)
        depths.reserveCapacity(depths.count + gates.count)
        for gate in gates {
            let below =
                gate.operation == .threshold
                ? sums[Int(gate.a.code)].wires.map { depths[$0.node] }.max() ?? 0
                : max(depths[gate.a.node], depths[gate.b.node], depths[gate.c.node])
            depths.append(below + 1)
        }
        return Int(outputs.map { depths[$0.node] }.max() ?? 0)
    }

    func forEachWire(of gate: Gate, _ body: (Wire) -> Void) {
        guard gate.operation != .threshold else {
            sums[Int(gate.a.code)].wires.forEach(body)
            return
        }
        body(gate.a)
        body(gate.b)
        body(gate.c)
    }
}

extension Circuit: CustomStringConvertible {
    /// One line: the sizes.
    public var description: String {
        let kinds = GateOperation.allCases.compactMap { operation in
            let count = count(of: operation)
            return count == 0 ? nil : "\(count) \(operation)"
        }
        return "\(inputCount) inputs, \(outputCount) outputs, \(gateCount) gates "
            + "(\(kinds.isEmpty ? "none" : kinds.joined(separator: ", "))), depth \(depth)"
    }
}

/// A named part of a circuit.
public struct CircuitPart: Hashable, Sendable {
    public let name: String
    public let gateCount: Int
}
