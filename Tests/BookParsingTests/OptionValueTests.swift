import BookModel
import BookParsing
import Testing

/// How the values of options are read.
@Suite struct OptionValueTests {
    private static func options(_ line: String, flags: String = "") -> CellOptions? {
        let text = "```swift \(flags)\n//| \(line)\n//| expect: x\nlet x = 1\n```\n"
        let parsed = ChapterParser.parse(Array(text.utf8), path: "a.md")
        return parsed.diagnostics.isEmpty ? parsed.chapter.cells.first?.options : nil
    }

    @Test(
        "time-limit",
        arguments: [
            "30": 30, "0.5": 0.5, "500ms": 0.5, "30s": 30, "2min": 120, "1h": 3600, "2 min": 120, "1e2": 100,
        ])
    func timeIsInSeconds(text: String, seconds: Double) {
        #expect(Self.options("time-limit: \(text)")?.timeLimit == seconds)
    }

    @Test(
        "time-limit",
        arguments: ["-3", "0", "abc", "inf", "nan", "5 apples", "min", "1e999", "[1]", "0x10", "\"\""])
    func otherTimesAreRefused(text: String) {
        #expect(Self.options("time-limit: \(text)") == nil)
    }

    @Test(
        "memory-limit",
        arguments: [
            "1048576": 1_048_576, "512MB": 512_000_000, "2GB": 2_000_000_000, "1GiB": 1_073_741_824,
            "1.5MiB": 1_572_864,
            "64kB": 64000, "10 B": 10,
        ])
    func memoryIsInBytes(text: String, bytes: Int) {
        #expect(Self.options("memory-limit: \(text)")?.memoryLimit == bytes)
    }

    @Test("memory-limit", arguments: ["-1MB", "0", "0.1B", "1e30GB", "MB", "2 GBs"])
    func otherAmountsOfMemoryAreRefused(text: String) {
        #expect(Self.options("memory-limit: \(text)") == nil)
    }

    @Test("fold")
    func longOutputIsFoldedUnlessItMustNotBe() {
        #expect(Self.options("fold: no")?.isFolded == false)
        #expect(Self.options("label: a")?.isFolded == true)
    }

    @Test("fold", arguments: ["yes", "false", "0", "[no]", "\"\""])
    func otherWordsOfFoldingAreRefused(text: String) {
        #expect(Self.options("fold: \(text)") == nil)
    }

    @Test(
        "tolerance",
        arguments: [
            "1e-6": Tolerance(.init(absolute: 1e-6)), "0": Tolerance(),
            "5%": Tolerance(.init(relative: 0.05)),
            "{absolute: 0.5, relative: 1%}": Tolerance(.init(absolute: 0.5, relative: 0.01)),
            "{relative: 0.25}": Tolerance(.init(relative: 0.25)),
            "{advantage: 0.02, seconds: 50%}": Tolerance(
                columns: ["advantage": .init(absolute: 0.02), "seconds": .init(relative: 0.5)]),
            "{absolute: 1, \"per cent\": {absolute: 2, relative: 3%}}": Tolerance(
                .init(absolute: 1), columns: ["per cent": .init(absolute: 2, relative: 0.03)]),
        ])
    func toleranceIsForAllNumbersOrForThoseOfAColumn(text: String, tolerance: Tolerance) {
        #expect(Self.options("tolerance: \(text)")?.tolerance == tolerance)
    }

    @Test(
        "tolerance",
        arguments: [
            "-1", "much", "{absolute: 5%}", "[1]", "%", ".nan", "nan", ".inf", "inf", "-5%", "1e999",
            "{a: -1}",
            "{a: [1]}", "{a: {absolute: -1}}", "{a: {b: 1}}", "\"\"", "",
        ])
    func otherTolerancesAreRefused(text: String) {
        #expect(Self.options("tolerance: \(text)") == nil)
    }

    @Test("expect", arguments: [("\"\"", ""), ("\" 3\"", " 3"), ("|2\n//|     3\n//|   4", "  3\n4")])
    func expectationMayBeEmptyAndStartWithBlanks(text: String, expected: String) {
        let chapter = ChapterParser.parse(
            Array("```swift\n//| expect: \(text)\nlet x = 1\n```\n".utf8), path: "a.md")
        #expect(chapter.diagnostics.isEmpty)
        #expect(chapter.chapter.cells.first?.options.expect == expected)
    }

    @Test("inputs", arguments: ["a.csv": ["a.csv"], "[a.csv, b.csv]": ["a.csv", "b.csv"]])
    func inputsAreOneOrMany(text: String, inputs: [String]) {
        #expect(Self.options("inputs: \(text)")?.inputs == inputs)
    }

    @Test func codeAndItsLinesAreKept() throws {
        let text =
            "# A\n\n```swift\n//| label: fig-a\n//| caption: |\n//|   One *two*\n//|   `{swift} x`\n\nlet x = 1\n\n```\n"
        let parsed = ChapterParser.parse(Array(text.utf8), path: "a.md")
        let cell = try #require(parsed.chapter.cells.first)
        #expect(cell.id == "fig-a")
        #expect(cell.codeLine == 4)
        #expect(cell.optionLineCount == 4)
        #expect(cell.shownCode == "\nlet x = 1\n")
        #expect(parsed.chapter.values.map(\.range.start) == [SourcePosition(line: 7, column: 16)])
        #expect(parsed.chapter.values.map(\.cellsBefore) == [1])
    }

    @Test func cellsWithoutALabelAreNumberedAmongAllCells() {
        let text = "```swift\n1\n```\n\n```swift\n//| label: fig-b\n2\n```\n\n```swift\n3\n```\n"
        let parsed = ChapterParser.parse(Array(text.utf8), path: "a.md")
        #expect(parsed.chapter.cells.map(\.id) == ["cell-1", "fig-b", "cell-3"])
    }
}
