/// A run of training that cannot be made, or is not what it claims to be.
public enum PublicCoinsError: Error, Hashable, Sendable {
    case byteCount(Int, expected: Int, of: String)
    /// A value that has no JSON, or a text that stands for none.
    case encoding(String, reason: String)
    case training(String)
    /// A record with another commitment than the one that was public before.
    case otherCommitment
    /// A record with another share of the verifier's than the one that the verifier has drawn.
    case otherShare
    /// Data other than those that were committed to.
    case otherData(committed: Digest, found: Digest)
    /// A recipe other than the one that was committed to.
    case otherRecipe(committed: Digest, found: Digest)
    /// A share of the trainer's that does not open its commitment.
    case badOpening(committed: Digest)
    /// A model other than the one that recipe, data and coins give; bytes count from 0.
    case otherModel(byte: Int, byteCount: Int)
}

extension PublicCoinsError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .byteCount(let count, let expected, let what):
            "\(what) of \(count) bytes, expected \(expected)"
        case .encoding(let what, let reason): "the \(what) cannot be encoded or decoded: \(reason)"
        case .training(let reason): "training failed: \(reason)"
        case .otherCommitment:
            "the record holds another commitment than the one that was published before training"
        case .otherShare: "the record holds another share of the verifier's than the verifier has drawn"
        case .otherData(let committed, let found):
            "the data have the digest \(found), the trainer committed to \(committed)"
        case .otherRecipe(let committed, let found):
            "the recipe has the digest \(found), the trainer committed to \(committed)"
        case .badOpening(let committed):
            "the trainer's share does not open the commitment \(committed)"
        case .otherModel(let byte, let count):
            "the model is not the one that recipe, data and coins give: they differ from byte \(byte) of "
                + "\(count) on"
        }
    }
}
