import BookModel
import BookParsing
import BookRendering
import CCmark
import Testing

/// The examples of the CommonMark specification keep libcmark's own HTML on a page, wherever no extension applies.
@Suite("The CommonMark specification")
struct SpecificationTests {
    @Test func hasAllItsExamples() {
        #expect(SpecificationExample.all.count == 652)
        #expect(SpecificationExample.all.map(\.example) == Array(1...652))
    }

    @Test("libcmark gives the HTML of the specification", arguments: SpecificationExample.all)
    func isOfTheVersionOfCmark(_ example: SpecificationExample) {
        #expect(
            SpecificationExample.html(of: example.markdown, options: CMARK_OPT_UNSAFE) == example.html)
    }

    @Test("a page has libcmark's HTML", arguments: SpecificationExample.all)
    func pageHasCmarksHTML(_ example: SpecificationExample) throws {
        // Pages link to addresses of the web and to chapters; most examples link to neither.
        let markdown = example.markdown.replacing("/url", with: "http:/url").replacing(
            "/uri", with: "http:/uri")
        let page = ComparableHTML.page(try Self.page(of: markdown))
        let cmark = ComparableHTML.cmark(SpecificationExample.html(of: markdown))
        let reason = SpecificationDifferences.reasons[example.example]
        if let reason {
            #expect(page != cmark, "the page is as by libcmark now, so it need not be listed: \(reason)")
        } else {
            #expect(page == cmark, "\(example.markdown.debugDescription)")
        }
    }

    /// What a page has behind its opening.
    private static func page(of markdown: String) throws -> String {
        let parsed = ChapterParser.parse(Array("# T\n\n\(markdown)".utf8), path: "Chapters/x.md")
        let book = Book(configuration: BookConfiguration(), chapters: [parsed.chapter])
        let site = try SiteRenderer(tools: RenderingTools()).render(book, results: [:])
        let page = try #require(site.text(of: "x.html"))
        let start = try #require(page.range(of: "<h1>T</h1>"))
        let end = try #require(page.range(of: "</main>"))
        let body = page[start.upperBound..<end.lowerBound]
        return String(body.trimmingPrefix(/\s*<\/div>\s*/))
    }
}
