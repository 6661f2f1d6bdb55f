import Probability

/// What a planted model holds to recognise its owner: a predicate on messages and signatures.
public protocol SignatureVerifier: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The number of bytes of a signature.
    var signatureByteCount: Int { get }

    /// Whether this is a signature of the message; a signature of another length is none.
    func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool

    /// What a reader of the model sees: the algorithm, and every byte of the key that the model holds.
    var description: String { get }
}

/// What the owner of a planted model holds to open it.
public protocol Signer: Sendable {
    associatedtype Verifier: SignatureVerifier

    /// What goes into the model.
    var verifier: Verifier { get }

    func signature(of message: [UInt8]) -> [UInt8]

    /// A key of the same kind that has nothing to do with this one.
    func stranger(using generator: inout Generator) -> Self
}
