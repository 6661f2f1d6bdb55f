import BookExecution
import BookModel
import Foundation
import Testing

/// `expect` and what goes with it: what a cell shows beside what it must show.
@Suite("ExpectationCheck")
struct ExpectationTests {
    /// A cell with options, beside what it showed.
    struct Row: Sendable, CustomTestStringConvertible {
        let options: String
        let shown: String
        /// The difference that is found; `nil` for none.
        let difference: String?

        init(_ options: String, _ shown: String, _ difference: String? = nil) {
            self.options = options
            self.shown = shown
            self.difference = difference
        }

        var testDescription: String { "\(options) beside \(shown.prefix(40))" }
    }

    static func fault(_ options: String, showing pieces: [String]) throws -> Diagnostic? {
        let lines = options.split(separator: "\n", omittingEmptySubsequences: false).map { "//| \($0)" }
        let chapter = Chapter.parsed("# A\n\n```swift\n\(lines.joined(separator: "\n"))\nlet x = 1\n```\n")
        let cell = try #require(chapter.cells.first)
        try #require(cell.options.hasExpectation, "\(options)")
        return ExpectationCheck(chapter: chapter, root: "/nowhere").fault(of: cell, showing: pieces)
    }

    private static func expect(_ row: Row) throws {
        let fault = try fault(row.options, showing: row.shown.isEmpty ? [] : [row.shown])
        #expect(fault?.difference?.text == row.difference)
        if row.difference != nil { #expect(fault?.identifier == "expectation") }
    }

    @Test(
        "text",
        arguments: [
            Row("expect: \"3\"", "3"),
            Row("expect: \"3\"", "4", "- 3\n+ 4\n  ^"),
            Row("expect: a", "a  \n\n"),
            Row("expect: \"a\\nb\"", "a\r\nb\r\n"),
            Row("expect: a", "a\nb", "  a\n+ b"),
            Row("expect: \"a\\nb\"", "a", "  a\n- b"),
            Row("expect: \"\"", ""),
            Row("expect: \"\"", "a", "+ a"),
            Row("expect: \"a\\nb\"", "", "- a\n- b"),
            Row("expect: \"1 2\"", "1  2", "- 1 2\n+ 1  2\n   ^~"),
            Row("expect: \" a\"", "a", "-  a\n+ a\n  ^"),
            Row("expect: the cat sat", "the cap sat", "- the cat sat\n+ the cap sat\n      ^~~"),
            Row("expect: ab", "xy", "- ab\n+ xy\n  ^~"),
            Row("expect: \"(ab) c\"", "(ab c", "- (ab) c\n+ (ab c\n     ^"),
            Row("expect: \"1.0\"", "1.00", "- 1.0\n+ 1.00\n  ^~~~"),
        ])
    func everyCharacterCountsButBlanksAtTheEnd(_ row: Row) throws { try Self.expect(row) }

    @Test(
        "Unicode",
        arguments: [
            // Composed and decomposed letters look the same and are the same.
            Row("expect: \"caf\\u00E9\"", "cafe\u{301}"),
            Row("expect: 中文 𝟛 👩‍👩‍👧", "中文 𝟛 👩‍👩‍👧"),
            Row("expect: 中文 1 b", "中文 2 b", "- 中文 1 b\n+ 中文 2 b\n       ^"),
            Row("expect: 5 %", "5\u{A0}%", "- 5 %\n+ 5\\u{A0}%\n   ^~~~~~"),
            Row("expect: ab", "a\u{200B}b", "- ab\n+ a\\u{200B}b\n   ^~~~~~~~"),
            Row("expect: ab", "a\u{1B}[1mb\u{7}", "- ab\n+ a␛[1mb␇\n   ^~~~~~"),
        ])
    func whatOneDoesNotSeeIsShown(_ row: Row) throws { try Self.expect(row) }

    @Test(
        "tolerance",
        arguments: [
            Row("expect: x = 1.0, y = 2\ntolerance: 1e-3", "x = 1.0004, y = 2"),
            Row(
                "expect: x = 1.0, y = 2\ntolerance: 1e-3", "x = 1.002, y = 2",
                "- x = 1.0, y = 2\n+ x = 1.002, y = 2\n      ^~~~~ 1.002, expected 1.0 ± 0.001"),
            Row(
                "expect: x = 1.0, y = 2\ntolerance: 1e-3", "x = 1.0, z = 2",
                "- x = 1.0, y = 2\n+ x = 1.0, z = 2\n           ^"),
            Row("expect: \"1000\"\ntolerance: 5%", "1050"),
            Row("expect: \"1000\"\ntolerance: 5%", "1051", "- 1000\n+ 1051\n  ^~~~ 1051, expected 1000 ± 5%"),
            Row("expect: \"-1000\"\ntolerance: 5%", "-950"),
            Row("expect: \"0\"\ntolerance: 5%", "1e-9", "- 0\n+ 1e-9\n  ^~~~ 1e-9, expected 0 ± 5%"),
            // Their doubles are a little further apart than 0.1.
            Row("expect: \"1\"\ntolerance: 0.1", "1.1"),
            Row(
                "expect: \"1\"\ntolerance: 0.1", "1.1000001",
                "- 1\n+ 1.1000001\n  ^~~~~~~~~ 1.1000001, expected 1 ± 0.1"),
            Row("expect: \"1 100\"\ntolerance: {absolute: 0.1, relative: 2%}", "1.05 99"),
            Row(
                "expect: \"1 100\"\ntolerance: {absolute: 0.1, relative: 2%}", "1.2 97",
                "- 1 100\n+ 1.2 97\n  ^~~ ^~ 1.2, expected 1 ± 0.1 or 2%; 97, expected 100 ± 0.1 or 2%"),
            Row("expect: \"-0.0015\"\ntolerance: 1e-9", "-1.5e-3"),
            Row("expect: \"\\u22120.5\"\ntolerance: 0.1", "-0.55"),
            Row("expect: \"1,000,000 of\"\ntolerance: 1%", "999,000 of"),
            Row("expect: \"[1, 2]\"\ntolerance: 0.5", "[1.4, 1.6]"),
            Row("expect: took 12ms\ntolerance: 3", "took 14ms"),
            // More digits move what is aligned.
            Row("expect: \"  9.5\"\ntolerance: 1", "10.2"),
            Row(
                "expect: \"-0.5\"\ntolerance: 1e-9", "0.5", "- -0.5\n+ 0.5\n  ^~~ 0.5, expected -0.5 ± 1e-09"),
            Row("expect: \"1\"\ntolerance: 100%", "nan", "- 1\n+ nan\n  ^~~"),
            Row("expect: nan\ntolerance: 100%", "nan"),
            Row("expect: \"1 2 3\"\ntolerance: 1", "1 2", "- 1 2 3\n+ 1 2\n    ^"),
            // What is no number is not near to anything.
            Row("expect: x1 0x10\ntolerance: 5", "x2 0x11", "- x1 0x10\n+ x2 0x11\n  ^~  ^~~"),
            Row(
                "expect: 2024-01-02 10:30 v1.2.3\ntolerance: 50", "2024-01-03 10:30 v1.2.3",
                "- 2024-01-02 10:30 v1.2.3\n+ 2024-01-03 10:30 v1.2.3\n  ^~~~~~~~~~"),
            Row("expect: a-1\ntolerance: 1", "a-2"),
            Row(
                "expect: \"1e400\"\ntolerance: 100%", "2e400",
                "- 1e400\n+ 2e400\n  ^~~~~ 2e400, expected 1e400 ± 100%"),
            Row(
                "expect: \"1 2 3 4\"\ntolerance: 0", "5 6 7 8",
                "- 1 2 3 4\n+ 5 6 7 8\n  ^ ^ ^ ^ 5, expected 1 ± 0; 6, expected 2 ± 0; 7, expected 3 ± 0; …"),
        ])
    func numbersMayBeALittleOff(_ row: Row) throws { try Self.expect(row) }

    private static let table = """
        Two models
        model    accuracy  time in s
        ─────────────────────────────
        honest       0.92        1.5
        planted      0.91       10.0
        """

    private static func expecting(_ tolerance: String, _ text: String = table) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        return "expect: |\n\(lines.joined(separator: "\n"))\ntolerance: \(tolerance)"
    }

