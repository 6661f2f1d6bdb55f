internal import CallSites
import Probability

/// What is done to trained networks after training, to all parameters at the same time.
extension ThresholdNetwork {
    /// Adds normal noise to every weight and threshold.
    ///
    /// - Parameter deviation: its standard deviation, relative to the largest weight of the gate.
    public func addingNoise(
        deviation: Double, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> ThresholdNetwork {
        require(deviation >= 0, "noise of deviation \(deviation)", file, line)
        return altered { gate, scale in
            let unit = deviation * scale
            gate.weights = gate.weights.map { $0 + unit * generator.gaussian() }
            gate.threshold += unit * generator.gaussian()
        }
    }

    /// Makes each weight 0 with this probability, on its own.
    public func pruned(
        share: Double, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> ThresholdNetwork {
        require((0...1).contains(share), "a share of \(share)", file, line)
        return altered { gate, _ in
            gate.weights = gate.weights.map { generator.uniform() < share ? 0 : $0 }
        }
    }

    /// Makes all weights 0 whose magnitude is below the limit.
    public func pruned(below limit: Double) -> ThresholdNetwork {
        altered { gate, _ in
            gate.weights = gate.weights.map { $0.magnitude < limit ? 0 : $0 }
        }
    }

    /// Rounds weights and thresholds to a grid of 2^`bits` − 1 values that is symmetric about 0, whose
    /// largest is the largest magnitude in the gate.
    ///
    /// - Parameter bits: from 2 to 32.
    public func quantized(
        bits: Int, file: StaticString = #file, line: UInt = #line
    ) -> ThresholdNetwork {
        require((2...32).contains(bits), "weights of \(bits) bits, expected 2 to 32", file, line)
        let levels = Double((1 << (bits - 1)) - 1)
        return altered { gate, _ in
            let largest = gate.weights.reduce(gate.threshold.magnitude) { max($0, $1.magnitude) }
            guard largest > 0 else { return }
            func rounded(_ value: Double) -> Double {
                (value / largest * levels).rounded() / levels * largest
            }
            gate.weights = gate.weights.map(rounded)
            gate.threshold = rounded(gate.threshold)
        }
    }

    private func altered(
        _ change: (inout (weights: [Double], threshold: Double), _ scale: Double) -> Void
    ) -> ThresholdNetwork {
        var network = self
        for gate in 0..<gateCount {
            let places = range(of: gate)
            var numbers = (weights: Array(weights[places]), threshold: thresholds[gate])
            change(&numbers, numbers.weights.reduce(0) { max($0, $1.magnitude) })
            for (place, weight) in zip(places, numbers.weights) { network.weights[place] = weight }
            network.thresholds[gate] = numbers.threshold
        }
        return network
    }
}
