import BookExecution
import BookModel
import Foundation
import Testing

/// `expect-file`: what a cell must show, in a file beside the chapters.
@Suite("The option expect-file")
final class ExpectedFileTests {
    private let root =
        FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
        + "/expected-file-\(UUID().uuidString)"
    private var folder: String { root + "/Chapters/a.expected" }

    init() throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    private func write(_ bytes: [UInt8]) throws {
        try Data(bytes).write(to: URL(filePath: folder + "/x.txt"))
    }

    private static let text = "# A\n\n```swift\n//| expect-file: a.expected/x.txt\n1 + 1\n```\n"

    private func fault(showing text: String) throws -> Diagnostic? {
        let chapter = Chapter.parsed(Self.text)
        return ExpectationCheck(chapter: chapter, root: root)
            .fault(of: try #require(chapter.cells.first), showing: [text])
    }

    @Test("content", arguments: ["2", "2\n", "2  \r\n\r\n"])
    func agreesWithTheOutput(_ text: String) throws {
        try write(Array(text.utf8))
        #expect(try fault(showing: "2") == nil)
    }

    @Test func differenceNamesTheFile() throws {
        try write(Array("3\n".utf8))
        #expect(
            try fault(showing: "2")?.text(quoting: Chapter.parsed(Self.text).source) == """
                Chapters/test.md:4:5: error: the cell does not show what it is expected to: 1 line differs [expectation]
                //| expect-file: a.expected/x.txt
                    ^~~~~~~~~~~
                note: '-' is expected by Chapters/a.expected/x.txt, '+' is what the cell shows
                - 3
                + 2
                  ^
                help: correct the cell, or take what it shows as expected: `book accept test`
                """)
    }

    @Test func missingFileIsAnErrorThatAcceptRepairs() throws {
        let fault = try fault(showing: "2")
        #expect(fault?.identifier == "missing-expectation")
        #expect(
            fault?.message == "Chapters/a.expected/x.txt does not exist, so the cell is compared with nothing"
        )
        #expect(fault?.repairs == ["write it with what the cell shows now: `book accept test`"])
        #expect(fault?.difference?.text == "+ 2")
    }

    @Test func folderAndWhatIsNotTextAreErrors() throws {
        try write([0x61, 0xFF])
        #expect(try fault(showing: "2")?.message == "Chapters/a.expected/x.txt is not UTF-8 text")
        try FileManager.default.removeItem(atPath: folder + "/x.txt")
        try FileManager.default.createDirectory(atPath: folder + "/x.txt", withIntermediateDirectories: false)
        #expect(try fault(showing: "2")?.message == "Chapters/a.expected/x.txt is a folder")
    }

    @Test("a link that leads out of the folder", arguments: ["/etc/hostname", "/nowhere/else", "../../../x"])
    func isRefused(_ target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: folder + "/x.txt", withDestinationPath: target)
        #expect(
            try fault(showing: "2")?.message
                == "Chapters/a.expected/x.txt is a link that leads out of the folder of the chapters")
    }

    /// The file judges the cell, which does not depend on it.
    @Test func fileIsNoPartOfTheKey() async throws {
        let text = """
            # A

            ```swift
            //| expect-file: a.expected/x.txt
            1 > 2
            ```
            """
        var statuses: [CellResult.Status?] = []
        var identifiers: [[String]] = []
        for content in ["false\n", "true\n", "false"] {
            try write(Array(content.utf8))
            let results = try await Execution.results(of: text, root: root)
            statuses.append(results.cells.first?.status)
            identifiers.append(results.diagnostics.map(\.identifier))
        }
        #expect(statuses == [.ran, .failed, .cached])
        #expect(identifiers == [[], ["expectation"], []])
    }

    @Test func fileIsNotSeenByTheCell() async throws {
        try write(Array("false".utf8))
        let results = try await Execution.results(
            of: """
                # A

                ```swift
                //| expect-file: a.expected/x.txt
                import Foundation
                let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
                FileManager.default.fileExists(atPath: root + "/Chapters/a.expected/x.txt")
                ```
                """, root: root)
        #expect(results.diagnostics.map(\.identifier) == ["undeclared-input"])
        #expect(results.texts == ["false"])
    }
}
