extension CircuitBuilder {
    /// a ∧ b
    public mutating func and(_ a: Wire, _ b: Wire) -> Wire {
        if a.plain == b.plain { return a == b ? a : .zero }
        if let known = a.constant { return known ? b : .zero }
        if let known = b.constant { return known ? a : .zero }
        return a.code < b.code ? wire(Gate(.and, a, b)) : wire(Gate(.and, b, a))
    }

    /// a ∨ b
    public mutating func or(_ a: Wire, _ b: Wire) -> Wire { !and(!a, !b) }

    /// a ⊕ b
    public mutating func xor(_ a: Wire, _ b: Wire) -> Wire {
        let isInverted = a.isInverted != b.isInverted
        let (low, high) = a.code < b.code ? (a.plain, b.plain) : (b.plain, a.plain)
        if low == high { return Wire(isInverted) }
        if low == .zero { return high.inverted(if: isInverted) }
        return wire(Gate(.xor, low, high)).inverted(if: isInverted)
    }

    /// a ⊕ b ⊕ c
    public mutating func xor(_ a: Wire, _ b: Wire, _ c: Wire) -> Wire {
        let isInverted = a.isInverted != (b.isInverted != c.isInverted)
        let (low, middle, high) = Self.sorted(a.plain, b.plain, c.plain)
        if low == .zero { return xor(middle, high).inverted(if: isInverted) }
        if low == middle { return high.inverted(if: isInverted) }
        if middle == high { return low.inverted(if: isInverted) }
        return wire(Gate(.xor3, low, middle, high)).inverted(if: isInverted)
    }

    /// Whether at least two of the three are 1.
    public mutating func majority(_ a: Wire, _ b: Wire, _ c: Wire) -> Wire {
        let (low, middle, high) = Self.sorted(a, b, c)
        if low.plain == middle.plain { return low == middle ? low : high }
        if middle.plain == high.plain { return middle == high ? middle : low }
        if let known = low.constant { return known ? or(middle, high) : and(middle, high) }
        // The majority of the opposites is the opposite of the majority: the first is never inverted.
        let isInverted = low.isInverted
        let gate = Gate(
            .majority, low.plain, middle.inverted(if: isInverted), high.inverted(if: isInverted))
        return wire(gate).inverted(if: isInverted)
    }

    /// `condition` ? a : b
    public mutating func choose(_ condition: Wire, _ a: Wire, _ b: Wire) -> Wire {
        if condition.isInverted && condition.constant == nil { return choose(!condition, b, a) }
        if let known = condition.constant { return known ? a : b }
        if a == b { return a }
        if a == !b { return xor(condition, b) }
        if a.constant != nil || a.plain == condition {
            return a == .one || a == condition ? or(condition, b) : and(!condition, b)
        }
        if b.constant != nil || b.plain == condition {
            return b == .zero || b == condition ? and(condition, a) : or(!condition, a)
        }
        let isInverted = b.isInverted
        let gate = Gate(.choice, condition, a.inverted(if: isInverted), b.plain)
        return wire(gate).inverted(if: isInverted)
    }

    /// [Σ wᵢ xᵢ ≥ `threshold`]: one perceptron.
    ///
    /// - Throws: `CircuitError.weightCount`, or `.notFinite` for a weight or, after the weights, a threshold.
    public mutating func threshold(
        _ wires: [Wire], weights: [Double], atLeast threshold: Double
    ) throws(CircuitError) -> Wire {
        guard weights.count == wires.count else { throw .weightCount(weights.count, wires: wires.count) }
        if let (index, value) = (weights + [threshold]).enumerated().first(where: { !$0.1.isFinite }) {
            throw .notFinite(value: "\(value)", parameter: index)
        }
        let plain = WeightedSum(wires: wires, weights: weights, threshold: threshold).plain
        let live = plain.wires.indices.filter { plain.wires[$0] != .zero }
        let sum = WeightedSum(
            wires: live.map { plain.wires[$0] }, weights: live.map { plain.weights[$0] },
            threshold: plain.threshold)
        return sum.wires.isEmpty ? Wire(sum.threshold <= 0) : wire(sum)
    }

    private static func sorted(_ a: Wire, _ b: Wire, _ c: Wire) -> (Wire, Wire, Wire) {
        var (low, middle, high) = (a, b, c)
        if middle.code < low.code { swap(&low, &middle) }
        if high.code < middle.code { swap(&middle, &high) }
        if middle.code < low.code { swap(&low, &middle) }
        return (low, middle, high)
    }
}
