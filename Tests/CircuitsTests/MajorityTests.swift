import Circuits
import Probability
import Testing

/// Whether a number of four bits is below a limit, and which of two bits to give then.
private func smallNetwork() throws -> (circuit: Circuit, network: MajorityOfThree) {
    var builder = CircuitBuilder(inputCount: 6)
    let (a, b) = (Array(builder.inputs[..<3]), Array(builder.inputs[3...]))
    let (sum, carry) = builder.addWithCarry(a, b)
    let output = builder.choose(carry, builder.xor(sum[0], sum[2]), builder.less(a, b))
    let circuit = builder.finish([output])
    return (circuit, try MajorityOfThree(ThresholdNetwork(circuit)))
}

private let changes = [-1e9, -100, -3, -2, -1, -0.5, -1e-3, 1e-3, 0.5, 1, 2, 3, 100, 1e9]

@Suite("MajorityOfThree")
struct MajorityTests {
    @Test("MajorityOfThree: the network's values, three times its gates and one, one layer more")
    func equal() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows).column(0)
        let single = majority.copies[0]
        #expect(Set(expected).count == 2)
        #expect(try majority.evaluate(rows) == expected)
        #expect(try (0..<64).map { try majority.evaluate(rows.row($0)) } == expected)
        #expect(try majority.network.evaluate(rows).column(0) == expected)
        #expect(majority.gateCount == 3 * single.gateCount + 1 && majority.depth == single.depth + 1)
        #expect(majority.network.gateCount == majority.gateCount && majority.network.depth == majority.depth)
        #expect(majority.parameterCount == majority.network.parameterCount)
    }

    /// SCIENCE row 8, all of it: every parameter, fourteen amounts, every input.
    @Test("MajorityOfThree: no change of one parameter of a copy changes any value")
    func singleChanges() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows).column(0)
        let program = MajorityProgram(majority)
        let each = majority.copies[0].parameterCount
        var alone = 0
        for parameter in 0..<3 * each {
            for change in changes {
                let value = majority[parameter] + change
                #expect(try program.run(rows, changing: [parameter: value]) == expected)
                var altered = majority
                altered[parameter] = value
                if parameter < each {
                    #expect(try altered.network.evaluate(rows).column(0) == expected)
                    let copy = try altered.copies[0].evaluate(rows).column(0)
                    if copy != expected { alone += 1 }
                }
            }
        }
        // The changes are not harmless: most break the copy that they are made in.
        #expect(alone > each * changes.count / 2)
    }

    @Test(
        "MajorityOfThree: a weight of its last gate may be any from −1/2, the threshold any in (0, 3]"
    )
    func lastGate() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows).column(0)
        let program = MajorityProgram(majority)
        let last = majority.parameterCount - 4
        for weight in [-0.5, -0.4, 0, 1, 7, 1e9] {
            for place in 0..<3 {
                #expect(try program.run(rows, changing: [last + place: weight]) == expected)
            }
        }
        for threshold in [1e-9, 1, 3] {
            #expect(try program.run(rows, changing: [last + 3: threshold]) == expected)
        }
        for (place, value) in [(0, -0.51), (3, 0), (3, 3.1)] {
            #expect(try program.run(rows, changing: [last + place: value]) != expected)
        }
    }

    @Test("MajorityOfThree: the same change in two copies breaks it wherever it breaks a copy")
    func twoCopies() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows).column(0)
        let program = MajorityProgram(majority)
        let each = majority.copies[0].parameterCount
        for parameter in 0..<each {
            let value = majority[parameter] + 3
            var altered = majority
            altered[parameter] = value
            let copy = try altered.copies[0].evaluate(rows).column(0)
            let both = try program.run(rows, changing: [parameter: value, parameter + each: value])
            #expect(both == copy)
            altered[parameter + each] = value
            #expect(try altered.evaluate(rows) == both)
            #expect(try MajorityProgram(altered).run(rows) == both)
        }
        #expect(try program.run(rows, changing: [0: 99, each: 99]) != expected)
    }

    @Test(
        "Gradients: exactly 0 for the steps, so descent changes no bit; a stand-in slope moves all copies"
    )
    func gradients() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let targets = try circuit.evaluate(rows).column(0).map { !$0 }
        var coins = Generator(seed: "descent")
        let network = majority.network
        for row in 0..<64 {
            let gradient = try network.outputGradient(at: rows.row(row), slope: .exact)
            #expect(gradient.count == network.parameterCount && gradient.allSatisfy { $0 == 0 })
        }
        let same = try network.descended(
            on: rows, targets: targets, slope: .exact, rate: 10, epochs: 3, using: &coins)
        #expect(same == network)
        let moved = try network.descended(
            on: rows, targets: targets, slope: .straightThrough(width: 2), rate: 0.1, epochs: 5,
            using: &coins)
        #expect(moved != network)
        #expect(try moved.evaluate(rows).column(0) != circuit.evaluate(rows).column(0))
    }

    @Test(
        "ReLUNetwork: three copies with a majority have a gradient, and descent changes the values"
    )
    func rectifiedMoves() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows).column(0)
        let network = try ReLUNetwork(majority.network)
        let gradients = try (0..<64).map { try network.outputGradient(at: rows.row($0)) }
        #expect(gradients.contains { $0.contains { $0 != 0 } })
        var coins = Generator(seed: "descent")
        let moved = try network.descended(
            on: rows, targets: expected.map { !$0 }, rate: 0.01, epochs: 5, using: &coins)
        let values = try (0..<64).map { try moved.evaluate(rows.row($0))[0] >= 0.5 }
        #expect(values != expected)
    }

    @Test("Alterations: quantising keeps every gate; noise and pruning do what they say")
    func alterations() throws {
        let (circuit, majority) = try smallNetwork()
        let rows = try allInputs(6)
        let expected = try circuit.evaluate(rows)
        let network = majority.copies[0]
        #expect(try network.quantized(bits: 8).evaluate(rows) == expected)
        #expect(network.quantized(bits: 8) != network)
        // Weights of 2 and −1 with a threshold of 3/2 need more than −1, 0, 1.
        #expect(try network.quantized(bits: 2).evaluate(rows) != expected)
        var coins = Generator(seed: "alterations")
        #expect(network.pruned(share: 0, using: &coins) == network)
        let nothing = network.pruned(share: 1, using: &coins)
        #expect((0..<network.weightCount).allSatisfy { nothing[$0] == 0 })
        let half = network.pruned(share: 0.5, using: &coins)
        #expect((0..<network.weightCount).contains { half[$0] == 0 })
        #expect((0..<network.weightCount).allSatisfy { half[$0] == 0 || half[$0] == network[$0] })
        #expect(network.pruned(below: 1) == network)
        let twos = network.pruned(below: 1.5)
        #expect((0..<network.weightCount).allSatisfy { (twos[$0] == 0) == (network[$0].magnitude == 1) })
        #expect(network.addingNoise(deviation: 0, using: &coins) == network)
        #expect(try network.addingNoise(deviation: 0.02, using: &coins).evaluate(rows) == expected)
        let noisy = network.addingNoise(deviation: 0.5, using: &coins)
        #expect((0..<network.parameterCount).allSatisfy { noisy[$0] != network[$0] })
        let three = majority.altered { $0.addingNoise(deviation: 0.02, using: &coins) }
        #expect(Set(three.copies).count == 3)
        #expect(try three.evaluate(rows) == expected.column(0))
    }

    @Test("MajorityOfThree: what does not fit is refused")
    func errors() throws {
        let two = ThresholdNetwork(Circuit.sha256(byteCount: 1))
        #expect(throws: CircuitError.outputCount(256)) { try MajorityOfThree(two) }
        let (_, majority) = try smallNetwork()
        let program = MajorityProgram(majority)
        let rows = try allInputs(6)
        let count = majority.parameterCount
        #expect(throws: CircuitError.parameter(count, count: count)) {
            try program.run(rows, changing: [count: 1])
        }
        #expect(throws: CircuitError.notFinite(value: "nan", parameter: 0)) {
            try program.run(rows, changing: [0: .nan])
        }
        #expect(throws: CircuitError.inputCount(5, expected: 6)) { try program.run(allInputs(5)) }
        var coins = Generator(seed: 1)
        #expect(throws: CircuitError.targetCount(1, rows: 64)) {
            try majority.network.descended(
                on: rows, targets: [true], slope: .exact, rate: 1, epochs: 1, using: &coins)
        }
        #expect("\(CircuitError.targetCount(1, rows: 64))" == "1 targets for 64 rows, expected one for each")
        #expect("\(CircuitError.outputCount(256))" == "the network has 256 outputs, expected 1")
    }
}
