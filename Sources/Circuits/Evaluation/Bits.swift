/// Bytes as bits, each byte's highest first.
public enum Bits {
    public static func of(_ bytes: [UInt8]) -> [Bool] {
        bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 == 1 } }
    }

    /// The bytes that hold these bits; the last is filled with 0.
    public static func bytes(_ bits: [Bool]) -> [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            (0..<8).reduce(0) { byte, bit in
                start + bit < bits.count && bits[start + bit] ? byte | 0x80 >> UInt8(bit) : byte
            }
        }
    }

    /// The low `count` bits of a number, the highest first.
    static func of(_ number: Int, count: Int) -> [Bool] {
        (0..<count).map { number >> (count - 1 - $0) & 1 == 1 }
    }

    /// The number whose bits these are, the highest first.
    static func number(_ bits: ArraySlice<Bool>) -> Int {
        bits.reduce(0) { 2 * $0 + ($1 ? 1 : 0) }
    }
}
