/// Where a link of the prose leads that stays not within the book.
enum LinkAddress {
    static func hasScheme(_ destination: String) -> Bool { scheme(of: destination) != nil }

    /// Whether a page may link there; `false` for what could run something, such as `javascript:`.
    static func mayLeadOut(_ destination: String) -> Bool {
        if let scheme = scheme(of: destination) { return ["http", "https", "mailto"].contains(scheme) }
        // Browsers drop control characters within a scheme.
        return destination.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    private static func scheme(of destination: String) -> String? {
        destination.prefixMatch(of: /([A-Za-z][A-Za-z0-9+.\-]*):/).map { $0.output.1.lowercased() }
    }
}
