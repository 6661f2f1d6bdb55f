/// Three copies of a network with one output, and a gate that asks for most of them: N′ = [N₁ + N₂ + N₃ ≥
/// 3/2].
///
/// N′ = N on every input. A change of one weight or threshold in a copy, by any amount, alters that copy at
/// most, and the other two outvote it: N′ stays what it is, so every partial derivative of every loss is
/// exactly 0. Of the last gate's own parameters a weight may become anything from −1/2 on, and the threshold
/// anything above 0 and up to 3.
///
/// Copies share the inputs and nothing else. Changes in two copies at the same time are not outvoted.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, Theorem 5.7.
public struct MajorityOfThree: Hashable, Sendable {
    /// N₁, N₂, N₃. They share their memory until one of them is changed.
    public internal(set) var copies: [ThresholdNetwork]
    /// Those of the last gate: one for each copy.
    public internal(set) var outputWeights = [1.0, 1.0, 1.0]
    public internal(set) var outputThreshold = 1.5

    /// - Throws: `CircuitError.outputCount` unless the network has one output.
    public init(_ network: ThresholdNetwork) throws(CircuitError) {
        guard network.outputCount == 1 else { throw .outputCount(network.outputCount) }
        copies = [network, network, network]
    }

    public var inputCount: Int { copies[0].inputCount }
    /// 3 |N| + 1
    public var gateCount: Int { copies.reduce(1) { $0 + $1.gateCount } }
    /// The parameters of the first copy, of the second, of the third, and the last gate's three weights and
    /// threshold.
    public var parameterCount: Int { copies.reduce(4) { $0 + $1.parameterCount } }
    /// One more than that of the network.
    public var depth: Int { 1 + (copies.map(\.depth).max() ?? 0) }

    /// Where a parameter is: in a copy, or where `copy` is 3, among the last gate's four.
    func place(of parameter: Int) -> (copy: Int, parameter: Int) {
        let each = copies[0].parameterCount
        return (min(parameter / each, 3), parameter - min(parameter / each, 3) * each)
    }

    public subscript(parameter: Int) -> Double {
        get {
            let (copy, place) = place(of: parameter)
            if copy < 3 { return copies[copy][place] }
            return place < 3 ? outputWeights[place] : outputThreshold
        }
        set {
            let (copy, place) = place(of: parameter)
            if copy < 3 {
                copies[copy][place] = newValue
            } else if place < 3 {
                outputWeights[place] = newValue
            } else {
                outputThreshold = newValue
            }
        }
    }

    /// The output for each row, 512 rows at a time.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ rows: BitTable) throws(CircuitError) -> [Bool] {
        try MajorityProgram(self).run(rows)
    }

    /// The output for one input, sum by sum.
    ///
    /// - Throws: `CircuitError.inputCount`.
    public func evaluate(_ input: [Bool]) throws(CircuitError) -> Bool {
        var values: [Bool] = []
        for copy in copies { values.append(try copy.evaluate(input)[0]) }
        return vote(values)
    }

    /// [Σ wᵢ Nᵢ ≥ threshold]
    func vote(_ values: [Bool]) -> Bool {
        var total = 0.0
        for (value, weight) in zip(values, outputWeights) where value { total += weight }
        return total >= outputThreshold
    }

    /// The same as one network.
    public var network: ThresholdNetwork {
        let gates = copies.reduce(1) { $0 + $1.gateCount }
        var writer = ThresholdWriter(inputCount: inputCount, gateCapacity: gates)
        var votes: [(literal: ThresholdWriter.Literal, weight: Double)] = []
        for (copy, weight) in zip(copies, outputWeights) {
            let node = writer.append(copy)
            votes.append((ThresholdWriter.Literal(node: node, isInverted: false), weight))
        }
        let vote = writer.gate(votes, atLeast: outputThreshold)
        return writer.network([vote.node])
    }
}

extension ThresholdWriter {
    /// Adds all gates of a network on the same inputs, and gives the node of its first output.
    mutating func append(_ network: ThresholdNetwork) -> Int {
        let shift = gateCount
        func node(_ source: Int) -> Int { source < network.inputCount ? source : source + shift }
        for gate in 0..<network.gateCount {
            let terms = network.range(of: gate).map { place in
                let source = node(Int(network.sources[place]))
                return (
                    literal: Literal(node: source, isInverted: false), weight: network.weights[place]
                )
            }
            _ = self.gate(terms, atLeast: network.thresholds[gate])
        }
        return node(Int(network.outputs[0]))
    }
}

extension MajorityOfThree: CustomStringConvertible {
    /// One line: the sizes.
    public var description: String {
        "three copies of (\(copies[0])) and a gate that asks for two of them"
    }
}
