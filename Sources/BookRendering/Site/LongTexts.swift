/// Texts that are too long for a page, as files beside it.
final class LongTexts {
    /// The most bytes of one text that a page holds.
    static let mostBytes = 120_000

    private(set) var files: [String: [UInt8]] = [:]

    /// Writes a text down.
    /// - Returns: its address from the page.
    func add(_ text: String, of cell: String, in entry: BookIndex.Entry) -> String {
        let folder = "assets/outputs/\(entry.stem)"
        let count = files.keys.count { $0.hasPrefix("\(folder)/\(cell)-") } + 1
        let name = "\(cell)-\(count).txt"
        files["\(folder)/\(name)"] = Array((text + "\n").utf8)
        return "assets/outputs/\(entry.address.dropLast(".html".count))/\(name)"
    }
}
