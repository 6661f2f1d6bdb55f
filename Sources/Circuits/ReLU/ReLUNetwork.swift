/// A network of rectified linear units, each max(0, Σ wᵢ xᵢ + bias), and linear outputs.
///
/// Units read inputs and earlier units of any layer. The parameters are numbered: first all weights, unit by
/// unit, then the biases.
public struct ReLUNetwork: Hashable, Sendable {
    public let inputCount: Int
    public let outputCount: Int
    let starts: [Int32]
    /// For each weight the node that it belongs to: inputs first, then units.
    let sources: [Int32]
    var weights: [Double]
    /// One a unit; the last `outputCount` units are linear, and are the outputs.
    var biases: [Double]

    /// The number of rectified units.
    public var unitCount: Int { biases.count - outputCount }
    public var weightCount: Int { weights.count }
    public var parameterCount: Int { weights.count + biases.count }

    /// A weight, or after all weights a bias.
    public subscript(parameter: Int) -> Double {
        get { parameter < weights.count ? weights[parameter] : biases[parameter - weights.count] }
        set {
            if parameter < weights.count {
                weights[parameter] = newValue
            } else {
                biases[parameter - weights.count] = newValue
            }
        }
    }

    func range(of unit: Int) -> Range<Int> { Int(starts[unit])..<Int(starts[unit + 1]) }
}

extension ReLUNetwork {
    /// Compiles threshold gates to pairs of units, exactly for inputs of 0 and 1.
    ///
    /// For whole weights the sum s is whole on such inputs, so with T the threshold rounded up
    ///
    ///     [s ≥ T] = max(0, s − T + 1) − max(0, s − T),
    ///
    /// and all numbers are whole and below 2⁵³ where the weights of a gate add up to less.
    ///
    /// - Throws: `CircuitError.notWhole`.
    public init(_ network: ThresholdNetwork) throws(CircuitError) {
        var writer = ReLUWriter(network)
        for gate in 0..<network.gateCount {
            let places = network.range(of: gate)
            if let place = places.first(where: { network.weights[$0].rounded() != network.weights[$0] }) {
                throw .notWhole(value: network.weights[place], gate: gate)
            }
            let threshold = network.thresholds[gate].rounded(.up)
            for bias in [1 - threshold, -threshold] {
                for place in places { writer.add(Int(network.sources[place]), network.weights[place]) }
                writer.close(bias: bias)
            }
        }
        for output in network.outputs {
            writer.add(Int(output), 1)
            writer.close(bias: 0)
        }
        self = writer.network(outputCount: network.outputCount)
    }
}

private struct ReLUWriter {
    let inputCount: Int
    var starts: [Int32] = [0]
    var sources: [Int32] = []
    var weights: [Double] = []
    var biases: [Double] = []

    init(_ network: ThresholdNetwork) { inputCount = network.inputCount }

    /// Adds a node of the threshold network: a gate is the difference of its two units.
    mutating func add(_ node: Int, _ weight: Double) {
        guard node >= inputCount else {
            sources.append(Int32(node))
            weights.append(weight)
            return
        }
        let unit = Int32(inputCount + 2 * (node - inputCount))
        sources += [unit, unit + 1]
        weights += [weight, -weight]
    }

    mutating func close(bias: Double) {
        biases.append(bias)
        starts.append(Int32(sources.count))
    }

    func network(outputCount: Int) -> ReLUNetwork {
        ReLUNetwork(
            inputCount: inputCount, outputCount: outputCount, starts: starts, sources: sources,
            weights: weights, biases: biases)
    }
}

extension ReLUNetwork: CustomStringConvertible {
    /// One line: the sizes.
    public var description: String {
        "\(inputCount) inputs, \(outputCount) outputs, \(unitCount) rectified units, \(weightCount) weights"
    }
}
