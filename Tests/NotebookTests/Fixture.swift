import Foundation
import Testing

/// An expected text in the folder Fixtures. `RECORD=1` writes it; a missing one is written and fails.
func expectFixture(_ name: String, _ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    let text = actual + "\n"
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if expected == nil || ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    if let expected {
        #expect(text == expected, "Fixtures/\(name) differs", sourceLocation: sourceLocation)
    } else {
        Issue.record("Fixtures/\(name) was missing and is now written", sourceLocation: sourceLocation)
    }
}
