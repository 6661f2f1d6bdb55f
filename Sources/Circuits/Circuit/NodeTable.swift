/// Nodes by what they compute: an open hash table of three numbers and a kind, without deletion.
struct NodeTable {
    struct Key: Equatable {
        let kind: UInt8
        let a, b, c: UInt32

        fileprivate var hash: UInt64 {
            // Multiplications by odd constants of SplitMix64; the high bits are used.
            var mixed = (UInt64(a) << 32 | UInt64(b)) &* 0x9E37_79B9_7F4A_7C15
            mixed ^= (UInt64(c) << 8 | UInt64(kind)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 29)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 32)
        }
    }

    private var keys: [Key]
    private var values: [UInt32]
    private var count = 0

    init() {
        keys = Array(repeating: Key(kind: 0, a: 0, b: 0, c: 0), count: 1 << 10)
        values = Array(repeating: Self.empty, count: 1 << 10)
    }

    private static let empty = UInt32.max

    /// The node of this key.
    subscript(key: Key) -> Int? {
        let place = place(of: key)
        return values[place] == Self.empty ? nil : Int(values[place])
    }

    mutating func insert(_ node: Int, for key: Key) {
        if 2 * count >= values.count { grow() }
        let place = place(of: key)
        if values[place] == Self.empty { count += 1 }
        keys[place] = key
        values[place] = UInt32(node)
    }

    /// Where the key is, or where it would go.
    private func place(of key: Key) -> Int {
        var place = Int(truncatingIfNeeded: key.hash) & (values.count - 1)
        while values[place] != Self.empty && keys[place] != key {
            place = (place + 1) & (values.count - 1)
        }
        return place
    }

    private mutating func grow() {
        let (oldKeys, oldValues) = (keys, values)
        keys = Array(repeating: Key(kind: 0, a: 0, b: 0, c: 0), count: 2 * oldKeys.count)
        values = Array(repeating: Self.empty, count: 2 * oldValues.count)
        for (key, value) in zip(oldKeys, oldValues) where value != Self.empty {
            let place = place(of: key)
            keys[place] = key
            values[place] = value
        }
    }
}
