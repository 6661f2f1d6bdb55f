import Foundation

/// The report of a build, as text to compare.
enum ReportText {
    /// The report without times, bytes and reasons; a stored result counts as one that ran.
    static func text(of data: Data) -> String {
        guard let value = try? JSONSerialization.jsonObject(with: data),
            let sorted = try? JSONSerialization.data(
                withJSONObject: stripped(value), options: [.sortedKeys, .prettyPrinted])
        else { return "not JSON: " + String(decoding: data, as: UTF8.self) }
        return String(decoding: sorted, as: UTF8.self)
    }

    private static let left: Set = ["seconds", "renderSeconds", "peakBytes", "reason"]

    private static func stripped(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(stripped) }
        guard let entries = value as? [String: Any] else { return value }
        var kept: [String: Any] = [:]
        for (key, entry) in entries where !left.contains(key) {
            let isStored = key == "status" && (entry as? String == "cached" || entry as? String == "ran")
            kept[key] = isStored ? "done" : stripped(entry)
        }
        return kept
    }

    /// The cells of each chapter, by its file.
    static func cells(in data: Data) -> [String: [BuildOutcome.Cell]] {
        struct Chapter: Decodable {
            let file: String
            let cells: [BuildOutcome.Cell]
        }
        struct Report: Decodable { let chapters: [Chapter] }
        guard let report = try? JSONDecoder().decode(Report.self, from: data) else { return [:] }
        return Dictionary(
            report.chapters.map { ($0.file, $0.cells) }, uniquingKeysWith: { first, _ in first })
    }
}
