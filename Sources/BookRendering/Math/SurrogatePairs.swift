/// Text as Duktape holds it: UTF-8 in which a character beyond the basic plane is two surrogates of three
/// bytes each.
///
/// JavaScript sees such a character as two units. Handing over UTF-8 as it is would give it one unit of more
/// than 16 bits, which KaTeX does not know, and reading the result as UTF-8 would lose it.
enum SurrogatePairs {
    static func encoded(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 >= 0xF0 }) else { return Array(text.utf8) }
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value > 0xFFFF {
                for unit in UTF16.encode(scalar) ?? .init() { bytes += threeBytes(unit) }
            } else {
                bytes += Array(String(scalar).utf8)
            }
        }
        return bytes
    }

    static func decoded(_ bytes: some Collection<UInt8>) -> String {
        let bytes = Array(bytes)
        guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if let high = surrogate(in: bytes, at: index, 0xA0...0xAF),
                let low = surrogate(in: bytes, at: index + 3, 0xB0...0xBF)
            {
                result += Array(String(decoding: [high, low], as: UTF16.self).utf8)
                index += 6
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func threeBytes(_ unit: UInt16) -> [UInt8] {
        [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 0x3F), 0x80 | UInt8(unit & 0x3F)]
    }

    private static func surrogate(in bytes: [UInt8], at index: Int, _ second: ClosedRange<UInt8>) -> UInt16? {
        guard index + 2 < bytes.count, bytes[index] == 0xED, second.contains(bytes[index + 1]) else {
            return nil
        }
        return 0xD000 | UInt16(bytes[index + 1] & 0x3F) << 6 | UInt16(bytes[index + 2] & 0x3F)
    }
}
