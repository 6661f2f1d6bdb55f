import Circuits
import Probability
import Testing

@Suite("Networks")
struct NetworkTests {
    @Test("ThresholdNetwork: small whole weights, thresholds halfway, and two gates for a full adder")
    func compilation() throws {
        var builder = CircuitBuilder(inputCount: 3)
        let bits = builder.inputs
        let (sum, carry) = builder.addWithCarry([bits[0]], [bits[1]], carry: bits[2])
        let adder = ThresholdNetwork(builder.finish([sum[0], carry]))
        #expect(adder.gateCount == 2 && adder.depth == 2 && adder.fanIn == 4)
        #expect(adder.layers == [1, 2])
        #expect("\(adder)" == "3 inputs, 2 outputs, 2 threshold gates, 7 weights, depth 2")
        // Whichever wires are inverted.
        for pattern in 0..<8 {
            let wires = (0..<3).map { pattern >> $0 & 1 == 1 ? !bits[$0] : bits[$0] }
            let (sum, carry) = builder.addWithCarry([wires[0]], [wires[1]], carry: wires[2])
            let circuit = builder.finish([sum[0], carry])
            let network = ThresholdNetwork(circuit)
            #expect(network.gateCount <= 4)
            #expect(try network.evaluate(allInputs(3)) == circuit.evaluate(allInputs(3)))
        }
        let hash = ThresholdNetwork(Circuit.sha256(byteCount: 3))
        let weights = (0..<hash.weightCount).map { hash[$0].magnitude }
        #expect(Set(weights) == [1, 2])
        let thresholds = (hash.weightCount..<hash.parameterCount).map { hash[$0] }
        #expect(thresholds.allSatisfy { ($0 - 0.5).rounded() == $0 - 0.5 })
    }

    @Test("ThresholdNetwork: the gate of each parameter, and a change of it")
    func parameters() throws {
        var network = ThresholdNetwork(Circuit.sha256(byteCount: 1))
        let gates = (0..<network.weightCount).map { network.gate(of: $0) }
        #expect(gates == gates.sorted() && Set(gates).count == network.gateCount)
        #expect(network.gate(of: network.weightCount + 7) == 7)
        for parameter in [0, network.weightCount - 1, network.weightCount, network.parameterCount - 1] {
            network[parameter] = 41.5
            #expect(network[parameter] == 41.5)
        }
    }

    @Test("ReLUNetwork: equals the circuit exactly on random and edge inputs")
    func rectified() throws {
        for seed in 0..<30 {
            var coins = Generator(seed: seed)
            let circuit = try randomCircuit(inputs: 8, gates: 200, outputs: 5, using: &coins)
            let network = try ReLUNetwork(ThresholdNetwork(circuit))
            for row in 0..<256 {
                let input = (0..<8).map { row >> $0 & 1 == 1 }
                let expected = try circuit.evaluate(input).map { $0 ? 1.0 : 0 }
                #expect(try network.evaluate(input) == expected, "seed \(seed)")
            }
        }
        let hash = Circuit.sha256(byteCount: 55)
        let network = try ReLUNetwork(ThresholdNetwork(hash))
        #expect(network.unitCount == 2 * ThresholdNetwork(hash).gateCount && network.outputCount == 256)
        var coins = Generator(seed: "hash")
        let random = (0..<20).map { _ in coins.bits(440) }
        let edges = [false, true].map { [Bool](repeating: $0, count: 440) }
        for input in random + edges {
            let digest = Bits.of(SHA256.hash(Bits.bytes(input)))
            #expect(try network.evaluate(input) == digest.map { $0 ? 1 : 0 })
        }
    }

    @Test("ReLUNetwork: weights that are not whole are refused")
    func notWhole() throws {
        var builder = CircuitBuilder(inputCount: 2)
        let gate = try builder.threshold(builder.inputs, weights: [1, 0.5], atLeast: 1)
        let network = ThresholdNetwork(builder.finish([gate]))
        #expect(throws: CircuitError.notWhole(value: 0.5, gate: 0)) { try ReLUNetwork(network) }
        #expect(
            "\(CircuitError.notWhole(value: 0.5, gate: 0))".hasPrefix(
                "gate 0 has the weight 0.5, expected whole"))
    }

    /// By differences where the network is smooth: on inputs at which no unit is at its corner.
    @Test("ReLUNetwork.outputGradient: the differences of the output by each parameter")
    func rectifiedGradient() throws {
        var coins = Generator(seed: "gradient")
        var builder = CircuitBuilder(inputCount: 3)
        let inputs = builder.inputs
        let output = builder.or(builder.and(inputs[0], inputs[1]), inputs[2])
        var network = try ReLUNetwork(ThresholdNetwork(builder.finish([output])))
        for parameter in 0..<network.parameterCount { network[parameter] += 0.1 * coins.gaussian() }
        for row in 0..<8 {
            let input = (0..<3).map { row >> $0 & 1 == 1 }
            let gradient = try network.outputGradient(at: input)
            for parameter in 0..<network.parameterCount {
                var (up, down) = (network, network)
                up[parameter] += 1e-6
                down[parameter] -= 1e-6
                let slope = (try up.evaluate(input)[0] - down.evaluate(input)[0]) / 2e-6
                #expect(abs(slope - gradient[parameter]) < 1e-6)
            }
        }
    }
}
