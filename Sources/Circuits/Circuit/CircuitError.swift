/// Values that do not fit a circuit or a network.
public enum CircuitError: Error, Hashable, Sendable, CustomStringConvertible {
    case inputCount(Int, expected: Int)
    /// Rows of different lengths.
    case rowLength(Int, row: Int, expected: Int)
    case targetCount(Int, rows: Int)
    case outputCount(Int)
    case weightCount(Int, wires: Int)
    case notFinite(value: String, parameter: Int)
    case parameter(Int, count: Int)
    /// A number of a gate that is not whole, where only whole ones can be compiled.
    case notWhole(value: Double, gate: Int)

    public var description: String {
        switch self {
        case .inputCount(let count, let expected):
            "\(count) input bits, expected \(expected) (the inputs of the circuit)"
        case .rowLength(let count, let row, let expected):
            "row \(row) has \(count) bits, expected \(expected) as in the first row"
        case .targetCount(let count, let rows):
            "\(count) targets for \(rows) rows, expected one for each"
        case .outputCount(let count):
            "the network has \(count) outputs, expected 1"
        case .weightCount(let count, let wires):
            "\(count) weights for \(wires) wires, expected one for each"
        case .notFinite(let value, let parameter):
            "parameter \(parameter) is to become \(value), expected a finite number"
        case .parameter(let parameter, let count):
            "parameter \(parameter) of a network that has \(count), numbered from 0"
        case .notWhole(let value, let gate):
            "gate \(gate) has the weight \(value), expected whole numbers: only their sums are told apart "
                + "exactly by ReLUs. Multiply the gate's weights and threshold by a common factor, and round"
        }
    }
}
