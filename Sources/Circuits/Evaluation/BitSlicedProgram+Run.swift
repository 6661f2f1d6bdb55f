internal import CVectorMath

extension BitSlicedProgram {
    /// The outputs for each row of inputs.
    ///
    /// - Throws: `CircuitError.inputCount` unless a row has a bit for each input.
    /// - Complexity: one instruction on 512 bits for each gate and 512 rows.
    public func run(_ rows: BitTable) throws(CircuitError) -> BitTable {
        try run(rows, replacing: [])
    }

    /// The outputs where some gates compute something else; `others` are in the order of their gates.
    func run(_ rows: BitTable, replacing others: [SlotSum]) throws(CircuitError) -> BitTable {
        guard rows.columnCount == inputCount else {
            throw .inputCount(rows.columnCount, expected: inputCount)
        }
        let stops = merged(others)
        var outputs = BitTable(rowCount: rows.rowCount, columnCount: outputCount)
        var slots = [UInt64](repeating: 0, count: slotCount * Self.wordsPerSlot)
        for first in stride(from: 0, to: rows.columnWords, by: Self.wordsPerSlot) {
            let words = first..<min(first + Self.wordsPerSlot, rows.columnWords)
            slots.withUnsafeMutableBufferPointer { slots in
                load(rows, words, into: slots)
                runGates(stops, on: slots)
                for (column, result) in results.enumerated() {
                    for (offset, word) in words.enumerated() {
                        let value = slots[Int(result.slot) * Self.wordsPerSlot + offset]
                        outputs.words[column * outputs.columnWords + word] =
                            result.isInverted ? ~value : value
                    }
                }
            }
        }
        outputs.clearEnds()
        return outputs
    }

    private func load(
        _ rows: BitTable, _ words: Range<Int>, into slots: UnsafeMutableBufferPointer<UInt64>
    ) {
        for input in 0..<inputCount {
            let slot = (firstInput + input) * Self.wordsPerSlot
            for offset in 0..<Self.wordsPerSlot {
                let word = words.lowerBound + offset
                slots[slot + offset] =
                    word < words.upperBound ? rows.words[input * rows.columnWords + word] : 0
            }
        }
    }

    /// The sums at which the run of plain instructions stops. Of a gate that is replaced the other one
    /// counts.
    private func merged(_ others: [SlotSum]) -> [SlotSum] {
        guard !others.isEmpty else { return sums }
        let replaced = Set(others.map(\.gate))
        return (sums.filter { !replaced.contains($0.gate) } + others).sorted { $0.gate < $1.gate }
    }

    private func runGates(_ stops: [SlotSum], on slots: UnsafeMutableBufferPointer<UInt64>) {
        guard let start = slots.baseAddress else { return }
        instructions.withUnsafeBufferPointer { instructions in
            var next = 0
            func runPlain(to end: Int) {
                guard next < end, let first = instructions.baseAddress else { return }
                vector_run_gates(first + next, end - next, start)
            }
            for stop in stops {
                runPlain(to: stop.gate)
                let target = Int(instructions[stop.gate].target) * Self.wordsPerSlot
                // All sources are read before the target, which may be one of them, is written.
                let value = stop.lanes(of: slots)
                for (offset, word) in value.enumerated() { slots[target + offset] = word }
                next = stop.gate + 1
            }
            runPlain(to: instructions.count)
        }
    }
}

extension SlotSum {
    /// The gate's value in each lane: weights are added in their order, as `ThresholdNetwork` does.
    func lanes(of values: UnsafeMutableBufferPointer<UInt64>) -> [UInt64] {
        var totals = [Double](repeating: 0, count: BitSlicedProgram.lanes)
        totals.withUnsafeMutableBufferPointer { totals in
            for (slot, weight) in zip(slots, weights) {
                let start = Int(slot) * BitSlicedProgram.wordsPerSlot
                for word in 0..<BitSlicedProgram.wordsPerSlot {
                    var bits = values[start + word]
                    while bits != 0 {
                        totals[64 * word + bits.trailingZeroBitCount] += weight
                        bits &= bits - 1
                    }
                }
            }
        }
        return (0..<BitSlicedProgram.wordsPerSlot).map { word in
            (0..<64).reduce(0) { mask, bit in
                totals[64 * word + bit] >= threshold ? mask | 1 << UInt64(bit) : mask
            }
        }
    }
}
