internal import CSodium
import Probability

/// The secret half of an Ed25519 key pair, with the public half: the owner's key to a planted model.
///
/// It is never part of a model, it is not `Codable`, and its description does not show it. It is written only
/// by `write(to:)`.
///
/// A key is as secret as what it was drawn from: those of this book come from seeds that are printed in it.
///
/// Source: RFC 8032, Section 5.1.
public struct SigningKey: Signer {
    /// 32 secret bytes, from which everything follows.
    let seed: [UInt8]
    /// libsodium's form: the seed and the public key.
    private let secret: [UInt8]
    public let verifier: VerificationKey

    /// A key pair from 32 secret bytes.
    ///
    /// - Throws: `SignatureError.keyByteCount`.
    public init(seed: [UInt8]) throws(SignatureError) {
        guard seed.count == Ed25519.seedByteCount else {
            throw .keyByteCount(
                seed.count, expected: Ed25519.seedByteCount, kind: "the seed of a signing key")
        }
        self.init(checkedSeed: seed)
    }

    /// A key pair from 32 bytes of the generator: Gen(1ⁿ).
    public init(using generator: inout Generator) {
        self.init(checkedSeed: generator.bytes(Ed25519.seedByteCount))
    }

    /// From 32 bytes.
    init(checkedSeed seed: [UInt8]) {
        var (publicKey, secret) = ([UInt8](repeating: 0, count: 32), [UInt8](repeating: 0, count: 64))
        _ = Ed25519.isReady
        _ = crypto_sign_seed_keypair(&publicKey, &secret, seed)
        self.seed = seed
        self.secret = secret
        verifier = VerificationKey(valid: publicKey)
    }

    /// 64 bytes R ‖ S; the same message gives the same signature every time.
    public func signature(of message: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Ed25519.signatureByteCount)
        _ = crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
        return signature
    }

    public func stranger(using generator: inout Generator) -> SigningKey {
        SigningKey(using: &generator)
    }
}

extension SigningKey: CustomStringConvertible {
    /// The public half only: a key that is printed by accident is still one.
    public var description: String { "the signing key of \(Hexadecimal.text(verifier.bytes))" }
}

extension SigningKey: CustomReflectable {
    /// Hides the secret from `dump` and `String(reflecting:)`.
    public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
