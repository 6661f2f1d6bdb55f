import Foundation
import Testing

/// Compares with a file that tests keep; a file that is missing is written, and with `RECORD=1` every file is.
func expectGolden(_ text: String, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    guard !isRecording, let expected = try? String(contentsOf: file, encoding: .utf8) else {
        try Data(text.utf8).write(to: file)
        if !isRecording {
            Issue.record(
                "\(file.lastPathComponent) was missing and is written now", sourceLocation: sourceLocation)
        }
        return
    }
    #expect(text == expected, "\(file.path) differs", sourceLocation: sourceLocation)
}
