/// Where a link of the prose leads that stays not within the book.
enum LinkAddress {
    static func hasScheme(_ destination: String) -> Bool { scheme(of: destination) != nil }

    /// Whether a page may link there; `false` for what could run something, such as `javascript:`.
    static func mayLeadOut(_ destination: String) -> Bool {
        if let scheme = scheme(of: destination) { return ["http", "https", "mailto"].contains(scheme) }
        // Browsers drop control characters within a scheme.
        return destination.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// The address as libcmark writes it: what an address cannot hold is written in percent signs.
    static func escaped(_ destination: String) -> String {
        let safe = "-_.+!*(),%#@?=;:/&$~'"
        guard destination.utf8.contains(where: { !isPlain($0, safe) }) else { return destination }
        return destination.utf8.map { byte in
            isPlain(byte, safe)
                ? String(UnicodeScalar(byte))
                : "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static func isPlain(_ byte: UInt8, _ safe: String) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: safe.utf8.contains(byte)
        }
    }

    private static func scheme(of destination: String) -> String? {
        destination.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/).map { $0.output.1.lowercased() }
    }
}
