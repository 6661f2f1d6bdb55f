import Probability

/// One party's 32 bytes of a seed that several parties draw together.
public struct SeedShare: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Throws: `PublicCoinsError.byteCount` unless there are 32 bytes.
    public init(bytes: [UInt8]) throws(PublicCoinsError) {
        guard bytes.count == Self.byteCount else {
            throw .byteCount(bytes.count, expected: Self.byteCount, of: "a share of a seed")
        }
        self.bytes = bytes
    }

    /// 32 bytes of the generator.
    public init(using generator: inout Generator) {
        bytes = generator.bytes(Self.byteCount)
    }

    static let byteCount = 32

    /// What is published before the share is: it hides the share, for nobody can try 2²⁵⁶ of them, and it can be
    /// opened in one way only.
    public var commitment: Digest { Digest(hashing: bytes, kind: "share") }
}

extension SeedShare: Codable {
    public init(from decoder: any Decoder) throws {
        try self.init(bytes: [UInt8](hexadecimal: decoder.singleValueContainer().decode(String.self)))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Hexadecimal.text(bytes))
    }
}
