import Foundation
import Testing

/// `book build`: which chapters run, what is written, and that it is the same every time.
@Suite("book build")
struct BuildTests {
    private static let chapters = [
        "01-first.md": """
        # First {#sec-first}

        ```swift
        //| label: table
        //| caption: A table
        import Backdoor
        import Learning
        import LinearAlgebra
        import Probability

        let matrix = Matrix<Double>.identity(2)
        matrix
        ```

        ```swift
        let counts = ["b": 2, "a": 1, "c": 3]
        display(counts)
        Set(counts.keys)
        ```
        """,
        "02-second.md": """
        # Second

        ```swift
        func pick(_ index: Int) -> Int { [1, 2][index] }
        print("before")
        ```

        ```swift
        pick(2)
        ```
        """,
        "08-clwe.md": """
        # Third

        ```swift
        let number = 3
        claim("three is more than two", number, .above(2))
        ```

        See [](#sec-first) and $x^2$. There are `{swift} number` of them.
        """,
        "B-extra.md": "# Appendix\n\nProse.\n",
    ]

    @Test func isTheSameEveryTimeWhateverRunsAtOnce() throws {
        let book = try TemporaryBook(Self.chapters)
        let one = try book.build(["--fresh", "--jobs", "1", "--output", book.root + "/One"])
        let four = try book.build(["--fresh", "--jobs", "4", "--output", book.root + "/Four"])
        let first = book.files(in: "One")
        let second = book.files(in: "Four")
        #expect(first.keys.sorted() == second.keys.sorted())
        for name in first.keys.sorted() { #expect(first[name] == second[name], "\(name)") }
        #expect(first["index.html"] != nil && first["01-first.html"] != nil)
        #expect(
            one.report.chapters.flatMap(\.cells).map(\.text)
                == four.report.chapters.flatMap(\.cells).map(\.text))
        #expect(one.process.status == 1)
        #expect(one.report.diagnostics.map(\.identifier) == ["trap"])
    }

    @Test func reportIsAsItsPageSays() throws {
        let book = try TemporaryBook([
            "08-clwe.md": try #require(Self.chapters["08-clwe.md"])
                .replacing("[](#sec-first)", with: "this")
        ])
        let built = try book.build()
        let data = try #require(FileManager.default.contents(atPath: book.root + "/report.json"))
        #expect(data.last == UInt8(ascii: "\n"))
        #expect(built.process.status == 0)
        #expect(built.report.version == 1)
        #expect(built.report.seconds > 0 && built.report.seconds < 60)
        #expect(built.report.diagnostics.isEmpty)
        let chapter = try #require(built.report.chapters.first)
        #expect(chapter.file == "Chapters/08-clwe.md")
        #expect(chapter.title == "Third")
        #expect(chapter.page == "08-clwe.html")
        let cell = try #require(chapter.cells.first)
        #expect(cell.id == "cell-1")
        #expect(cell.line == 3)
        #expect(cell.status == "ran")
        #expect(cell.reason == "it has not run before")
        #expect(cell.seconds >= 0 && cell.seconds < 10)
        #expect(cell.peakBytes > 1_000_000 && cell.peakBytes < 1_000_000_000)
        #expect(cell.text == "✓ three is more than two: 3, > 2")
        let claim = try #require(chapter.claims.first)
        #expect(claim.sentence == "three is more than two")
        #expect(claim.measured == "3")
        #expect(claim.bound == "> 2")
        #expect(claim.holds)
        #expect(try #require(book.page("08-clwe.html")).contains("There are <"))
    }

    @Test func runsOnlyTheChaptersThatAreNamed() throws {
        let book = try TemporaryBook(Self.chapters)
        let third = try book.build(["8"])
        #expect(third.process.status == 0, "\(third.process.errors)")
        #expect(try third.chapter("08-clwe").cells.map(\.status) == ["ran"])
        #expect(try third.chapter("02-second").cells.map(\.status) == ["skipped", "skipped"])
        #expect(try third.chapter("02-second").cells[0].reason == "this build was asked for other chapters")
        // All pages are there; a second selection keeps what the first one gave.
        #expect(book.page("02-second.html") != nil && book.page("index.html") != nil)
        let second = try book.build(["second"])
        #expect(second.process.status == 1)
        #expect(try second.chapter("08-clwe").cells.map(\.status) == ["cached"])
        #expect(try second.chapter("02-second").cells.map(\.status) == ["ran", "failed"])
    }

