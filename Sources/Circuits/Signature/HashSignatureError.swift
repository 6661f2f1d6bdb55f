/// Why something cannot be signed or verified.
public enum HashSignatureError: Error, Hashable, Sendable, CustomStringConvertible {
    case parameter(String, Int, expected: String)
    case secretByteCount(Int)
    case seedByteCount(Int)
    case rootByteCount(Int, expected: Int)
    case messageByteCount(Int, expected: Int)
    case signatureBitCount(Int, expected: Int)
    /// Every leaf has signed its one message.
    case noLeafLeft(count: Int)
    /// A secret whose tree has another root than the public key.
    case foreignKey

    public var description: String {
        switch self {
        case .parameter(let name, let value, let expected): "\(name) is \(value), expected \(expected)"
        case .secretByteCount(let count): "a secret of \(count) bytes, expected 32"
        case .seedByteCount(let count): "a public seed of \(count) bytes, expected 16"
        case .rootByteCount(let count, let expected):
            "a root of \(count) bytes, expected \(expected) (the hash's length)"
        case .messageByteCount(let count, let expected):
            "a message of \(count) bytes, expected \(expected) (the length of all messages of this key)"
        case .signatureBitCount(let count, let expected):
            "a signature of \(count) bits, expected \(expected)"
        case .noLeafLeft(let count):
            "all \(count) leaves of the tree have signed their one message: "
                + "make a new key, or one with a higher tree"
        case .foreignKey: "the signing key does not belong to the public key: its tree has another root"
        }
    }
}
