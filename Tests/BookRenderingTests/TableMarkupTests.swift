import BookModel
import BookRendering
import Testing

@Suite("TableMarkup")
struct TableMarkupTests {
    @Test(
        "sanitized",
        arguments: [
            "<table><tr><td class=\"number\">1</td></tr></table>":
                "<table><tr><td class=\"number\">1</td></tr></table>",
            "<table><tr><th scope=\"col\" colspan='2'>a</th>":
                "<table><tr><th scope=\"col\" colspan=\"2\">a</th></tr></table>",
            "a <b>c</b>": "a &lt;b&gt;c&lt;/b&gt;",
            "<table><tr><td onclick=\"x\">a</td>": "<table><tr><td>a</td></tr></table>",
            "<table><tr><td style=\"position:fixed\" class=\"A\">a</td>":
                "<table><tr><td>a</td></tr></table>",
            "<table><tr><td class=\"a\" class=\"b\">a</td>": "<table><tr><td class=\"a\">a</td></tr></table>",
            "<table><tr><td scope=\"evil\" colspan=\"1e9\">a</td>": "<table><tr><td>a</td></tr></table>",
            "<td class=x>a</td>": "&lt;td class=x&gt;a&lt;/td&gt;",
            "<TD>a</TD>": "&lt;TD&gt;a&lt;/TD&gt;",
            "</div></main>a": "&lt;/div&gt;&lt;/main&gt;a",
            "</td>a": "&lt;/td&gt;a",
            "<table><tr><td>a": "<table><tr><td>a</td></tr></table>",
            "<table><tr><td>a</table>b": "<table><tr><td>a</td></tr></table>b",
            "<td>a</td>": "&lt;td&gt;a&lt;/td&gt;",
            "<!-- <sub> -->": "&lt;!-- <sub> --&gt;</sub>",
            "<table><tr><td>a<td>b<tr><td>c</table>":
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "<table><thead><tr><th>a<tbody><tr><td>b</table>":
                "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
            "<table> <tr> <td>a</td> text <tr></table>":
                "<table> <tr> <td>a</td></tr></table> text &lt;tr&gt;&lt;/table&gt;",
            "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>":
                "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
            "<table><td>a</table>": "<table></table>&lt;td&gt;a&lt;/table&gt;",
            "<em><table></em>": "<em>&lt;table&gt;</em>",
            "<table>": "<table></table>",
            "<sub>1 < 2 &amp; 3 &lt; 4 &#60;b&#x3e; &bogus;</sub>":
                "<sub>1 &lt; 2 &amp; 3 &lt; 4 &lt;b&gt; &amp;bogus;</sub>",
            "<td <script>alert(1)</script>": "&lt;td &lt;script&gt;alert(1)&lt;/script&gt;",
            "<svg/onload=alert(1)>": "&lt;svg/onload=alert(1)&gt;",
            "a<br>b<br/>c": "a<br>b<br>c",
            "<code>x</code><sub>1</sub>": "<code>x</code><sub>1</sub>",
            "<": "&lt;",
            "": "",
        ])
    func onlyTablesPass(markup: String, expected: String) {
        #expect(TableMarkup.sanitized(markup).markup == expected)
    }

    @Test(
        "links lead to what the book has, and nowhere else",
        arguments: [
            "<table><tr><td><a href=\"x.md\">x</a>, <a href=\"y.md\">y</a></td></tr></table>":
                "<table><tr><td><a class=\"reference\" href=\"x.html\">x</a>, y</td></tr></table>",
            "<table><tr><td><a href=\"x.md\" onclick=\"evil()\" class=\"z\">x</a></td></tr></table>":
                "<table><tr><td><a class=\"reference\" href=\"x.html\">x</a></td></tr></table>",
            "<table><tr><td><a href=\"javascript:alert(1)\">x</a></td></tr></table>":
                "<table><tr><td>x</td></tr></table>",
            "<table><tr><td><a>x</a></td></tr></table>": "<table><tr><td>x</td></tr></table>",
            "<table><tr><td><a href=\"x.md\">x</td></tr></table>":
                "<table><tr><td><a class=\"reference\" href=\"x.html\">x</a></td></tr></table>",
            "<a href=\"x.md\">x<a href=\"x.md\">y</a></a>":
                "<a class=\"reference\" href=\"x.html\">x&lt;a href=&quot;x.md&quot;&gt;y</a>&lt;/a&gt;",
        ])
    func linksAreResolved(markup: String, expected: String) {
        #expect(TableMarkup.sanitized(markup) { $0 == "x.md" ? "x.html" : nil }.markup == expected)
    }

    @Test("a table that leads nowhere")
    func brokenLinksAreErrors() throws {
        let chapter = ChapterWriter("01-x")
        let other = ChapterWriter("02-other")
        let markup = ["02-othr.md", "02-other.md", "#nothing"].map { "<a href=\"\($0)\">words</a>" }.joined()
        chapter.cell("x", [.table("<table><tr><td>\(markup)</td></tr></table>")])
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter, other.chapter])
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: ["01-x": chapter.results])
        #expect(
            site.text(of: "01-x.html")?.contains(
                "<td>words<a class=\"reference\" href=\"02-other.html\">words</a>words</td>") == true)
        #expect(
            site.diagnostics.map { $0.text(quoting: nil) } == [
                """
                Chapters/01-x.md:3:1: error: a table of cell 'cell-1' leads to '02-othr.md', which the book does not \
                have [unknown-reference]
                help: did you mean '02-other.md'?
                """,
                """
                Chapters/01-x.md:3:1: error: a table of cell 'cell-1' leads to '#nothing', which the book does not \
                have [unknown-reference]
                help: link to a chapter's file or to '#name'
                """,
            ])
    }

    private static let markup = """
        <table><thead><tr><th>name</th><th class="number">score</th><th>why &amp; how</th></tr></thead>\
        <tbody><tr><td>a</td><td>1</td><td>x</td></tr><tr><td colspan="3">1 more</td></tr></tbody></table>
        """

    private static func page(columns: [String]) throws -> Site {
        let chapter = ChapterWriter("x")
        var options = CellOptions()
        options.columns = columns
        chapter.cell("x", options: options, [.table(markup)])
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: TestTools.none).render(book, results: ["x": chapter.results])
    }

    @Test("option columns")
    func columnsAreChosenAndOrdered() throws {
        let expected = """
            <table><thead><tr><th>why &amp; how</th><th>name</th></tr></thead>\
            <tbody><tr><td>x</td><td>a</td></tr><tr><td colspan="3">1 more</td></tr></tbody></table>
            """
        let site = try Self.page(columns: ["why & how", "name"])
        #expect(site.text(of: "x.html")?.contains(expected) == true)
        #expect(site.diagnostics.isEmpty)
    }

    @Test(
        "a column that is not there",
        arguments: [
            "scor": "did you mean 'score'?", "nothing": "the columns are 'name', 'score', 'why & how'",
        ])
    func unknownColumnsAreNamed(column: String, repair: String) throws {
        let diagnostic = try #require(try Self.page(columns: [column]).diagnostics.first)
        #expect(diagnostic.message == "the table of cell 'cell-1' has no column '\(column)'")
        #expect(diagnostic.repairs == [repair])
    }
}
