import BookExport
import Testing

@Suite("MarkupReader")
struct MarkupTreeTests {
    @Test(
        "read and written as HTML",
        arguments: [
            "<p class=\"a b\" id='c'>x &amp; y</p>": "<p class=\"a b\" id=\"c\">x &amp; y</p>",
            "<!DOCTYPE html><html lang=\"en\"><br><img src=\"a\"></html>":
                "<html lang=\"en\"><br><img src=\"a\"></html>",
            "<script src=\"a\" defer></script>": "<script src=\"a\" defer=\"\"></script>",
            "<script>a < b && c</script>": "<script>a < b && c</script>",
            "<svg><path d=\"M0\"/><g></g></svg>": "<svg><path d=\"M0\"></path><g></g></svg>",
            "<pre>\n\n a</pre>": "<pre>\n\n a</pre>", "<pre>\na</pre>": "<pre>a</pre>",
            "a &nbsp;&#x27;&#60; &unknown; b": "a \u{A0}&#39;&lt; &amp;unknown; b",
            "<p>a<!-- <b> -->c</p>": "<p>ac</p>", "<p><em>a</p>b": "<p><em>a</em></p>b", "a</p>b": "ab",
            "1 < 2": "1 &lt; 2", "<": "&lt;", "<p": "<p></p>", "<p a=\"": "<p a=\"\"></p>",
            "\u{FFFE}\u{1FFFF}": "\u{FFFD}\u{FFFD}", "": "",
        ])
    func isTheSamePage(markup: String, expected: String) {
        #expect(MarkupReader.page(markup).children.map { Self.text($0, .html) }.joined() == expected)
    }

    @Test(
        "written as XML",
        arguments: [
            "<br>": "<br/>", "<span></span>": "<span></span>", "<pre>\n\na</pre>": "<pre>\na</pre>",
            "<style>a > b</style>": "<style>a &gt; b</style>", "\u{1}\u{FFFF}": "^A\u{FFFD}",
        ])
    func holdsOnlyWhatXMLAllows(markup: String, expected: String) {
        #expect(MarkupReader.page(markup).children.map { Self.text($0, .xml) }.joined() == expected)
    }

    private static func text(_ node: MarkupNode, _ syntax: MarkupSyntax) -> String {
        [node].text(syntax)
    }
}
