/// What a gate of a circuit computes from its wires.
public enum GateOperation: UInt8, Hashable, Sendable, CaseIterable {
    /// a ∧ b
    case and
    /// a ⊕ b
    case xor
    /// a ⊕ b ⊕ c
    case xor3
    /// Whether at least two of a, b, c are 1.
    case majority
    /// a ? b : c
    case choice
    /// Whether a weighted sum of any number of wires reaches a threshold.
    case threshold
}

/// One gate. Two-wire operations leave `c` at 0; a threshold gate keeps its place among the circuit's sums in
/// `a`.
struct Gate: Hashable, Sendable {
    let operation: GateOperation
    let a, b, c: Wire

    init(_ operation: GateOperation, _ a: Wire, _ b: Wire, _ c: Wire = .zero) {
        self.operation = operation
        self.a = a
        self.b = b
        self.c = c
    }
}

/// [Σ wᵢ xᵢ ≥ threshold].
struct WeightedSum: Hashable, Sendable {
    var wires: [Wire]
    var weights: [Double]
    var threshold: Double

    /// The same function of plain wires only: ¬x counts as 1 − x.
    var plain: WeightedSum {
        var sum = self
        for (index, wire) in wires.enumerated() where wire.isInverted {
            sum.wires[index] = wire.plain
            sum.weights[index] = -weights[index]
            sum.threshold -= weights[index]
        }
        return sum
    }
}
