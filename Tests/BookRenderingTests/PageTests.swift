import BookModel
import BookRendering
import Foundation
import Testing

@Suite("Pages")
struct PageTests {
    /// Without the tools of a machine, so that the golden page is the same everywhere.
    private static func site() throws -> Site {
        try SiteRenderer(tools: TestTools.none).render(SampleBook.book, results: SampleBook.results)
    }

    @Test(
        "main of a page with every construct", arguments: ["01-model", "03-checksum", "b-writing", "index"])
    func mainIsAsRecorded(page: String) throws {
        let text = try #require(try Self.site().text(of: page + ".html"))
        let main = try #require(text.firstMatch(of: /<main[\s\S]*<\/main>\n/))
        try Golden.expect(String(main.output), "\(page).html")
    }

    @Test("the frame of a page")
    func frameIsAsRecorded() throws {
        let text = try #require(try Self.site().text(of: "03-checksum.html"))
        try Golden.expect(text.replacing(/<main[\s\S]*<\/main>/, with: "<main>…</main>"), "frame.html")
    }

    @Test("rendering twice")
    func bytesAreIdentical() throws {
        #expect(try Self.site() == Self.site())
    }

    @Test("a page loads nothing from elsewhere")
    func addressesAreLocal() throws {
        for (path, bytes) in try Self.site().files where path.hasSuffix(".html") || path.hasSuffix(".css") {
            let text = String(decoding: bytes, as: UTF8.self)
            for match in text.matches(of: /(?:src|href)="([^"]*)"|url\(([^)]*)\)/) {
                let address = String(match.output.1 ?? match.output.2 ?? "")
                let isLink = address.hasPrefix("https://arxiv.org/abs/")
                #expect(isLink || !address.contains("//"), "\(path): \(address)")
            }
        }
    }

    @Test("every id of a page is there once, and every link to one finds it")
    func anchorsAreFound() throws {
        for (path, bytes) in try Self.site().files where path.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            let ids = text.matches(of: /\sid="([^"]*)"/).map { String($0.output.1) }
            #expect(Set(ids).count == ids.count, "\(path)")
            for match in text.matches(of: /href="#([^"]*)"/) {
                #expect(ids.contains(String(match.output.1)), "\(path): \(match.output.1)")
            }
        }
    }

    @Test("only pages with formulas load KaTeX")
    func mathSheetIsLoadedWhereNeeded() throws {
        let plain = ChapterWriter("plain")
        plain.paragraph("No formula.")
        let book = Book(configuration: BookConfiguration(), chapters: [plain.chapter])
        let tools = RenderingTools(katexFolder: URL(filePath: "/nowhere"))
        let site = try SiteRenderer(tools: tools).render(book, results: [:])
        #expect(
            site.files.keys.sorted() == ["assets/book.css", "assets/book.js", "index.html", "plain.html"])
        #expect(try Self.site().files.keys.contains("assets/fonts/KaTeX_Main-Regular.woff2"))
    }

    @Test("formulas without KaTeX")
    func missingKaTeXIsNamed() throws {
        let chapter = ChapterWriter("x")
        chapter.paragraph(.math("x"))
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let renderer = try SiteRenderer(tools: RenderingTools(katexFolder: URL(filePath: "/nowhere")))
        let error = #expect(throws: RenderingError.self) { try renderer.render(book, results: [:]) }
        #expect(
            error?.description
                == "cannot read '/nowhere/katex.js', which renders formulas; install it with: apt-get install libjs-katex"
        )
    }
}
