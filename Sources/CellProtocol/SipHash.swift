/// SipHash-2-4: a keyed hash of 64 bits that nobody can compute without the key.
///
/// Source: Aumasson and Bernstein 2012, "SipHash: a fast short-input PRF".
public enum SipHash {
    /// A secret of 128 bits.
    public struct Key: Codable, Hashable, Sendable {
        /// Bytes 0 to 7, the lowest first.
        public var low: UInt64
        /// Bytes 8 to 15.
        public var high: UInt64

        public init(low: UInt64, high: UInt64) {
            self.low = low
            self.high = high
        }
    }

    public static func hash(_ bytes: [UInt8], key: Key) -> UInt64 {
        var state = State(key)
        bytes.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count - 7, by: 8) {
                state.add(bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian)
            }
        }
        // The last word: the bytes that are left, the first the lowest, and the length in its highest byte.
        let rest = bytes.suffix(bytes.count % 8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        state.add(rest | UInt64(truncatingIfNeeded: bytes.count) << 56)
        return state.finish()
    }

    /// The four words that the rounds mix.
    private struct State {
        private var v0, v1, v2, v3: UInt64

        init(_ key: Key) {
            // "somepseudorandomlygeneratedbytes".
            v0 = key.low ^ 0x736f_6d65_7073_6575
            v1 = key.high ^ 0x646f_7261_6e64_6f6d
            v2 = key.low ^ 0x6c79_6765_6e65_7261
            v3 = key.high ^ 0x7465_6462_7974_6573
        }

        mutating func add(_ word: UInt64) {
            v3 ^= word
            for _ in 0..<2 { mix() }
            v0 ^= word
        }

        mutating func finish() -> UInt64 {
            v2 ^= 0xFF
            for _ in 0..<4 { mix() }
            return v0 ^ v1 ^ v2 ^ v3
        }

        private mutating func mix() {
            v0 &+= v1
            v1 = Self.rotate(v1, by: 13) ^ v0
            v0 = Self.rotate(v0, by: 32)
            v2 &+= v3
            v3 = Self.rotate(v3, by: 16) ^ v2
            v0 &+= v3
            v3 = Self.rotate(v3, by: 21) ^ v0
            v2 &+= v1
            v1 = Self.rotate(v1, by: 17) ^ v2
            v2 = Self.rotate(v2, by: 32)
        }

        private static func rotate(_ word: UInt64, by count: UInt64) -> UInt64 {
            word << count | word >> (64 - count)
        }
    }
}
