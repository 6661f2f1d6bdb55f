/// Small pieces of English.
enum Words {
    /// `1 line`, `2 lines`, `12,000 lines`.
    static func count(_ count: Int, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// `12 kB`, `3.4 MB`.
    static func bytes(_ count: Int) -> String {
        if count < 1_000_000 { return "\(max(1, count / 1000)) kB" }
        let tenths = count / 100_000
        return "\(tenths / 10).\(tenths % 10) MB"
    }

    private static func grouped(_ count: Int) -> String {
        let digits = String(count)
        guard digits.count > 4 else { return digits }
        let first = (digits.count - 1) % 3 + 1
        var groups = [String(digits.prefix(first))]
        var rest = digits.dropFirst(first)
        while !rest.isEmpty {
            groups.append(String(rest.prefix(3)))
            rest = rest.dropFirst(3)
        }
        return groups.joined(separator: ",")
    }
}
