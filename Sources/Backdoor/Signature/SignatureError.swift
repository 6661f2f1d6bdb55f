/// Keys that are none, and keys that do not belong.
public enum SignatureError: Error, Hashable, CustomStringConvertible {
    case keyByteCount(Int, expected: Int, kind: String)
    /// 32 bytes that are no point of the group, in hexadecimal.
    case invalidVerificationKey(String)
    case tagByteCount(Int)
    case notHexadecimal(String)
    /// A key that is not that of the model or file.
    case foreignKey(held: String, expected: String, place: String)
    /// A key file that cannot be read; the text names it.
    case file(String)
    /// A grid of other than the model's inputs.
    case inputCount(Int, expected: Int)
    case grid(GridError)

    public var description: String {
        switch self {
        case .keyByteCount(let count, let expected, let kind):
            "\(kind) has \(count) bytes, expected \(expected)"
        case .invalidVerificationKey(let text):
            "\(text) is not a verification key: the bytes encode no point of the group, or one of small order"
        case .tagByteCount(let count): "a tag of \(count) bytes, expected 1 to 32"
        case .notHexadecimal(let fault): "the text of a key has \(fault)"
        case .foreignKey(let held, let expected, let place):
            "the key does not belong to \(place): that expects \(expected), and the key's is \(held)"
        case .file(let text): text
        case .inputCount(let count, let expected):
            "the grid has \(count) columns, expected \(expected) (the inputs of the model)"
        case .grid(let error): "\(error)"
        }
    }
}
