internal import CSodium

/// The public half of an Ed25519 key pair, which a planted model holds: it checks signatures and cannot make
/// them.
///
/// Verification is strict, by libsodium: it refuses S ≥ L, so that adding the group's order L to S does not give
/// a second signature of the same message, and it refuses keys and points of small order.
///
/// Source: RFC 8032, Section 5.1.7.
public struct VerificationKey: SignatureVerifier {
    /// 32 bytes, an encoded point.
    public let bytes: [UInt8]

    /// - Parameter bytes: 32 bytes.
    /// - Throws: `SignatureError.keyByteCount`; `SignatureError.invalidVerificationKey` unless they encode a
    ///   point of the prime-order group other than 0.
    public init(_ bytes: [UInt8]) throws(SignatureError) {
        guard bytes.count == Ed25519.keyByteCount else {
            throw .keyByteCount(bytes.count, expected: Ed25519.keyByteCount, kind: "a verification key")
        }
        guard Ed25519.isReady, crypto_core_ed25519_is_valid_point(bytes) == 1 else {
            throw .invalidVerificationKey(Hexadecimal.text(bytes))
        }
        self.bytes = bytes
    }

    /// Takes what libsodium has made.
    init(valid bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// 64: R and S.
    public var signatureByteCount: Int { Ed25519.signatureByteCount }

    public func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == Ed25519.signatureByteCount else { return false }
        return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
    }

    /// `Ed25519, key d75a980182b1…`, with all 32 bytes.
    public var description: String { "Ed25519, key \(Hexadecimal.text(bytes))" }
}

extension VerificationKey: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(Hexadecimal.bytes(decoder.singleValueContainer().decode(String.self)))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hexadecimal.text(bytes))
    }
}
