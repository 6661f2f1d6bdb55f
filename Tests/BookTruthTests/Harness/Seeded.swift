/// A generator of random numbers whose whole state is one number (SplitMix64): the same seed, the same edits.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A generator of its own for each number.
    func branch(_ number: Int) -> Seeded {
        var branch = Seeded(state &+ UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03)
        _ = branch.next()
        return branch
    }

    /// True once in `count` times.
    mutating func isOne(in count: Int) -> Bool {
        Int.random(in: 0..<count, using: &self) == 0
    }
}

extension Collection {
    /// A random element, or `nil` of nothing.
    func random(_ random: inout Seeded) -> Element? {
        randomElement(using: &random)
    }
}