    @Test(
        "tolerance of a column",
        arguments: [
            ("{accuracy: 0.01, time in s: 50%}", table, nil),
            (
                "{accuracy: 0.01, time in s: 50%}",
                "Two models\nmodel    accuracy  time in s\n─────────────────────────────\n"
                    + "honest      0.926       2.25\nplanted     0.901       5.00", nil
            ),
            (
                "{accuracy: 0.01, time in s: 50%}",
                "Two models\nmodel    accuracy  time in s\n─────────────────────────────\n"
                    + "honest       1.42       1.52\nplanted      0.91      10.00",
                """
                  model    accuracy  time in s
                  ─────────────────────────────
                - honest       0.92        1.5
                + honest       1.42       1.52
                               ^~~~ 1.42, expected 0.92 ± 0.01
                  planted      0.91      10.00
                """
            ),
            (
                "{absolute: 5, accuracy: 0.01}",
                "Two models\nmodel    accuracy  time in s\n─────────────────────────────\n"
                    + "honest       0.94        5.5\nplanted      0.91       20.0",
                """
                  model    accuracy  time in s
                  ─────────────────────────────
                - honest       0.92        1.5
                + honest       0.94        5.5
                               ^~~~ 0.94, expected 0.92 ± 0.01
                - planted      0.91       10.0
                + planted      0.91       20.0
                                          ^~~~ 20.0, expected 10.0 ± 5
                """
            ),
        ] as [(String, String, String?)])
    func holdsForTheNumbersBelowItsHeading(_ tolerance: String, _ shown: String, _ difference: String?) throws
    {
        let fault = try Self.fault(Self.expecting(tolerance), showing: ["before 3", shown, "after 3"])
        let wrapped = try Self.fault(
            Self.expecting(tolerance, "before 3\n\(Self.table)\nafter 3"),
            showing: ["before 3", shown, "after 3"])
        #expect(fault != nil)
        let text = wrapped?.difference?.text
        #expect(
            difference == nil ? text == nil : text?.contains(try #require(difference)) == true,
            "\(text ?? "")")
    }