    @Test("a chapter", arguments: ["8", "08", "clwe", "08-clwe", "08-clwe.md", "Chapters/08-clwe.md"])
    func isFoundByItsNumberNameOrFile(_ word: String) throws {
        let book = try TemporaryBook([
            "08-clwe.md": "# Clwe\n", "18-other.md": "# Other\n", "B-more.md": "# B\n",
        ])
        let process = try BookProcess.run(["check", "--root", book.root, word])
        #expect(process.status == 0)
        #expect(process.output == "1 chapter checked, no errors\n")
        #expect(process.errors.contains("book: checking Chapters/08-clwe.md\n"))
    }

    @Test(
        "an unknown chapter",
        arguments: [
            ("clwee", "there is no chapter 'clwee'\nhelp: did you mean 'clwe'?"),
            ("08-clve.md", "there is no chapter '08-clve.md'\nhelp: did you mean '08-clwe'?"),
            ("9", "there is no chapter '9'\nhelp: chapters: 08-clwe, 18-other"),
        ])
    func isWrongUseWithTheNearestName(_ word: String, _ message: String) throws {
        let book = try TemporaryBook(["08-clwe.md": "# Clwe\n", "18-other.md": "# Other\n"])
        for command in ["build", "check", "run"] {
            let process = try BookProcess.run([command, "--root", book.root, word])
            #expect(process.status == 2)
            #expect(process.output.isEmpty)
            #expect(process.errors.hasSuffix("\nbook: \(message)\n"), "\(process.errors)")
        }
        #expect(book.page("index.html") == nil)
    }

    @Test func strictCountsWarningsAsErrors() throws {
        let book = try TemporaryBook([
            "w.md": "# W\n\n```swift\nfunc f() -> Int { var x = 1; return x }\n```\n"
        ])
        let lenient = try book.build()
        #expect(lenient.process.status == 0)
        #expect(lenient.process.errors.hasSuffix("\n\n1 warning\n"))
        let strict = try book.build(["--strict"])
        #expect(strict.process.status == 1)
        #expect(strict.process.errors.hasSuffix("\n\n1 warning; --strict counts warnings as errors\n"))
        #expect(strict.terminal("w") == lenient.terminal("w"))
    }

    @Test func pagesOfChaptersThatAreGoneAreRemovedAndOtherFilesStay() throws {
        let book = try TemporaryBook(["1.md": "# One\n", "2.md": "# Two\n"])
        try book.build()
        try Data("mine".utf8).write(to: URL(filePath: book.root + "/Output/mine.html"))
        try FileManager.default.removeItem(atPath: book.root + "/Chapters/2.md")
        try book.build()
        #expect(book.page("1.html") != nil)
        #expect(book.page("2.html") == nil)
        #expect(book.page("mine.html") == "mine")
    }

    @Test func firstWordsComeAtOnce() throws {
        let book = try TemporaryBook(["1.md": "# One\n\n```swift\nprint(1)\n```\n"])
        let start = ContinuousClock.now
        let (process, output, errors) = try BookProcess.start(["build", "--root", book.root])
        while try Data(contentsOf: errors).isEmpty, process.isRunning { usleep(1000) }
        let time = ContinuousClock.now - start
        process.waitUntilExit()
        #expect(try BookProcess.text(errors).hasPrefix("book: building the book in \(book.root)\n"))
        #expect(try BookProcess.text(output) == "\(book.root)/Output/index.html\n")
        // 100 ms on a machine that does nothing else; the tests run beside each other.
        #expect(time < .seconds(2))
    }
}
