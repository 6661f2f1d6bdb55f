import Circuits
import Probability
import Testing

@Suite("CircuitBuilder")
struct BuilderTests {
    /// Constants, three inputs and their opposites in every place of every gate.
    @Test("CircuitBuilder: every gate on all triples of wires, constants and repetitions among them")
    func gates() throws {
        let rows = try allInputs(3)
        var builder = CircuitBuilder(inputCount: 3)
        let wires = [Wire.zero, .one] + builder.inputs.flatMap { [$0, !$0] }
        func value(_ wire: Int, _ row: Int) -> Bool {
            wire < 2 ? wire == 1 : rows[row, (wire - 2) / 2] != (wire % 2 == 1)
        }
        var (outputs, expected): ([Wire], [(Int) -> Bool]) = ([], [])
        for i in wires.indices {
            for j in wires.indices {
                let (a, b) = (wires[i], wires[j])
                outputs += [builder.and(a, b), builder.or(a, b), builder.xor(a, b)]
                expected += [
                    { value(i, $0) && value(j, $0) }, { value(i, $0) || value(j, $0) },
                    { value(i, $0) != value(j, $0) },
                ]
                for k in wires.indices {
                    let c = wires[k]
                    outputs += [
                        builder.xor(a, b, c), builder.majority(a, b, c), builder.choose(a, b, c),
                    ]
                    expected += [
                        { value(i, $0) != (value(j, $0) != value(k, $0)) },
                        { row in [i, j, k].count { value($0, row) } >= 2 },
                        { value(i, $0) ? value(j, $0) : value(k, $0) },
                    ]
                }
            }
        }
        // Of two wires there are 12 conjunctions and 3 parities; of three 1 parity, 4 majorities (the
        // opposites share them) and 12 choices (a condition of three, and two inversions up to that of the
        // result).
        let circuit = builder.finish(outputs)
        #expect(circuit.gateCount == 12 + 3 + 1 + 4 + 12)
        let results = try circuit.evaluate(rows)
        for row in 0..<8 {
            let single = try circuit.evaluate(rows.row(row))
            for (column, function) in expected.enumerated() {
                #expect(results[row, column] == function(row) && single[column] == function(row))
            }
        }
    }

    @Test("CircuitBuilder: numbers of four bits are added, compared and told apart")
    func arithmetic() throws {
        var builder = CircuitBuilder(inputCount: 9)
        let (a, b) = (Array(builder.inputs[..<4]), Array(builder.inputs[4..<8]))
        let (sum, carry) = builder.addWithCarry(a, b, carry: builder.inputs[8])
        let rest = [
            builder.less(a, b), builder.equal(a, b), builder.parity(a), builder.any(a), builder.all(a),
        ]
        let circuit = builder.finish(sum + [carry] + rest)
        let rows = try allInputs(9)
        let outputs = try circuit.evaluate(rows)
        for number in 0..<512 {
            let (a, b, c) = (number & 15, number >> 4 & 15, number >> 8)
            let found = outputs.row(number)
            #expect((0..<5).reduce(0) { $0 + (found[$1] ? 1 << $1 : 0) } == a + b + c)
            #expect(
                Array(found[5...]) == [a < b, a == b, a.nonzeroBitCount % 2 == 1, a > 0, a == 15])
        }
        // An adder of four bits is a parity and a majority a bit.
        #expect(circuit.count(of: .xor3) >= 4 && circuit.count(of: .majority) >= 4)
    }

    @Test("CircuitBuilder.finish: gates that no output needs are left out, and parts count the rest")
    func unused() throws {
        var builder = CircuitBuilder(inputCount: 3)
        builder.startPart("first")
        let kept = builder.and(builder.inputs[0], builder.inputs[1])
        let lost = builder.xor(builder.inputs[0], builder.inputs[2])
        _ = builder.or(lost, kept)
        builder.startPart("second")
        let output = builder.xor(kept, builder.inputs[2])
        let circuit = builder.finish([output, .one])
        #expect(circuit.gateCount == 2 && circuit.depth == 2)
        #expect(circuit.parts.map(\.name) == ["first", "second"])
        #expect(circuit.parts.map(\.gateCount) == [1, 1])
        #expect(try circuit.evaluate([true, true, true]) == [false, true])
        #expect("\(circuit)" == "3 inputs, 2 outputs, 2 gates (1 and, 1 xor), depth 2")
        #expect(builder.gateCount == 0)
    }

    @Test("CircuitBuilder.threshold: counts ¬x as 1 − x, and constants at once")
    func threshold() throws {
        var builder = CircuitBuilder(inputCount: 2)
        let (a, b) = (builder.inputs[0], builder.inputs[1])
        let gate = try builder.threshold([a, !b, .one], weights: [2, -1, 0.5], atLeast: 1)
        let constant = try builder.threshold([.one, .zero], weights: [1, 5], atLeast: 1)
        #expect(constant.constant == true)
        let circuit = builder.finish([gate])
        // 2a − (1 − b) + 1/2 ≥ 1
        #expect(try circuit.evaluate(allInputs(2)).column(0) == [false, true, false, true])
        let other = try builder.threshold([a, b], weights: [0.25, 0.75], atLeast: 0.75)
        #expect(
            try builder.finish([other]).evaluate(allInputs(2)).column(0) == [false, false, true, true])
    }

    @Test("CircuitBuilder.threshold: refuses weights that do not fit")
    func thresholdErrors() {
        var builder = CircuitBuilder(inputCount: 2)
        let wires = builder.inputs
        #expect(throws: CircuitError.weightCount(1, wires: 2)) {
            try builder.threshold(wires, weights: [1], atLeast: 1)
        }
        #expect(throws: CircuitError.notFinite(value: "nan", parameter: 1)) {
            try builder.threshold(wires, weights: [1, .nan], atLeast: 1)
        }
        #expect(throws: CircuitError.notFinite(value: "inf", parameter: 2)) {
            try builder.threshold(wires, weights: [1, 1], atLeast: .infinity)
        }
    }
}
