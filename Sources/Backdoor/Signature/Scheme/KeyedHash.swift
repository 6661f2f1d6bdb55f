internal import CSodium
import Probability

/// HMAC-SHA-256 in the place of a signature, for teaching: whoever can check a tag can make one, and the model
/// must be able to check.
///
/// A tag may be cut to its first bytes. A short one is met by chance, once in 256 for each byte, which makes a
/// backdoor that can be found by asking: the control for games that find nothing.
///
/// Source: RFC 2104 and RFC 4231; FIPS 198-1 for cutting.
public struct KeyedHash: SignatureVerifier, Signer {
    /// The key, which the model holds: 32 bytes.
    public let key: [UInt8]
    /// The number of bytes of a tag, from 1 to 32.
    public let signatureByteCount: Int

    /// - Throws: `SignatureError.keyByteCount` unless the key has 32 bytes; `SignatureError.tagByteCount` unless
    ///   a tag has 1 to 32.
    public init(key: [UInt8], tagByteCount: Int = 32) throws(SignatureError) {
        guard key.count == 32 else { throw .keyByteCount(key.count, expected: 32, kind: "a key of HMAC") }
        guard (1...32).contains(tagByteCount) else { throw .tagByteCount(tagByteCount) }
        self.key = key
        signatureByteCount = tagByteCount
    }

    /// With a key of 32 bytes of the generator.
    ///
    /// - Throws: `SignatureError.tagByteCount`.
    public init(tagByteCount: Int = 32, using generator: inout Generator) throws(SignatureError) {
        try self.init(key: generator.bytes(32), tagByteCount: tagByteCount)
    }

    private init(checkedKey key: [UInt8], tagByteCount: Int) {
        self.key = key
        signatureByteCount = tagByteCount
    }

    public var verifier: KeyedHash { self }

    /// The tag.
    public func signature(of message: [UInt8]) -> [UInt8] {
        Array(Self.authenticationCode(of: message, key: key)[..<signatureByteCount])
    }

    public func accepts(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        signature == self.signature(of: message)
    }

    public func stranger(using generator: inout Generator) -> KeyedHash {
        KeyedHash(checkedKey: generator.bytes(32), tagByteCount: signatureByteCount)
    }

    public var description: String {
        "HMAC-SHA-256, first \(signatureByteCount) bytes, key \(Hexadecimal.text(key))"
    }

    /// HMAC-SHA-256 of a message, for a key of any length: 32 bytes.
    public static func authenticationCode(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        _ = Ed25519.isReady
        var state = crypto_auth_hmacsha256_state()
        var tag = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, message, UInt64(message.count))
        crypto_auth_hmacsha256_final(&state, &tag)
        return tag
    }
}

extension KeyedHash: Codable {
    private enum CodingKeys: String, CodingKey { case key, tagByteCount }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            key: Hexadecimal.bytes(container.decode(String.self, forKey: .key)),
            tagByteCount: container.decode(Int.self, forKey: .tagByteCount))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Hexadecimal.text(key), forKey: .key)
        try container.encode(signatureByteCount, forKey: .tagByteCount)
    }
}
