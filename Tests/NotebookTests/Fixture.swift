import Foundation
import Testing

/// Compares with an expected text in the folder Fixtures. `RECORD=1` writes it; a missing one is written and fails.
func expectFixture(_ name: String, _ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    let text = actual + "\n"
    let expected = try? String(contentsOf: file, encoding: .utf8)
    if expected == nil || ProcessInfo.processInfo.environment["RECORD"] == "1" {
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    guard let expected else {
        Issue.record("Fixtures/\(name) was missing and is now written", sourceLocation: sourceLocation)
        return
    }
    if text != expected {
        let difference = firstDifference(expected, text)
        Issue.record("Fixtures/\(name) differs\n\(difference)", sourceLocation: sourceLocation)
    }
}

/// Both texts around the first place where they are not the same: specifications are one long line.
private func firstDifference(_ expected: String, _ actual: String) -> String {
    let same = zip(expected, actual).prefix { $0 == $1 }.count
    func excerpt(_ text: String) -> String { String(text.dropFirst(max(0, same - 60)).prefix(160)) }
    return "expected …\(excerpt(expected))…\nactual   …\(excerpt(actual))…"
}
