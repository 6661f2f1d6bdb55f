/// What the hash is used for. Different uses hash different prefixes, so that no value serves in two places.
enum HashUse: Hashable {
    case secret
    case randomizer
    case message
    case chain(Int, step: Int)
    case leaf
    case node(level: Int)

    /// Four bytes: the kind and its numbers.
    private var address: [UInt8] {
        switch self {
        case .secret: [0, 0, 0, 0]
        case .randomizer: [1, 0, 0, 0]
        case .message: [2, 0, 0, 0]
        case .chain(let chain, let step): [3, UInt8(chain >> 8), UInt8(chain & 255), UInt8(step)]
        case .leaf: [4, 0, 0, 0]
        case .node(let level): [5, UInt8(level), 0, 0]
        }
    }

    /// The bytes in front of a value: the seed, the address, and zeros until the value ends where the last
    /// block has room for the padding alone.
    ///
    /// What is the same for all inputs comes first so that a circuit need not compute it.
    func prefix(seed: [UInt8], valueByteCount: Int) -> [UInt8] {
        let start = seed + address
        let end = start.count + valueByteCount
        return start + [UInt8](repeating: 0, count: (64 + 55 - end % 64) % 64)
    }
}
