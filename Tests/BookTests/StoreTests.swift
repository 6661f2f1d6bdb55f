import Foundation
import TestSupport
import Testing

/// What a second build runs again, and what it takes from the store.
@Suite("The store")
struct StoreTests {
    private static let chapter = """
        # Stored

        ```swift
        let one = 1
        print("one")
        ```

        ```swift
        func half(_ number: Int) -> Int {
            var copy = number
            return copy / 2
        }
        claim("half of two is two", half(2), .equals(2))
        ```

        There is `{swift} one` of it.
        """

    private static let warning = "variable 'copy' was never mutated; consider changing to 'let' constant"

    /// A toolchain that counts how often its compiler is started.
    private final class CountingToolchain {
        let folder: String
        private var log: String { folder + "/log" }

        /// - Parameter answer: what a shell does when the driver is asked how it works; `nil` for the true answer.
        init(in root: String, answer: String? = nil) throws {
            folder = root + "/toolchain/bin"
            let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? ""
            let real = try #require(
                searchPath.split(separator: ":").first {
                    FileManager.default.isExecutableFile(atPath: "\($0)/swiftc")
                })
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/swift-frontend", withDestinationPath: "\(real)/swift-frontend")
            let question = answer.map { "if [ \"$1\" = '-###' ]; then \($0); exit; fi\n" } ?? ""
            let script = "echo started >> '\(log)'\n\(question)exec '\(real)/swiftc' \"$@\"\n"
            try ProgramFile.write(script: script, to: folder + "/swiftc")
        }

