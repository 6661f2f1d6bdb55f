import BookModel
import Testing

@Suite struct DiagnosticTextTests {
    private static let source = SourceFile(
        path: "Chapters/08-clwe.md",
        text: "# Pancakes\n```swift hiden\n\tlet é = \"x\u{1B}[31m\" + y\n"
            + String(repeating: "a", count: 300) + "\n\n")

    private static func text(line: Int, column: Int, length: Int) -> String {
        let range = SourceRange(line: line, column: column, length: length)
        return Diagnostic(.error, "kind", file: source.path, range: range, "message").text(quoting: source)
    }

    @Test func theLineIsQuotedWithAMarkerAndRepairs() {
        let diagnostic = Diagnostic(
            .error, "unknown-flag", file: "Chapters/08-clwe.md",
            range: SourceRange(line: 2, column: 10, length: 5),
            "unknown cell flag 'hiden'", repairs: ["did you mean 'hidden'?"])
        #expect(
            diagnostic.text(quoting: Self.source) == """
                Chapters/08-clwe.md:2:10: error: unknown cell flag 'hiden' [unknown-flag]
                ```swift hiden
                         ^~~~~
                help: did you mean 'hidden'?
                """)
    }

    @Test func notesQuoteTheirOwnLineInTheSameFile() {
        let place = SourceRange(line: 1, column: 3, length: 8)
        let diagnostic = Diagnostic(
            .warning, "kind", file: "Chapters/08-clwe.md", range: SourceRange(line: 2, column: 1, length: 3),
            "message",
            notes: [
                .init("here", file: "Chapters/08-clwe.md", range: place),
                .init("there", file: "b.md", range: place),
                .init("anywhere"),
            ])
        #expect(
            diagnostic.text(quoting: Self.source) == """
                Chapters/08-clwe.md:2:1: warning: message [kind]
                ```swift hiden
                ^~~
                Chapters/08-clwe.md:1:3: note: here
                # Pancakes
                  ^~~~~~~~
                b.md:1:3: note: there
                note: anywhere
                """)
    }

    @Test func columnsCountBytesAndTheMarkerCharacters() {
        #expect(
            Self.text(line: 3, column: 6, length: 2) == """
                Chapters/08-clwe.md:3:6: error: message [kind]
                \tlet é = "x\u{FFFD}[31m" + y
                \t    ^
                """)
    }

    @Test func aRangeInsideACharacterMarksAllOfIt() {
        #expect(Self.text(line: 3, column: 7, length: 1).hasSuffix("\n\t    ^"))
    }

    @Test func aLongLineIsCutAroundThePlace() {
        let lines = Self.text(line: 4, column: 200, length: 3).split(separator: "\n")
        #expect(lines[1] == "…" + String(repeating: "a", count: 120 - 1))
        #expect(lines[2] == String(repeating: " ", count: 61) + "^~~")
    }

    @Test("places without an excerpt", arguments: [(5, 1), (9, 1)])
    func aBlankOrMissingLineIsNotQuoted(line: Int, column: Int) {
        #expect(
            Self.text(line: line, column: column, length: 1)
                == "Chapters/08-clwe.md:\(line):\(column): error: message [kind]")
    }

    @Test func aPlacePastTheEndOfTheLineIsMarkedAfterIt() {
        #expect(Self.text(line: 1, column: 40, length: 1).hasSuffix("# Pancakes\n          ^"))
    }

    @Test func withoutAFileOnlyTheMessageIsThere() {
        #expect(Diagnostic(.note, "kind", file: nil, "message").text(quoting: nil) == "note: message [kind]")
        #expect(
            Diagnostic(.error, "kind", file: "a.md", "message").text(quoting: nil)
                == "a.md: error: message [kind]")
    }
}
