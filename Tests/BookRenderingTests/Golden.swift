import Foundation
import Testing

/// Expectations in files: a missing one is written and fails, `RECORD=1` writes them all.
enum Golden {
    static func expect(_ text: String, _ name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
            .appending(path: name)
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
        let expected = try? String(contentsOf: file, encoding: .utf8)
        if isRecording || expected == nil { try text.write(to: file, atomically: true, encoding: .utf8) }
        guard let expected else {
            Issue.record("\(name) was missing and is now recorded")
            return
        }
        if isRecording { return }
        let lines = zip(text.split(separator: "\n"), expected.split(separator: "\n"))
        let first = lines.first { $0 != $1 }.map { "\nis:       \($0)\nexpected: \($1)" } ?? ""
        #expect(text == expected, "\(name) differs\(first)")
    }
}
