internal import CVectorMath

/// A circuit or a network made ready to be run on 512 inputs at a time.
///
/// Each value is a slot of 512 bits, one for each input, and each gate one instruction on whole slots. A slot
/// is used again when nobody needs its value any more, so that even millions of gates work in the processor's
/// caches.
public struct BitSlicedProgram: Sendable {
    public let inputCount: Int
    public let outputCount: Int
    /// The most values that are needed at the same time.
    public let slotCount: Int
    /// The slot of the first input; the others follow.
    let firstInput: Int
    /// One for each gate. Where a gate is a sum, only the slot that its value goes to counts.
    let instructions: [GateInstruction]
    /// The gates that are summed lane by lane, in their order.
    let sums: [SlotSum]
    /// Where the outputs are at the end.
    let results: [Result]

    struct Result: Sendable {
        let slot: UInt32
        let isInverted: Bool
    }

    /// How many inputs a pass works on.
    public static let lanes = 64 * wordsPerSlot
    static let wordsPerSlot = Int(GATE_WORDS)

    public var gateCount: Int { instructions.count }
}

/// The instruction of CVectorMath under a name that fits here.
typealias GateInstruction = gate_instruction

/// The gate [Σ wᵢ xᵢ ≥ threshold], where xᵢ is in a slot.
struct SlotSum: Sendable {
    let gate: Int
    let slots: [UInt32]
    let weights: [Double]
    let threshold: Double
}
