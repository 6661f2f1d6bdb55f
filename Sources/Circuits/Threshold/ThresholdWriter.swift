/// Collects the gates of a network.
struct ThresholdWriter {
    private let inputCount: Int
    private var starts: [Int32] = [0]
    private var sources: [Int32] = []
    private var weights: [Double] = []
    private var thresholds: [Double] = []

    /// A node of the network or its opposite.
    struct Literal {
        let node: Int
        let isInverted: Bool

        static prefix func ! (literal: Literal) -> Literal {
            Literal(node: literal.node, isInverted: !literal.isInverted)
        }

        func inverted(if condition: Bool) -> Literal {
            Literal(node: node, isInverted: isInverted != condition)
        }
    }

    init(inputCount: Int, gateCapacity: Int) {
        self.inputCount = inputCount
        starts.reserveCapacity(gateCapacity + 1)
        thresholds.reserveCapacity(gateCapacity)
        sources.reserveCapacity(4 * gateCapacity)
        weights.reserveCapacity(4 * gateCapacity)
    }

    var gateCount: Int { thresholds.count }

    /// Adds [Σ wᵢ xᵢ ≥ threshold] for literals, where ¬x counts as 1 − x.
    mutating func gate(
        _ literals: some Sequence<(literal: Literal, weight: Double)>, atLeast threshold: Double
    ) -> Literal {
        var threshold = threshold
        for (literal, weight) in literals {
            sources.append(Int32(literal.node))
            weights.append(literal.isInverted ? -weight : weight)
            if literal.isInverted { threshold -= weight }
        }
        return close(threshold)
    }

    /// Adds the same gate for at most four literals without an array.
    mutating func gate(
        _ first: (Literal, Double), _ second: (Literal, Double)? = nil, _ third: (Literal, Double)? = nil,
        _ fourth: (Literal, Double)? = nil, atLeast threshold: Double
    ) -> Literal {
        var threshold = threshold
        func add(_ term: (literal: Literal, weight: Double)?) {
            guard let term else { return }
            sources.append(Int32(term.literal.node))
            weights.append(term.literal.isInverted ? -term.weight : term.weight)
            if term.literal.isInverted { threshold -= term.weight }
        }
        add(first)
        add(second)
        add(third)
        add(fourth)
        return close(threshold)
    }

    private mutating func close(_ threshold: Double) -> Literal {
        thresholds.append(threshold)
        starts.append(Int32(sources.count))
        return Literal(node: inputCount + thresholds.count - 1, isInverted: false)
    }

    /// The network that gives the values of these nodes.
    func network(_ outputs: [Int]) -> ThresholdNetwork {
        ThresholdNetwork(
            inputCount: inputCount, starts: starts, sources: sources, weights: weights,
            thresholds: thresholds, outputs: outputs.map(Int32.init))
    }
}
