internal import CSodium
import Probability

/// A verifier with a known fault, for teaching: it reduces S modulo L instead of refusing S ≥ L.
///
/// [S]B depends only on S mod L, so the equation that verifiers check also holds for S + L. Where S ≥ L is not
/// refused, everybody who has seen one signature has others of the same message. Signatures of this kind are
/// unforgeable for new messages, but not strongly unforgeable.
///
/// Source: RFC 8032, Section 8.4 (malleability); the fault is ours.
public struct LaxVerificationKey: SignatureVerifier {
    /// The verifier that does refuse S ≥ L.
    public let strict: VerificationKey

    public init(_ strict: VerificationKey) {
        self.strict = strict
    }

    public var signatureByteCount: Int { strict.signatureByteCount }

    public func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard signature.count == signatureByteCount else { return false }
        var reduced = [UInt8](repeating: 0, count: 32)
        let wide = signature[Ed25519.scalarStart...] + [UInt8](repeating: 0, count: 32)
        crypto_core_ed25519_scalar_reduce(&reduced, Array(wide))
        return strict.accepts(signature[..<Ed25519.scalarStart] + reduced, of: message)
    }

    /// The second signature R ‖ S + L of the same message, which only the lax verifier accepts.
    ///
    /// - Returns: `nil` for other than 64 bytes, and where S + L does not fit into 32.
    public static func addingOrder(to signature: [UInt8]) -> [UInt8]? {
        guard signature.count == Ed25519.signatureByteCount else { return nil }
        let start = Ed25519.scalarStart
        return Ed25519.sum(Array(signature[start...]), Ed25519.order).map { signature[..<start] + $0 }
    }

    public var description: String { "\(strict), with S reduced modulo L" }
}

/// A signing key whose model checks signatures with the lax verifier.
public struct LaxSigningKey: Signer {
    public let key: SigningKey

    public init(_ key: SigningKey) {
        self.key = key
    }

    public var verifier: LaxVerificationKey { LaxVerificationKey(key.verifier) }

    public func signature(of message: [UInt8]) -> [UInt8] { key.signature(of: message) }

    public func stranger(using generator: inout Generator) -> LaxSigningKey {
        LaxSigningKey(key.stranger(using: &generator))
    }
}
