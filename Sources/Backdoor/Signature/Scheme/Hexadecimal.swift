/// Bytes as text, two digits each.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// - Throws: `SignatureError.notHexadecimal` for other characters and for an odd number of digits.
    static func bytes(_ text: String) throws(SignatureError) -> [UInt8] {
        let digits = text.map(\.hexDigitValue)
        guard digits.count.isMultiple(of: 2) else {
            throw .notHexadecimal("\(digits.count) digits, expected an even number")
        }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else {
                // A secret may stand in the text: only the place is shown.
                throw .notHexadecimal("something else than a digit 0-9 or a-f in byte \(index / 2)")
            }
            bytes.append(UInt8(16 * high + low))
        }
        return bytes
    }
}
