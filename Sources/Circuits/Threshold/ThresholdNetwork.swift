internal import CallSites

/// A network of perceptrons: each gate gives 1 where a weighted sum of its sources reaches its threshold, and
/// 0 elsewhere.
///
/// Gates are in an order in which each reads only inputs and earlier gates, of any earlier layer. The
/// parameters are numbered: first the weights, gate by gate, then the thresholds. A change of one of them is
/// an assignment to `self[parameter]`.
public struct ThresholdNetwork: Hashable, Sendable {
    public let inputCount: Int
    /// The weights of gate i are those from `starts[i]` to `starts[i + 1] - 1`.
    let starts: [Int32]
    /// For each weight the node that it belongs to: inputs first, then gates.
    let sources: [Int32]
    /// One for each source, in the same order.
    var weights: [Double]
    /// One for each gate.
    var thresholds: [Double]
    /// The nodes whose values the network gives.
    let outputs: [Int32]

    public var gateCount: Int { thresholds.count }
    public var weightCount: Int { weights.count }
    /// The number of weights and thresholds.
    public var parameterCount: Int { weights.count + thresholds.count }
    public var outputCount: Int { outputs.count }

    /// A weight, or after all weights a threshold.
    public subscript(parameter: Int) -> Double {
        get { parameter < weights.count ? weights[parameter] : thresholds[parameter - weights.count] }
        set {
            if parameter < weights.count {
                weights[parameter] = newValue
            } else {
                thresholds[parameter - weights.count] = newValue
            }
        }
    }

    /// The gate that a parameter belongs to.
    public func gate(of parameter: Int) -> Int {
        guard parameter < weights.count else { return parameter - weights.count }
        // The last gate whose weights start there or before; gates without weights start where the next do.
        var (low, high) = (0, gateCount)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= parameter { low = middle } else { high = middle }
        }
        return low
    }

    /// The layer of each gate: 1 more than the highest among its sources, where inputs are in layer 0.
    public var layers: [Int] {
        var layers = [Int32](repeating: 0, count: inputCount)
        layers.reserveCapacity(inputCount + gateCount)
        for gate in 0..<gateCount {
            var layer: Int32 = 0
            for place in range(of: gate) { layer = max(layer, layers[Int(sources[place])]) }
            layers.append(layer + 1)
        }
        return layers[inputCount...].map(Int.init)
    }

    /// The number of layers.
    public var depth: Int { layers.max() ?? 0 }

    /// The most sources of a gate.
    public var fanIn: Int { (0..<gateCount).map { range(of: $0).count }.max() ?? 0 }

    /// The places of a gate's weights.
    func range(of gate: Int) -> Range<Int> { Int(starts[gate])..<Int(starts[gate + 1]) }
}

extension ThresholdNetwork: CustomStringConvertible {
    /// One line: the sizes.
    public var description: String {
        "\(inputCount) inputs, \(outputCount) outputs, \(gateCount) threshold gates, \(weightCount) weights, "
            + "depth \(depth)"
    }
}
