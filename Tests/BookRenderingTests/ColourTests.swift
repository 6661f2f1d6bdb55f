import BookModel
import BookRendering
import Foundation
import Testing

@Suite("Colours of code")
struct ColourTests {
    private static func code(_ code: String, _ tools: RenderingTools) throws -> String {
        let chapter = ChapterWriter("x")
        chapter.cell(code)
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let page = try SiteRenderer(tools: tools).render(book, results: [:]).text(of: "x.html") ?? ""
        let match = page.firstMatch(of: /<pre[^>]*><code>([\s\S]*?)<\/code>/)
        return match.map { String($0.output.1) } ?? ""
    }

    @Test(
        "tokens",
        arguments: [
            "let x: Int = 1 // é": """
            <span class="k">let</span> x: <span class="t">Int</span> = <span class="n">1</span> <span class="c">// é</span>
            """,
            "// é\nf(\"a\\(b)\")": """
            <span class="c">// é</span>
            f(<span class="s">&quot;a</span>\\(b)<span class="s">&quot;</span>)
            """,
            "a < b && c": "a &lt; b &amp;&amp; c",
            "": "",
        ])
    func areTheCompilers(code: String, html: String) throws {
        try #require(TestTools.libraries != nil, "the toolchain is found by PATH")
        #expect(try Self.code(code, TestTools.all) == html)
    }

    @Test("without the compiler's library", arguments: [nil, "/nowhere", "/usr"])
    func codeIsPlain(folder: String?) throws {
        let tools = RenderingTools(toolchainLibraries: folder.map { URL(filePath: $0) })
        #expect(try Self.code("let x = \"<\"", tools) == "let x = &quot;&lt;&quot;")
    }

    @Test("a library that is none")
    func brokenLibraryIsPlain() throws {
        let folder = try TemporaryFolder()
        try Data("no library".utf8).write(to: folder.url.appending(path: "libsourcekitdInProc.so"))
        #expect(try Self.code("let x", RenderingTools(toolchainLibraries: folder.url)) == "let x")
    }
}
