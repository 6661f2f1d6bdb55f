/// Whole numbers as wires, the bit of value 2^i at place i.
extension CircuitBuilder {
    /// The low `bitCount` bits of a number.
    public static func constant(_ value: UInt64, bitCount: Int) -> [Wire] {
        (0..<bitCount).map { Wire($0 < 64 && value >> UInt64($0) & 1 == 1) }
    }

    /// a + b + carry modulo 2^n for numbers of n bits, and what is carried out.
    ///
    /// Bit by bit: the sum is the parity of three bits and the carry their majority.
    public mutating func addWithCarry(
        _ a: [Wire], _ b: [Wire], carry: Wire = .zero, file: StaticString = #file, line: UInt = #line
    ) -> (sum: [Wire], carry: Wire) {
        requirePairs(a, b, file, line)
        var carry = carry
        let sum = zip(a, b).map { a, b in
            let bit = xor(a, b, carry)
            carry = majority(a, b, carry)
            return bit
        }
        return (sum, carry)
    }

    /// a + b modulo 2^n for numbers of n bits.
    public mutating func add(
        _ a: [Wire], _ b: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> [Wire] {
        addWithCarry(a, b, file: file, line: line).sum
    }

    /// Whether a < b, for numbers of the same length without sign: a − b borrows.
    public mutating func less(
        _ a: [Wire], _ b: [Wire], file: StaticString = #file, line: UInt = #line
    ) -> Wire {
        requirePairs(a, b, file, line)
        var carry = Wire.one
        for (a, b) in zip(a, b) { carry = majority(a, !b, carry) }
        return !carry
    }
}
