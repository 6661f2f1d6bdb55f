import BookModel
import BookParsing
import Testing

/// Chapters that are large in one way each: their work must grow with their size only.
@Suite struct SizeTests {
    static let chapters: [String: (unit: String, count: Int)] = [
        "prose": ("Some *prose* with $x_1$, `code` and a [link](https://example.org).\n\n", 150_000),
        "one paragraph": ("Some *prose* with $x_1$, `code` and a [link](https://example.org).\n", 15_000),
        "one line": ("word $x$ `c` ", 80_000),
        "one table": ("| a | `b` | $c$ |\n|---|---|---|\n", 32_000),
        "cells": ("```swift\nlet x = 1\n```\n\n", 40_000),
        "brackets": ("[", 1_000_000),
        "citations without an end": ("[@a ", 250_000),
        "dollars": ("$", 1_000_000),
        "pairs of dollars": ("$$ ", 300_000),
        "backticks": ("`` ` ", 200_000),
        "emphasis": ("*a ", 300_000),
        "nested emphasis": ("*a **a ", 10_000),
        "quotes": ("> ", 2_000),
        "destinations": ("](", 500_000),
        "entities": ("&amp;", 200_000),
        "definitions": ("[a]: /b\n", 130_000),
        "footnotes": ("[^a]: b\n", 130_000),
    ]

    @Test("ChapterParser.parse", arguments: chapters)
    func parsesWithoutLosingItself(name: String, text: (unit: String, count: Int)) {
        let chapter = String(repeating: text.unit, count: text.count)
        let parsed = ChapterParser.parse(Array(chapter.utf8), path: "a.md")
        #expect(parsed.chapter.source.text.utf8.count == chapter.utf8.count)
        #expect(!parsed.diagnostics.contains { $0.identifier == "internal-place" })
    }

    @Test func tenMegabytesOfCodeAreOneCell() {
        let code = String(repeating: "let x = 1 // a line of code\n", count: 380_000)
        let parsed = ChapterParser.parse(Array("```swift\n\(code)```\n".utf8), path: "a.md")
        #expect(parsed.chapter.cells.map(\.code.utf8.count) == [code.utf8.count - 1])
        #expect(parsed.diagnostics.isEmpty)
    }
}
