/// Small pieces of English.
enum Words {
    /// `1 line`, `2 lines`.
    static func count(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
