internal import CallSites

/// SHA-256 as gates. Source: FIPS 180-4, Sections 4.1.2, 4.2.2, 5.1.1, 5.3.3 and 6.2; RFC 6234.
extension CircuitBuilder {
    /// The 256 bits of the hash of a message of whole bytes, each byte's highest bit first.
    ///
    /// The padding is part of the circuit, and what of the message is constant is computed now.
    public mutating func sha256(
        _ message: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> [Wire] {
        require(message.count.isMultiple(of: 8), "a message of \(message.count) bits", file, line)
        var padded = message + [.one]
        padded += Array(repeating: .zero, count: (512 + 448 - padded.count % 512) % 512)
        padded += Self.constant(UInt64(message.count), bitCount: 64).reversed()
        var state = SHA256.initialState.map { Self.constant(UInt64($0), bitCount: 32) }
        for start in stride(from: 0, to: padded.count, by: 512) {
            state = sha256Compression(state: state, block: Array(padded[start..<start + 512]))
        }
        return state.flatMap { $0.reversed() }
    }

    /// The state after one block.
    ///
    /// - Parameters:
    ///   - state: eight words of 32 bits, the bit of value 2^i at place i.
    ///   - block: 512 bits, each byte's highest first.
    public mutating func sha256Compression(
        state: [[Wire]], block: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> [[Wire]] {
        require(
            state.count == 8 && state.allSatisfy { $0.count == 32 } && block.count == 512,
            "\(state.count) words of state and \(block.count) bits of block, expected 8 and 512", file, line)
        let schedule = sha256Schedule(block)
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for round in 0..<64 {
            let constant = Self.constant(UInt64(SHA256.roundConstants[round]), bitCount: 32)
            // W + K first: both are constant in the rounds before the first unknown bit of the block.
            var first = add(h, add(schedule[round], constant))
            first = add(first, sha256Choice(e, f, g))
            first = add(first, sha256Rotations(e, 6, 11, 25))
            let second = add(sha256Rotations(a, 2, 13, 22), sha256Majority(a, b, c))
            (h, g, f, e) = (g, f, e, add(d, first))
            (d, c, b, a) = (c, b, a, add(first, second))
        }
        return zip(state, [a, b, c, d, e, f, g, h]).map { add($0, $1) }
    }

    private mutating func sha256Schedule(_ block: [Wire]) -> [[Wire]] {
        var words = stride(from: 0, to: 512, by: 32).map { Array(block[$0..<$0 + 32].reversed()) }
        for index in 16..<64 {
            let (near, far) = (words[index - 2], words[index - 15])
            let new = add(
                add(words[index - 16], words[index - 7]),
                add(sha256Shifts(far, 7, 18, by: 3), sha256Shifts(near, 17, 19, by: 10)))
            words.append(new)
        }
        return words
    }

    /// Ch(x, y, z) = (x ∧ y) ⊕ (¬x ∧ z)
    private mutating func sha256Choice(_ x: [Wire], _ y: [Wire], _ z: [Wire]) -> [Wire] {
        (0..<32).map { choose(x[$0], y[$0], z[$0]) }
    }

    /// Maj(x, y, z) = (x ∧ y) ⊕ (x ∧ z) ⊕ (y ∧ z)
    private mutating func sha256Majority(_ x: [Wire], _ y: [Wire], _ z: [Wire]) -> [Wire] {
        (0..<32).map { majority(x[$0], y[$0], z[$0]) }
    }

    /// Σ(x): three rotations to the right.
    private mutating func sha256Rotations(_ x: [Wire], _ i: Int, _ j: Int, _ k: Int) -> [Wire] {
        (0..<32).map { xor(x[($0 + i) % 32], x[($0 + j) % 32], x[($0 + k) % 32]) }
    }

    /// σ(x): two rotations and a shift to the right.
    private mutating func sha256Shifts(_ x: [Wire], _ i: Int, _ j: Int, by k: Int) -> [Wire] {
        (0..<32).map { xor(x[($0 + i) % 32], x[($0 + j) % 32], $0 + k < 32 ? x[$0 + k] : .zero) }
    }
}

extension Circuit {
    /// The 256 bits of the hash of a message of `byteCount` bytes, each byte's highest bit first.
    public static func sha256(
        byteCount: Int, file: StaticString = #file, line: UInt = #line
    ) -> Circuit {
        require(byteCount >= 0, "a message of \(byteCount) bytes", file, line)
        var builder = CircuitBuilder(inputCount: 8 * byteCount)
        return builder.finish(builder.sha256(builder.inputs))
    }

    /// One application of the compression function: 256 bits of state and 512 of a block, the highest bit of
    /// each word and byte first; 256 bits of the new state.
    public static var sha256Compression: Circuit {
        var builder = CircuitBuilder(inputCount: 768)
        let state = stride(from: 0, to: 256, by: 32).map { Array(builder.inputs[$0..<$0 + 32].reversed()) }
        let new = builder.sha256Compression(state: state, block: Array(builder.inputs[256...]))
        return builder.finish(new.flatMap { $0.reversed() })
    }
}
