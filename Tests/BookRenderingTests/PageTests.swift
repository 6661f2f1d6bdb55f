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
        "main of a page with every construct",
        arguments: ["01-model", "03-checksum", "b-writing", "bibliography", "index"])
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
                let isLink = ["https://arxiv.org/abs/", "https://doi.org/"].contains(where: address.hasPrefix)
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
            site.files.keys.filter { !$0.hasPrefix("assets/search/") }.sorted() == [
                "assets/book.css", "assets/book.js", "index.html", "plain.html",
            ])
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

    private static func page(_ build: (ChapterWriter) -> Void) throws -> Site {
        let chapter = ChapterWriter("x")
        build(chapter)
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        return try SiteRenderer(tools: TestTools.none).render(book, results: ["x": chapter.results])
    }

    @Test("a percent sign stays with its number")
    func percentSignsStayWithTheirNumbers() throws {
        let site = try Self.page { $0.paragraph("At least 95 % of 20.") }
        #expect(site.text(of: "x.html")?.contains("At least 95\u{A0}% of 20.") == true)
    }

    @Test("a failed claim is shown whatever the flags say", arguments: [CellFlag.hidden, .quiet])
    func failedClaimsAreNotHidden(flag: CellFlag) throws {
        let claims = [
            CellOutput.claim(SampleBook.claim(true)), .claim(SampleBook.claim(false)), .text("quiet"),
        ]
        let text = try #require(try Self.page { $0.cell("x", flags: [flag], claims) }.text(of: "x.html"))
        #expect(text.contains("<strong>Does not hold:</strong>"))
        #expect(!text.contains("claim holds"))
        #expect(!text.contains(">quiet</pre>"))
    }

    @Test(
        "a hidden cell that failed or did not run is shown",
        arguments: [
            CellResult.Status.failed: "<strong>Failed.</strong> why",
            .skipped: "<strong>Did not run.</strong> why",
        ])
    func hiddenFailuresAreShown(status: CellResult.Status, words: String) throws {
        let site = try Self.page { $0.cell("x", flags: [.hidden], status: status, reason: "why") }
        #expect(site.text(of: "x.html")?.contains(words) == true)
    }

    @Test("a hidden cell that ran")
    func hiddenCellsAreHidden() throws {
        let site = try Self.page { $0.cell("secret", flags: [.hidden], [.text("secret")]) }
        #expect(site.text(of: "x.html")?.contains("secret") == false)
    }

    @Test("option lines are not shown, and the line is that of the code")
    func optionLinesAreLeftOut() throws {
        let site = try Self.page { $0.cell("//| label: a\nlet x = 1") }
        let text = try #require(site.text(of: "x.html"))
        #expect(text.contains("Chapters/x.md:5</a></p><pre><code>let x = 1</code></pre>"))
    }

    @Test("pieces of one stream are one, and a first empty line stays")
    func streamsAreJoined() throws {
        let outputs = [
            CellOutput.standardOutput("\na"), .standardOutput("b\n"), .standardError("c"), .text("d"),
        ]
        let site = try Self.page { $0.cell("x", outputs) }
        #expect(site.text(of: "x.html")?.contains("<pre>\n\nab</pre>") == true)
    }

    @Test("output is folded above 30 lines", arguments: [30: false, 31: true])
    func longOutputIsFolded(count: Int, isFolded: Bool) throws {
        let lines = (1...count).map(String.init).joined(separator: "\n")
        let site = try Self.page { $0.cell("x", [.standardOutput(lines)]) }
        #expect(site.text(of: "x.html")?.contains("<summary>\(count - 12) more lines</summary>") == isFolded)
    }

    @Test("a chapter that is called index")
    func frontPageIsNotReplaced() throws {
        let chapter = ChapterWriter("index")
        let book = Book(configuration: BookConfiguration(title: "The book"), chapters: [chapter.chapter])
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: [:])
        #expect(site.text(of: "index.html")?.contains("<h1>The book</h1>") == true)
        #expect(
            site.diagnostics.map { $0.text(quoting: nil) } == [
                """
                Chapters/index.md: error: a chapter cannot be called 'index': its page would be the front page \
                [reserved-chapter-name]
                help: rename the file
                """
            ])
    }

    @Test(
        "numbers of chapters",
        arguments: [
            ["01-a", "08-b", "b-c", "appendix-d-e"]: "1 8 B D", ["intro", "method"]: "1 2",
            ["00-preface", "01-a"]: " 1",
            ["01-a", "01-b"]: "1 2", ["about", "03-a"]: " 3", ["a1-x", "02-y"]: " 2",
        ])
    func areThoseOfTheFiles(stems: [String], numbers: String) {
        let chapters = stems.map { ChapterWriter($0).chapter }
        let index = BookIndex(Book(configuration: BookConfiguration(), chapters: chapters))
        #expect(index.entries.map { $0.number ?? "" }.joined(separator: " ") == numbers)
    }

    @Test("an output that differs from what is expected")
    func differenceIsMarkedInColourAndWithoutIt() throws {
        let chapter = ChapterWriter("x")
        chapter.cell("1", status: .failed)
        var results = chapter.results
        results.diagnostics = [
            Diagnostic(
                .error, "expectation", file: "Chapters/x.md", "differs",
                difference: TextDifference([
                    .init(.same, "<b>"), .init(.expected, "1 < 2"), .init(.shown, "3"), .init(.mark, "^"),
                    .init(.omission, "… and 2 more lines that differ"),
                ]), repairs: ["accept"], cell: results.cells[0].id)
        ]
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: ["x": results])
        #expect(
            site.text(of: "x.html")?.contains(
                """
                >Chapters/x.md: error: differs [expectation]
                <span class="difference">  &lt;b&gt;
                <del>- 1 &lt; 2
                </del><ins>+ 3
                </ins><span class="mark">  ^
                </span>  … and 2 more lines that differ
                </span>help: accept</pre>
                """) == true)
    }
}
