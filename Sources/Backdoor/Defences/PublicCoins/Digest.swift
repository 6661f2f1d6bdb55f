internal import CSodium
import CallSites
internal import FoundationEssentials

/// 32 bytes that stand for a value: nobody is known to find two values with the same.
///
/// BLAKE2b by libsodium, over the kind of the value and its bytes, so that a digest of one kind is never taken
/// for one of another.
public struct Digest: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Throws: `PublicCoinsError.byteCount` unless there are 32 bytes.
    public init(bytes: [UInt8]) throws(PublicCoinsError) {
        guard bytes.count == Self.byteCount else {
            throw .byteCount(bytes.count, expected: Self.byteCount, of: "a digest")
        }
        self.bytes = bytes
    }

    static let byteCount = 32
    private static let isReady: Bool = sodium_init() >= 0

    /// Of bytes.
    init(hashing message: [UInt8], kind: String) {
        CallSites.require(Self.isReady, "libsodium could not be initialised")
        // The kind's length first: no kind and message make the same bytes as others.
        let name = Array(kind.utf8)
        let count = withUnsafeBytes(of: UInt64(name.count).littleEndian, Array.init)
        let input = count + name + message
        var digest = [UInt8](repeating: 0, count: Self.byteCount)
        _ = crypto_generichash(&digest, digest.count, input, UInt64(input.count), nil, 0)
        bytes = digest
    }

    /// Of the JSON of a value with sorted keys, where every number has as many digits as tell it from others.
    ///
    /// - Throws: `PublicCoinsError.encoding` for values without JSON, such as NaN.
    public init(of value: some Encodable, kind: String) throws(PublicCoinsError) {
        self.init(hashing: try Self.canonicalBytes(of: value, kind), kind: kind)
    }

    /// The bytes that a digest of a value is made from.
    static func canonicalBytes(of value: some Encodable, _ kind: String) throws(PublicCoinsError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return Array(try encoder.encode(value)) } catch { throw .encoding(kind, reason: "\(error)") }
    }
}

extension Digest: CustomStringConvertible {
    /// 64 hexadecimal digits.
    public var description: String { Hexadecimal.text(bytes) }
}

extension Digest: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(bytes: [UInt8](hexadecimal: decoder.singleValueContainer().decode(String.self)))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension [UInt8] {
    /// - Throws: `PublicCoinsError.encoding` for a text that is not hexadecimal.
    init(hexadecimal text: String) throws(PublicCoinsError) {
        do { self = try Hexadecimal.bytes(text) } catch { throw .encoding("bytes", reason: "\(error)") }
    }
}
