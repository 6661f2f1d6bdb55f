import BookExecution
import BookModel
import BookParsing
import Testing

/// What is written into the option `expect` is what the cell shows: for any output.
@Suite("Accepting, then checking")
struct AcceptedTextTests {
    /// Pieces of lines that YAML, Markdown or the comparison could take for something else.
    private static let pieces = [
        " ", "  ", "\t", "#", " # x", ": ", "- ", "\"", "'", "\\", "|", ">", "```", "//|", "{", "}", "[", "]",
        "&a",
        "*a", "!t", "%", "@", "`", "---", "...", "~", "null", "true", "3", "-0.5", "1e9", "a", "word", "é",
        "e\u{301}", "中",
        "👩‍👩‍👧", "\u{A0}", "\u{200B}", "─", "…", ",", "? ", "<<", "=",
    ]

    private static let spellings = [
        "expect: 3  # why", "expect: \"\"", "expect: |\n//|   a\n//|   b\n//|", "expect: 'x'\n//| label: a",
        "label: a\n//| expect: >\n//|   b\n//| order: any",
        "expect: 1\n//| tolerance: {absolute: 1, relative: 5%}",
    ]

    @Test("random outputs", arguments: 0..<40)
    func holds(_ seed: UInt64) throws {
        var generator = Generator(state: seed)
        for _ in 0..<10 {
            let lines = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    Self.pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
            let shown = lines.joined(separator: "\n")
            let spelling = try #require(Self.spellings.randomElement(using: &generator))
            let lineEnd = Bool.random(using: &generator) ? "\n" : "\r\n"
            let text = "# A\n\n```swift\n//| \(spelling)\nlet x = 1\n```\n\nProse.".replacing(
                "\n", with: lineEnd)
            let file = Array(text.utf8)
            let before = ChapterParser.parse(file, path: "Chapters/a.md").chapter
            let edit = ExpectOptionEdit(file: file)
            let changed = ByteReplacement.apply(
                try edit.replacements(for: before.cells[0], expecting: ExpectationCheck.lines(of: shown)),
                to: file)
            let parsed = ChapterParser.parse(changed, path: "Chapters/a.md")
            let context: Comment = "seed \(seed): \(shown.debugDescription) in \(spelling)"
            #expect(parsed.diagnostics.allSatisfy { $0.severity != .error }, context)
            let cell = try #require(parsed.chapter.cells.first, context)
            #expect(cell.shownCode == "let x = 1", context)
            #expect(
                ExpectationCheck(chapter: parsed.chapter, root: "/nowhere").fault(of: cell, showing: [shown])
                    == nil,
                context)
        }
    }

    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