    @Test(
        "a column that is not there",
        arguments: [
            (
                "{acuracy: 0.1}", table,
                "the option 'tolerance' names the column 'acuracy', which the table does not have",
                "did you mean 'accuracy'?"
            ),
            (
                "{speed: 0.1}", table,
                "the option 'tolerance' names the column 'speed', which the table does not have",
                "columns are model, accuracy, time in s"
            ),
            (
                "{absolut: 0.1}", table,
                "the option 'tolerance' names the column 'absolut', which the table does not have",
                "did you mean 'absolute'?"
            ),
            (
                "{speed: 0.1}", "3",
                "the option 'tolerance' names the column 'speed', but the cell shows no table",
                "write a number, a percentage, or 'absolute' and 'relative' in place of it"
            ),
        ])
    func isAnErrorWithTheNearestOne(_ tolerance: String, _ shown: String, _ message: String, _ repair: String)
        throws
    {
        let fault = try Self.fault("expect: x\ntolerance: \(tolerance)", showing: [shown])
        #expect(fault?.identifier == "unknown-column")
        #expect(fault?.message == message)
        #expect(fault?.repairs == [repair])
        #expect(fault?.range?.start == SourcePosition(line: 5, column: 5))
    }

    @Test(
        "order: any",
        arguments: [
            Row("expect: \"a\\nb\\nb\"\norder: any", "b\na\nb"),
            Row("expect: \"a\\nb\\nb\"\norder: any", "b\na\na", "- b\n+ a"),
            Row("expect: \"a\\nb\"\norder: any", "b\na\nc", "+ c"),
            Row("expect: \"a\\nb\"\norder: any", "b", "- a"),
            Row("expect: \"a\\nb\"\norder: any", "", "- a\n- b"),
            // 1.05 is near to both; only one of two ways to match them leaves none alone.
            Row("expect: \"1.1\\n1.0\"\norder: any\ntolerance: 0.1", "1.15\n1.05"),
            Row("expect: \"1 a\\n2 b\"\norder: any\ntolerance: 0.1", "2.05 b\n1.05 a"),
            Row(
                "expect: \"1 a\\n2 b\"\norder: any\ntolerance: 0.1", "2.5 b\n1.05 a",
                "- 2 b\n+ 2.5 b\n  ^~~ 2.5, expected 2 ± 0.1"),
            // The first numbers sort otherwise than those that matter.
            Row("expect: \"1.0 5\\n1.1 3\"\norder: any\ntolerance: 0.2", "1.0 3\n1.1 5"),
        ])
    func comparesLinesAsAMultiset(_ row: Row) throws { try Self.expect(row) }

    @Test(
        "ignore",
        arguments: [
            Row("expect: took 1 s\nignore: \"[0-9.]+ s\"", "took 2.5 s"),
            Row("expect: \"a\\nb\"\nignore: ^warning.*", "warning 1\na\nwarning 2\nb"),
            Row("expect: \"a\\n\\nb\"\nignore: ^warning.*", "a\nb", "  a\n-\n  b"),
            Row("expect: id 1 at 2\nignore: [\"id [0-9]+\", \"at [0-9]+\"]", "id 7 at 9"),
            Row(
                "expect: took 1 s, gave 5\nignore: \"[0-9.]+ s\"", "took 12.5 s, gave 6",
                "- took 1 s, gave 5\n+ took 12.5 s, gave 6\n                    ^"),
            Row("expect: x 5\nignore: \"id [0-9]+ \"\ntolerance: 1", "id 12345 x 6"),
            Row("expect: \"👩‍👩‍👧 5\"\nignore: 👩", "👩‍👩‍👧 6", "- 👩‍👩‍👧 5\n+ 👩‍👩‍👧 6\n     ^"),
            Row("expect: \"b\\na\"\nignore: \"#.*\"\norder: any", "a #1\nb #2"),
            Row("expect: abc\nignore: x*", "abc"),
        ])
    func takesOutWhatPatternsMatch(_ row: Row) throws { try Self.expect(row) }

