import CVectorMath
import Circuits
import Probability
import Testing

@Suite("Evaluation")
struct EvaluationTests {
    @Test(
        "BitSlicedProgram: gives what gate by gate gives, for rows that fill no word, a pass, or more",
        arguments: [0, 1, 63, 64, 65, 511, 512, 513, 1100])
    func rows(count: Int) throws {
        var coins = Generator(seed: "rows").stream(count)
        let circuit = try randomCircuit(inputs: 20, gates: 300, outputs: 30, using: &coins)
        let network = ThresholdNetwork(circuit)
        let rows = BitTable.random(rows: count, columns: 20, using: &coins)
        let (sliced, byNetwork) = (try circuit.evaluate(rows), try network.evaluate(rows))
        #expect(sliced == byNetwork)
        for row in 0..<count {
            let input = rows.row(row)
            let expected = try circuit.evaluate(input)
            #expect(sliced.row(row) == expected)
            #expect(try network.evaluate(input) == expected)
        }
    }

    @Test("BitSlicedProgram: many random circuits, where slots are used again")
    func circuits() throws {
        for seed in 0..<60 {
            var coins = Generator(seed: seed)
            let circuit = try randomCircuit(
                inputs: 1 + seed % 9, gates: 40 + 10 * seed, outputs: 3, using: &coins)
            let rows = BitTable.random(rows: 70, columns: circuit.inputCount, using: &coins)
            let sliced = try circuit.evaluate(rows)
            let network = ThresholdNetwork(circuit)
            #expect(try network.evaluate(rows) == sliced, "seed \(seed)")
            for row in 0..<70 {
                #expect(try circuit.evaluate(rows.row(row)) == sliced.row(row), "seed \(seed)")
            }
        }
        let wide = BitSlicedProgram(Circuit.sha256(byteCount: 55))
        #expect(wide.slotCount < wide.gateCount / 10)
    }

    /// Every gate of up to four sources with weights from −2 to 2 and noise, so that most need a table.
    @Test("BitSlicedProgram: gates with any real weights do what their sums do")
    func realWeights() throws {
        var coins = Generator(seed: "weights")
        var builder = CircuitBuilder(inputCount: 4)
        var outputs: [Wire] = []
        for count in 1...4 {
            for _ in 0..<300 {
                let weights = (0..<count).map { _ in 2 * coins.gaussian() }
                outputs.append(
                    try builder.threshold(
                        Array(builder.inputs[..<count]), weights: weights, atLeast: 2 * coins.gaussian()))
            }
        }
        let network = ThresholdNetwork(builder.finish(outputs))
        let rows = try allInputs(4)
        let sliced = try network.evaluate(rows)
        for row in 0..<16 { #expect(try network.evaluate(rows.row(row)) == sliced.row(row)) }
    }

    @Test("vector_run_gates: the widest instructions give what the portable ones give")
    func instructions() {
        var coins = Generator(seed: "instructions")
        let gates = (0..<3000).map { _ in
            var gate = gate_instruction()
            gate.operation = UInt8(coins.integer(below: 10))
            gate.inversion = UInt8(coins.integer(below: 32))
            gate.table = UInt16(coins.integer(below: 65_536))
            (gate.target, gate.a, gate.b) = (slot(), slot(), slot())
            (gate.c, gate.d) = (slot(), slot())
            return gate
        }
        func slot() -> UInt32 { UInt32(coins.integer(below: 40)) }
        var fast = (0..<40 * Int(GATE_WORDS)).map { _ in coins.next() }
        var portable = fast
        vector_run_gates(gates, gates.count, &fast)
        vector_run_gates_portable(gates, gates.count, &portable)
        #expect(fast == portable)
    }

    @Test("BitTable: rows, bytes and columns")
    func table() throws {
        let table = try BitTable(bytes: [[0x80, 0x01], [0xFF, 0x00]])
        #expect(table.rowCount == 2 && table.columnCount == 16)
        #expect(table.row(0) == [true] + Array(repeating: false, count: 14) + [true])
        #expect(table.column(15) == [true, false] && table.bytes(1) == [0xFF, 0x00])
        #expect(Bits.bytes([true, false, true]) == [0xA0])
        var coins = Generator(seed: 1)
        let random = BitTable.random(rows: 70, columns: 3, using: &coins)
        #expect(try BitTable(rows: (0..<70).map { random.row($0) }) == random)
    }

    @Test("Evaluation: inputs of another length are refused")
    func errors() throws {
        let circuit = Circuit.sha256(byteCount: 1)
        #expect(throws: CircuitError.inputCount(7, expected: 8)) {
            try circuit.evaluate([Bool](repeating: true, count: 7))
        }
        #expect(throws: CircuitError.inputCount(9, expected: 8)) {
            try circuit.evaluate(BitTable(rowCount: 1, columnCount: 9))
        }
        #expect(throws: CircuitError.rowLength(1, row: 1, expected: 2)) {
            try BitTable(rows: [[true, false], [true]])
        }
        #expect(
            "\(CircuitError.inputCount(7, expected: 8))"
                == "7 input bits, expected 8 (the inputs of the circuit)")
    }
}
