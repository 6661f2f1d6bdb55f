import BookModel
import Testing

@Suite struct SourceFileTests {
    @Test(
        "SourceFile.lines",
        arguments: ["": [""], "a": ["a"], "a\n": ["a", ""], "a\n\u{301}b\n\né": ["a", "\u{301}b", "", "é"]])
    func linesAreSplitAtLineFeedsOnly(text: String, lines: [String]) {
        #expect(SourceFile(path: "a.md", text: text).lines == lines)
    }

    @Test func linesCountFromOne() {
        let source = SourceFile(path: "a.md", text: "a\nb")
        #expect([0, 1, 2, 3].map(source.line) == [nil, "a", "b", nil])
    }
}
