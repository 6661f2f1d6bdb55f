import BookModel
import BookParsing
import Foundation
import Testing

/// Chapters in `Fixtures/<feature>/chapter.md` and what the parser makes of them, in `expected.txt`.
///
/// A missing expectation is written and fails; `RECORD=1` rewrites all of them.
struct DumpTests {
    static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

    static var features: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: fixtures.path)
        return (names ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test("Chapter.dump", arguments: features)
    func dumpIsAsExpected(feature: String) throws {
        let folder = Self.fixtures.appending(path: feature)
        let bytes = try Data(contentsOf: folder.appending(path: "chapter.md"))
        let parsed = ChapterParser.parse(Array(bytes), path: "Chapters/\(feature).md")
        let words = parsed.diagnostics.map { $0.text(quoting: parsed.chapter.source) + "\n" }
        let dump = ([parsed.chapter.dump] + words).joined(separator: "\n")
        let expectation = folder.appending(path: "expected.txt")
        let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
        guard !isRecording, let expected = try? String(contentsOf: expectation, encoding: .utf8) else {
            try dump.write(to: expectation, atomically: true, encoding: .utf8)
            if !isRecording { Issue.record("\(expectation.path) was missing and is written now: read it") }
            return
        }
        #expect(dump == expected)
    }
}
