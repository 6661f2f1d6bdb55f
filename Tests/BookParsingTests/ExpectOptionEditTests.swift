import BookModel
import BookParsing
import Testing

/// What changes in a chapter's bytes when a cell is to expect another text, and what stays.
@Suite("ExpectOptionEdit")
struct ExpectOptionEditTests {
    /// The option lines of a cell, the lines it must show from now on, and the option lines then.
    static let rows: [(before: String, lines: [String], after: String)] = [
        ("expect: 3", ["4"], "expect: \"4\""),
        ("expect: 3  # why\nlabel: a", ["4"], "expect: \"4\"  # why\nlabel: a"),
        ("expect: \"3 # no comment\" # why", ["4"], "expect: \"4\" # why"),
        ("expect: 'it''s'", ["a\"b\\c\td"], "expect: \"a\\\"b\\\\c\\td\""),
        ("expect: \"a\\\"b\"\nlabel: a", [], "expect: \"\"\nlabel: a"),
        (
            "label: a\nexpect: 3\ntime-limit: 5", ["1", "", "  2"],
            "label: a\nexpect: |\n  1\n\n    2\ntime-limit: 5"
        ),
        ("expect: 3 # why", ["  1", "2"], "expect: |2 # why\n    1\n  2"),
        ("expect: |  # why\n  a\n  b\n\nlabel: a", ["c"], "expect: \"c\"  # why\n\nlabel: a"),
        ("expect: |\n  a\n\n  b\nlabel: a", ["c", "d"], "expect: |\n  c\n  d\nlabel: a"),
        ("expect: >-\n  a\n  b", ["c", "d"], "expect: |\n  c\n  d"),
        ("expect: |\nlabel: a", ["c", "d"], "expect: |\n  c\n  d\nlabel: a"),
        ("expect: a\n  b\n  c\nlabel: a", ["d"], "expect: \"d\"\nlabel: a"),
        ("expect: \"a\n  b\" # why\nlabel: a", ["c", "d"], "expect: | # why\n  c\n  d\nlabel: a"),
        ("expect:\n  a\nlabel: a", ["d"], "expect:\n  \"d\"\nlabel: a"),
        ("expect: a # one\n# two\nlabel: a", ["d"], "expect: \"d\" # one\n# two\nlabel: a"),
        ("  expect: a\n  label: a", ["c", "d"], "  expect: |\n    c\n    d\n  label: a"),
        ("expect : a", ["é𝟛中👩‍👩‍👧"], "expect : \"é𝟛中👩‍👩‍👧\""),
    ]

    private static func chapter(_ options: String, lineEnd: String) -> String {
        let lines = options.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "//|" : "//| \($0)" }
        return (["# A", "", "```swift"] + lines + ["let x = 1", "```", "", "Prose\u{E9} **b**"])
            .joined(separator: lineEnd)
    }

    static func edited(_ text: String, cell: Int = 0, expecting lines: [String]) throws -> String {
        let file = Array(text.utf8)
        let chapter = ChapterParser.parse(file, path: "a.md").chapter
        let changes = try ExpectOptionEdit(file: file).replacements(
            for: try #require(chapter.cells.dropFirst(cell).first), expecting: lines)
        return String(decoding: ByteReplacement.apply(changes, to: file), as: UTF8.self)
    }

    @Test("replacements", arguments: rows.indices, ["\n", "\r\n", "\r"])
    func onlyTheValueChanges(_ row: Int, _ lineEnd: String) throws {
        let row = Self.rows[row]
        let edited = try Self.edited(Self.chapter(row.before, lineEnd: lineEnd), expecting: row.lines)
        let expected = Self.chapter(row.after, lineEnd: lineEnd)
        #expect(Array(edited.utf8) == Array(expected.utf8))
        let parsed = ChapterParser.parse(Array(edited.utf8), path: "a.md")
        #expect(parsed.diagnostics.allSatisfy { $0.severity != .error })
        let text = parsed.chapter.cells.first?.options.expect
        #expect(text == row.lines.joined(separator: "\n"))
    }

    @Test(
        "a rare spelling",
        arguments: ["{expect: 3}", "\"expect\": 3", "expect: !!str 3", "expect: &a 3"])
    func isLeftAlone(_ options: String) {
        #expect(throws: ExpectOptionEdit.Failure.spelling) {
            try Self.edited(Self.chapter(options, lineEnd: "\n"), expecting: ["4"])
        }
    }

    @Test(
        "a character that YAML cannot hold",
        arguments: ["\u{1B}", "\u{0}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}"])
    func isNamedWithItsLine(_ text: String) throws {
        let scalar = try #require(text.unicodeScalars.first)
        #expect(throws: ExpectOptionEdit.Failure.character(scalar, line: 2)) {
            try Self.edited(Self.chapter("expect: 3", lineEnd: "\n"), expecting: ["a", "b\(text)c"])
        }
    }
}
