import Foundation
import TestSupport
import Testing

/// Ctrl-C and its kin in the middle of a build.
@Suite("An interrupted build")
struct InterruptionTests {
    private static let first = "# First\n\n```swift\nprint(\"first\")\n```\n"

    /// A chapter that says that it runs, then never ends.
    private static func endless(_ marker: Int) -> String {
        """
        # Endless

        ```swift
        import Foundation
        let sleeper = Process()
        sleeper.executableURL = URL(filePath: "/bin/sleep")
        sleeper.arguments = ["\(marker)"]
        try sleeper.run()
        print("ready")
        while true { sleep(1000) }
        ```
        """
    }

    @Test(
        "signal",
        arguments: [
            (SIGINT, 130, []), (SIGTERM, 143, []), (SIGINT, 130, ["--no-sandbox"]),
        ] as [(Int32, Int32, [String])])
    func leavesPagesAndNoProcess(_ signal: Int32, _ status: Int32, _ arguments: [String]) throws {
        // A number of this run alone.
        let marker = Int.random(in: 100_000_000..<999_999_999)
        let book = try TemporaryBook(["1.md": Self.first])
        try book.build()
        let pages = book.files(in: "Output")
        #expect(pages["1.html"] != nil)

        try book.write(Self.first.replacing("First", with: "Changed"), to: "1.md")
        try book.write(Self.endless(marker), to: "2.md")
        let (process, output, errors) = try BookProcess.start(["build", "--root", book.root] + arguments)
        let isReady = Self.waits { book.files(in: ".book/work").contains { $1 == Data("ready\n".utf8) } }
        #expect(isReady)
        #expect(!RunningCommands.lines(containing: "sleep \(marker)").isEmpty)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()

        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == status)
        #expect(try BookProcess.text(output).isEmpty)
        #expect(try BookProcess.text(errors).hasSuffix("\nbook: interrupted; the pages are as they were\n"))
        #expect(book.files(in: "Output") == pages)
        #expect(try FileManager.default.contentsOfDirectory(atPath: book.root + "/.book/work").isEmpty)
        #expect(Self.waits { RunningCommands.lines(containing: "sleep \(marker)").isEmpty })
        #expect(Self.waits { RunningCommands.lines(containing: book.root).isEmpty })
    }

    @Test func withChaptersInParallelLeavesNoProcess() throws {
        let markers = (0..<2).map { _ in Int.random(in: 100_000_000..<999_999_999) }
        let book = try TemporaryBook(["1.md": Self.endless(markers[0]), "2.md": Self.endless(markers[1])])
        let (process, output, errors) = try BookProcess.start(["build", "--root", book.root, "--jobs", "2"])
        let areReady = Self.waits {
            book.files(in: ".book/work").count { $0.value == Data("ready\n".utf8) } == 2
        }
        #expect(areReady)
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(try BookProcess.text(output).isEmpty)
        #expect(try BookProcess.text(errors).hasSuffix("\nbook: interrupted; the pages are as they were\n"))
        for marker in markers {
            #expect(Self.waits { RunningCommands.lines(containing: "sleep \(marker)").isEmpty })
        }
        #expect(Self.waits { RunningCommands.lines(containing: book.root).isEmpty })
        #expect(try FileManager.default.contentsOfDirectory(atPath: book.root + "/.book/work").isEmpty)
    }

    @Test func whileCompilingLeavesNoCompiler() throws {
        let lines = (0..<400).map { "let value\($0) = [\($0), 1].map { $0 * 2 + 1 }.reduce(0, +)" }
        let book = try TemporaryBook(["1.md": "# Slow\n\n```swift\n\(lines.joined(separator: "\n"))\n```\n"])
        let (process, output, errors) = try BookProcess.start(["build", "--root", book.root])
        let compiles = Self.waits { !RunningCommands.lines(containing: book.root + "/.book/work").isEmpty }
        #expect(compiles)
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(try BookProcess.text(output).isEmpty)
        #expect(try BookProcess.text(errors).hasSuffix("book: interrupted; the pages are as they were\n"))
        #expect(book.files(in: "Output").isEmpty)
        #expect(Self.waits { RunningCommands.lines(containing: book.root).isEmpty })
        #expect(try FileManager.default.contentsOfDirectory(atPath: book.root + "/.book/work").isEmpty)
    }

    /// Whether `condition` holds within 20 seconds.
    private static func waits(_ condition: () -> Bool) -> Bool {
        for _ in 0..<2000 {
            if condition() { return true }
            usleep(10_000)
        }
        return condition()
    }
}