        var starts: Int {
            FileManager.default.contents(atPath: log).map { $0.count { $0 == UInt8(ascii: "\n") } } ?? 0
        }
    }

    @Test func nothingChangedStartsNoCompiler() throws {
        let book = try TemporaryBook(["stored.md": Self.chapter])
        let toolchain = try CountingToolchain(in: book.root)
        let environment = ["PATH": "\(toolchain.folder):/usr/bin:/bin"]
        let first = try book.build(["--no-sandbox"], environment: environment)
        let pages = book.files(in: "Output")
        let starts = toolchain.starts
        #expect(starts > 0)
        #expect(try first.chapter("stored").cells.map(\.status) == ["ran", "failed"])

        let second = try book.build(["--no-sandbox"], environment: environment)
        #expect(toolchain.starts == starts)
        #expect(try second.chapter("stored").cells.map(\.status) == ["cached", "failed"])
        #expect(try second.chapter("stored").cells[0].reason == "nothing it depends on changed")
        #expect(try second.chapter("stored").cells.map(\.text) == first.chapter("stored").cells.map(\.text))
        #expect(second.terminal("stored") == first.terminal("stored"))
        #expect(second.process.status == 1)
        #expect(book.files(in: "Output") == pages)
    }

    /// The driver says once how it calls the compiler and the linker; from then on they are called directly.
    @Test func driverIsAskedOncePerKindOfProgram() throws {
        let book = try TemporaryBook(["stored.md": "# One\n\n```swift\n1 + 1\n```\n"])
        let toolchain = try CountingToolchain(in: book.root)
        let environment = ["PATH": "\(toolchain.folder):/usr/bin:/bin"]
        try book.build(["--no-sandbox"], environment: environment)
        #expect(toolchain.starts == 1)
        try book.write("# One\n\n```swift\n1 + 2\n```\n", to: "stored.md")
        let second = try book.build(["--no-sandbox"], environment: environment)
        #expect(toolchain.starts == 1)
        #expect(try second.chapter("stored").cells.map(\.text) == ["3"])
        try book.write("# One\n\n```swift optimize\n1 + 3\n```\n", to: "stored.md")
        let third = try book.build(["--no-sandbox"], environment: environment)
        #expect(toolchain.starts == 2)
        #expect(try third.chapter("stored").cells.map(\.text) == ["4"])
    }

    @Test(
        "a driver that does not say how it works does the work itself",
        arguments: ["exit 1", "echo /bin/true"])
    func driverWithoutAnswerIsUsed(_ answer: String) throws {
        let book = try TemporaryBook(["stored.md": "# One\n\n```swift\n1 + 1\n```\n"])
        let toolchain = try CountingToolchain(in: book.root, answer: answer)
        let environment = ["PATH": "\(toolchain.folder):/usr/bin:/bin"]
        let built = try book.build(["--no-sandbox"], environment: environment)
        #expect(try built.chapter("stored").cells.map(\.text) == ["2"])
        #expect(toolchain.starts == 2)
        try book.write("# One\n\n```swift\nlet number: Int = \"word\"\n```\n", to: "stored.md")
        let failed = try book.build(["--no-sandbox"], environment: environment)
        #expect(
            try failed.chapter("stored").diagnostics.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" }
                == ["4:19 cannot convert value of type 'String' to specified type 'Int'"])
    }

    @Test func proseAboveMovesLinesAndRunsNothing() throws {
        let book = try TemporaryBook(["stored.md": Self.chapter])
        let first = try book.build()
        #expect(
            try first.chapter("stored").diagnostics.map { "\($0.line ?? 0):\($0.column ?? 0) \($0.message)" }
                == [
                    "10:9 \(Self.warning)",
                    "13:1 the claim does not hold: half of two is two: measured 1, must be = 2",
                ])
        try book.write("Prose\non three\nlines.\n\n" + Self.chapter, to: "stored.md")
        let second = try book.build()
        #expect(try second.chapter("stored").cells.map(\.status) == ["cached", "failed"])
        #expect(try second.chapter("stored").cells.map(\.line) == [7, 12])
        #expect(
            second.terminal("stored") == [
                """
                Chapters/stored.md:14:9: warning: \(Self.warning) [swift]
                    var copy = number
                        ^~~~
                """,
                """
                Chapters/stored.md:17:1: error: the claim does not hold: half of two is two: measured 1, must be = 2 [claim]
                claim("half of two is two", half(2), .equals(2))
                ^~~~~
                help: correct what is measured, or the sentence and its bound
                """,
            ])
    }

    private static let quick = """
        # Quick

        ```swift
        //| label: quick
        //| time-limit: 30
        //| inputs: [Chapters/Data/word.txt]
        import Foundation
        let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
        try String(contentsOfFile: root + "/Chapters/Data/word.txt", encoding: .utf8)
        ```
        """

    /// Each change, whether the cell must run again, and what it shows then.
    @Test func whatItDependsOnRunsItAgain() throws {
        let book = try TemporaryBook(["quick.md": Self.quick, "Data/word.txt": "first"])
        func expect(_ status: String, _ text: String, _ arguments: [String] = [], after change: String) throws
        {
            let cell = try #require(try book.build(arguments).chapter("quick").cells.first)
            #expect(cell.status == status, "after \(change)")
            #expect(cell.text == text, "after \(change)")
        }
        try expect("ran", "first", after: "nothing")
        try book.write(Self.quick.replacing("# Quick", with: "# Other title\n\nProse."), to: "quick.md")
        try expect("cached", "first", after: "a change of prose")
        try book.write(Self.quick.replacing("```swift\n", with: "```swift folded\n"), to: "quick.md")
        try expect("cached", "first", after: "a flag of display")
        try book.write("second", to: "Data/word.txt")
        try expect("ran", "second", after: "a change of data")
        try expect("ran", "second", ["--fresh"], after: "--fresh")
        try book.write(Self.quick.replacing("time-limit: 30", with: "time-limit: 31"), to: "quick.md")
        try expect("ran", "second", after: "a change of the time limit")
        try book.write(
            Self.quick.replacing("encoding: .utf8)", with: "encoding: .utf8) + \"!\""), to: "quick.md")
        try expect("ran", "second!", after: "a change of code")
    }

    @Test("another chapter is there only for who declares it, and then its change counts")
    func otherChaptersAreDeclared() throws {
        func reader(_ option: String) -> String {
            """
            # Reader

            ```swift
            \(option)
            import Foundation
            let root = ProcessInfo.processInfo.environment["BOOK_ROOT"] ?? ""
            (try? String(contentsOfFile: root + "/Chapters/other.md", encoding: .utf8)) ?? "nothing"
            ```
            """
        }
        let book = try TemporaryBook(["reader.md": reader("// no option"), "other.md": "# One"])
        let refused = try book.build().chapter("reader")
        #expect(refused.cells.map(\.text) == ["nothing"])
        #expect(
            refused.diagnostics.map(\.message) == ["the cell uses 'Chapters/other.md' without declaring it"])
        func text() throws -> String? { try book.build().chapter("reader").cells.first?.text }
        try book.write(reader("//| inputs: [Chapters/other.md]"), to: "reader.md")
        #expect(try text() == "# One")
        try book.write("# Two", to: "other.md")
        #expect(try text() == "# Two")
    }

    @Test func environmentVariableThatACellReadsRunsItAgain() throws {
        let book = try TemporaryBook([
            "reader.md": "# Reader\n\n```swift\nenvironment(\"UNDETECTABLE_WORD\") ?? \"nothing\"\n```\n"
        ])
        func expect(_ status: String, _ text: String, _ environment: [String: String]) throws {
            let cell = try #require(try book.build(environment: environment).chapter("reader").cells.first)
            #expect(cell.status == status)
            #expect(cell.text == text)
        }
        try expect("ran", "nothing", [:])
        try expect("ran", "one", ["UNDETECTABLE_WORD": "one"])
        try expect("cached", "one", ["UNDETECTABLE_WORD": "one", "UNDETECTABLE_OTHER": "two"])
        try expect("ran", "", ["UNDETECTABLE_WORD": ""])
        try expect("cached", "nothing", [:])
    }

    /// Lets the next build ask the store about each cell, which it does not while a whole chapter is known.
    private static func forgetChapters(of book: TemporaryBook) throws {
        try FileManager.default.removeItem(atPath: book.root + "/.book/chapters")
    }

    @Test("a damaged entry is dropped", arguments: ["", "no hash\n", "{}"])
    func damagedEntryIsMadeAgain(_ content: String) throws {
        let book = try TemporaryBook(["quick.md": Self.quick, "Data/word.txt": "first"])
        try book.build()
        let entries = book.files(in: ".book/results")
        #expect(entries.count == 1)
        let path = "\(book.root)/.book/results/\(try #require(entries.keys.first))"
        try Data(content.utf8).write(to: URL(filePath: path))
        try Self.forgetChapters(of: book)
        #expect(try book.build().chapter("quick").cells.map(\.status) == ["ran"])
        #expect(book.files(in: ".book/results").count == 1)
        #expect(
            FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } != content)
    }

    @Test func flippedBitOfAnEntryIsFound() throws {
        let book = try TemporaryBook(["quick.md": Self.quick, "Data/word.txt": "first"])
        try book.build()
        let name = try #require(book.files(in: ".book/results").keys.first)
        let path = "\(book.root)/.book/results/\(name)"
        var data = try #require(FileManager.default.contents(atPath: path))
        let place = try #require(data.range(of: Data("first".utf8))).lowerBound
        data[place] ^= 1
        try data.write(to: URL(filePath: path))
        try Self.forgetChapters(of: book)
        let cell = try #require(try book.build().chapter("quick").cells.first)
        #expect(cell.status == "ran")
        #expect(cell.text == "first")
    }

    @Test func failureIsNotStored() throws {
        let book = try TemporaryBook([
            "trap.md": "# Trap\n\n```swift\nprint(\"a\")\nlet none: Int? = nil; none!\n```\n"
        ])
        #expect(try book.build().chapter("trap").cells.map(\.status) == ["failed"])
        #expect(try book.build().chapter("trap").cells.map(\.reason) != ["nothing it depends on changed"])
        #expect(book.files(in: ".book/results").isEmpty)
    }
}
