import BookExport
import Testing

@Suite("MarkdownText")
struct MarkdownTextTests {
    @Test(
        "escaped",
        arguments: [
            "a & b": "a & b", "&lt; &#60; &x y;": "\\&lt; \\&#60; &x y;", "<b>": "\\<b>",
            "a_b_c _d_": "a_b_c \\_d_",
            "*x* [y](z) `c` $m$ ~s~ a|b": "\\*x\\* \\[y\\](z) \\`c\\` \\$m\\$ \\~s\\~ a\\|b",
            "two\nlines\t and\u{A0} blanks": "two lines and blanks", "\\": "\\\\", "": "",
        ])
    func noCharacterIsMarkup(text: String, expected: String) {
        #expect(MarkdownText.escaped(text) == expected)
    }

    @Test(
        "paragraph",
        arguments: [
            "# no heading": "\\# no heading", "> no quote": "\\> no quote", "- no item": "\\- no item",
            "+": "\\+", "--- no rule": "\\--- no rule", "=": "\\=", "-5 degrees": "-5 degrees",
            "1. no item": "1\\. no item", "12) no item": "12\\) no item", "1.5 metres": "1.5 metres",
            "1234567890. far": "1234567890. far", "a\n# b": "a\n\\# b", "2026.": "2026\\.",
        ])
    func noLineBeginsABlock(text: String, expected: String) {
        #expect(MarkdownText.paragraph(text) == expected)
    }

    @Test(
        "code", arguments: ["a": "`a`", "a`b": "``a`b``", "``": "``` `` ```", "a\nb": "`a b`", "": ""])
    func ticksAreLongerThanThoseWithin(code: String, expected: String) {
        #expect(MarkdownText.code(code) == expected)
    }

    @Test func fencesAreLongerThanThoseWithin() {
        #expect(MarkdownText.fence("a", language: "swift") == "```swift\na\n```")
        #expect(MarkdownText.fence("````\n", language: "") == "`````\n````\n`````")
        #expect(MarkdownText.fence("a", language: "x`\ny") == "```x\na\n```")
    }
}
