/// Gives values slots, and takes them back after the last gate that reads them.
struct SlotAssignment {
    private var slotOf: [UInt32]
    /// The last gate that reads a node; `Int32.max` for what is needed at the end, −1 for what nobody reads.
    private var lastUse: [Int32]
    private var free: [UInt32] = []
    private(set) var slotCount: Int
    private let firstGate: Int

    /// - Parameters:
    ///   - firstGate: the number of nodes that are there before the first gate; each has the slot of its
    ///     number.
    ///   - kept: the nodes that are needed at the end.
    ///   - forEachSource: hands each source node of a gate to its closure.
    init(
        firstGate: Int, gateCount: Int, kept: [Int], forEachSource: (Int, (Int) -> Void) -> Void
    ) {
        self.firstGate = firstGate
        var uses = [Int32](repeating: -1, count: firstGate + gateCount)
        for gate in 0..<gateCount { forEachSource(gate) { uses[$0] = Int32(gate) } }
        for node in kept { uses[node] = .max }
        lastUse = uses
        slotOf = Array(repeating: 0, count: firstGate + gateCount)
        for node in 0..<firstGate { slotOf[node] = UInt32(node) }
        slotCount = max(firstGate, 1)
    }

    func slot(of node: Int) -> UInt32 { slotOf[node] }

    /// Frees the slot of `source` if `gate` is the last to read it.
    ///
    /// The gate's own value may go there: an instruction reads all before it writes.
    mutating func release(_ source: Int, after gate: Int) {
        guard lastUse[source] == Int32(gate) else { return }
        free.append(slotOf[source])
        // Once, though a gate may read a node twice.
        lastUse[source] = -1
    }

    /// A slot for the value of `gate`.
    mutating func assign(_ gate: Int) -> UInt32 {
        var slot = UInt32(slotCount)
        if let last = free.popLast() { slot = last } else { slotCount += 1 }
        let node = firstGate + gate
        slotOf[node] = slot
        // A value that nobody reads gives its slot back at once.
        if lastUse[node] < 0 { free.append(slot) }
        return slot
    }
}
