internal import CSodium

/// The sizes of Ed25519, and libsodium's state.
enum Ed25519 {
    static let keyByteCount = 32
    static let seedByteCount = 32
    static let signatureByteCount = 64
    /// The first byte of S in a signature R ‖ S.
    static let scalarStart = 32

    /// Lets libsodium choose the fastest implementation for this processor.
    static let isReady: Bool = sodium_init() >= 0

    /// L = 2²⁵² + 27742317777372353535851937790883648493, the order of the group, from the lowest byte on.
    ///
    /// Source: RFC 8032, Section 5.1.
    static let order: [UInt8] =
        [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
        ] + [UInt8](repeating: 0, count: 15) + [0x10]

    /// a + b of two numbers of 32 bytes, from the lowest byte on; `nil` where the sum does not fit.
    static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8]? {
        var carry = 0
        let bytes = zip(a, b).map { left, right in
            let sum = Int(left) + Int(right) + carry
            carry = sum >> 8
            return UInt8(truncatingIfNeeded: sum)
        }
        return carry == 0 ? bytes : nil
    }
}