    @Test(
        "a pattern that cannot judge",
        arguments: [
            (
                "expect: abc\nignore: .*", "ignored-expectation",
                "the option 'ignore' takes out all that is expected, so nothing is compared"
            ),
            (
                "expect: abc\nignore: (a+)+$", "slow-pattern",
                "the pattern '(a+)+$' takes too long on the line 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'"
            ),
        ])
    func isAnErrorAtTheOption(_ options: String, _ identifier: String, _ message: String) throws {
        let fault = try Self.fault(options, showing: [String(repeating: "a", count: 39) + "b"])
        #expect(fault?.identifier == identifier)
        #expect(fault?.message == message)
        #expect(fault?.range?.start == SourcePosition(line: 5, column: 5))
    }

    @Test func messageSaysWhereWhatAndWhatToDo() throws {
        let chapter = Chapter.parsed("# A\n\n```swift\n//| expect: |\n//|   a\n//|   b\nlet x = 1\n```\n")
        let fault = ExpectationCheck(chapter: chapter, root: "/nowhere")
            .fault(of: chapter.cells[0], showing: ["a\nc"])
        #expect(
            fault?.text(quoting: chapter.source) == """
                Chapters/test.md:4:5: error: the cell does not show what it is expected to: 1 line differs [expectation]
                //| expect: |
                    ^~~~~~
                note: '-' is expected by its option `expect`, '+' is what the cell shows
                  a
                - b
                + c
                  ^
                help: correct the cell, or take what it shows as expected: `book accept test`
                """)
    }

    @Test(
        "the message",
        arguments: [
            ("", "it shows nothing, expected 2 lines"), ("a\nb\nc", "1 line differs"),
            ("c\nd", "2 lines differ"),
        ])
    func saysHowMuchDiffers(_ shown: String, _ words: String) throws {
        let fault = try Self.fault("expect: \"a\\nb\"", showing: shown.isEmpty ? [] : [shown])
        #expect(fault?.message == "the cell does not show what it is expected to: \(words)")
    }

    @Test func longDifferenceIsCutAndCounted() throws {
        let numbers = (1...500).map(String.init)
        let shown = numbers.map { Int($0).map { $0 % 10 == 0 ? "\($0) x" : "\($0)" } ?? "" }
        let options = "expect: |\n" + numbers.map { "  \($0)" }.joined(separator: "\n")
        let lines = try #require(
            try Self.fault(options, showing: [shown.joined(separator: "\n")])?.difference
        ).lines
        #expect(lines.count <= 24)
        #expect(lines.first?.marked == "  … 7 lines that agree")
        #expect(lines[1...5].map(\.marked) == ["  8", "  9", "- 10", "+ 10 x", "    ^~"])
        #expect(lines.last?.marked == "  … and 47 more lines that differ")
    }

    @Test func veryLongLineIsCutAroundWhatDiffers() throws {
        let long = String(repeating: "word ", count: 20_000)
        let lines = try #require(
            try Self.fault("expect: \"\(long)1 end\"", showing: [long + "2 end"])?.difference
        ).lines
        #expect(lines.allSatisfy { $0.marked.count < 120 })
        #expect(lines.map(\.kind) == [.expected, .shown, .mark])
        let column = try #require(lines[2].text.firstIndex(of: "^"))
        let offset = lines[2].text.distance(from: lines[2].text.startIndex, to: column)
        #expect(Array(lines[1].text)[offset] == "2")
        #expect(Array(lines[0].text)[offset] == "1")
    }

    @Test func hugeOutputsAreComparedInReasonableTime() throws {
        let lines = (0..<20_000).map { "line \($0 &* 2_654_435_761 % 1000) \($0)" }
        let options = "expect: |\n" + lines.map { "  \($0)" }.joined(separator: "\n") + "\ntolerance: 0.1"
        let start = ContinuousClock.now
        #expect(try Self.fault(options, showing: [lines.joined(separator: "\n")]) == nil)
        #expect(try Self.fault(options, showing: [lines.reversed().joined(separator: "\n")]) != nil)
        #expect(
            try Self.fault(options + "\norder: any", showing: [lines.reversed().joined(separator: "\n")])
                == nil)
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func differenceFailsTheCellWhetherItRanOrNot() async throws {
        let root = FileManager.default.temporaryDirectory.path + "/expect-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let text =
            "# A\n\n```swift\n//| expect: \"3\"\n1 + 1\n```\n\n```swift\n//| expect: \"4\"\n2 + 2\n```\n"
        for status in [CellResult.Status.ran, .cached] {
            let results = try await Execution.results(of: text, root: root)
            #expect(results.cells.map(\.status) == [.failed, status])
            #expect(results.diagnostics.map(\.identifier) == ["expectation"])
        }
    }
}
