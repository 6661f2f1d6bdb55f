import BookModel
import BookRendering
import Foundation
import Testing

/// What of a chapter is found, where it leads, and that what is found is what the pages say now.
@Suite("Text of a search")
struct SearchTextTests {
    private static func site(_ chapters: [ChapterWriter], store: URL? = nil) throws -> Site {
        let book = Book(configuration: BookConfiguration(title: "Book"), chapters: chapters.map(\.chapter))
        return try SiteRenderer(tools: RenderingTools(store: store)).render(
            book, results: Dictionary(uniqueKeysWithValues: chapters.map { ($0.chapter.stem, $0.results) }))
    }

    private static func chapter(word: String = "wombat") -> ChapterWriter {
        let chapter = ChapterWriter("01-a", summary: "In summary.")
        chapter.heading(1, ["Alpha"], name: "chap-a")
        chapter.paragraph(Inline(.text("Opening \(word).")))
        chapter.heading(2, ["Second <b>"], name: "sec-b")
        chapter.paragraph("Prose.", .note("n"))
        chapter.add(.footnote(Footnote(name: "n", blocks: [chapter.block(.paragraph(["Sidelong."]))])))
        chapter.directive(.theorem, title: ["Euclid"], name: "thm-b", [.paragraph(["Primes."])])
        chapter.directive(.exercise, name: "exr-b", [.paragraph(["Prove."])])
        chapter.cell(
            "let visible = 1", options: .labelled("fig-b", caption: ["Captioned."], alt: "Alternative."),
            [
                .text("printed"),
                .claim(ClaimResult(sentence: "Claimed", measured: "1", bound: "≥ 1", holds: true, line: 1)),
            ])
        chapter.cell("let concealed = 1", flags: [.hidden], [.text("1")])
        chapter.cell(
            "let hushed = 1", flags: [.quiet],
            [.claim(ClaimResult(sentence: "Unshown", measured: "1", bound: "≥ 1", holds: true, line: 1))])
        chapter.add(.listing(Listing(language: "sh", code: "listed", name: "lst-b")))
        chapter.add(.math(DisplayMath(tex: #"\gamma \ge 1"#, name: "eq-b")))
        chapter.add(
            .table(
                PipeTable(
                    alignments: [.natural], header: [["Headed"]], rows: [[["Celled"]]], name: "tbl-b",
                    caption: ["Tabled."])))
        chapter.list([["Itemised."]])
        return chapter
    }

    @Test(
        "each thing leads to its place",
        arguments: [
            "alpha": "01-a.html", "wombat": "01-a.html", "summary": "01-a.html", "second": "01-a.html#sec-b",
            "sidelong": "01-a.html#fn-n", "euclid": "01-a.html#thm-b", "primes": "01-a.html#thm-b",
            "theorem 1.1": "01-a.html#thm-b", "prove": "01-a.html#exr-b", "captioned": "01-a.html#fig-b",
            "alternative": "01-a.html#fig-b", "visible": "01-a.html#fig-b-code",
            "claimed": "01-a.html#fig-b-code",
            "listed": "01-a.html#lst-b", "gamma": "01-a.html#eq-b", "tabled": "01-a.html#tbl-b",
            "celled": "01-a.html#tbl-b", "itemised": "01-a.html#sec-b",
        ])
    func areFound(query: String, address: String) throws {
        let site = try Self.site([Self.chapter()])
        #expect(try Self.address(of: query, in: site) == address)
        let name = address.split(separator: "#").dropFirst().first.map(String.init) ?? "main"
        #expect(site.text(of: "01-a.html")?.contains("id=\"\(name)\"") == true)
    }

    /// Where the first result leads: to the block that the excerpt is of.
    private static func address(of query: String, in site: Site) throws -> String? {
        let engine = try SearchEngine(site)
        try engine.run("bookSearch.texts = {};" + (site.text(of: "assets/search/texts/01-a.js") ?? ""))
        return try engine.value(
            """
            (function () {
                var result = bookSearch.find("\(query)").results[0];
                if (!result) { return null; }
                var place = result.place, blocks = bookSearch.texts[place.page][place.section];
                var found = bookSearch.excerpt(blocks, result.terms);
                var anchor = found && found.anchor || place.anchor;
                return place.page + (anchor ? "#" + anchor : "");
            })()
            """, as: String?.self)
    }

    @Test("what the page does not show is not found", arguments: ["printed", "concealed", "unshown"])
    func hiddenIsNotFound(word: String) throws {
        #expect(try SearchEngine(Self.site([Self.chapter()])).find(word).results.isEmpty)
    }

    @Test("a failed claim of a quiet cell is found, since the page shows it")
    func failedClaimsAreFound() throws {
        let chapter = ChapterWriter("01-a")
        let claim = ClaimResult(sentence: "Unshown", measured: "0", bound: "≥ 1", holds: false, line: 1)
        chapter.cell("let hushed = 1", flags: [.quiet], status: .failed, [.claim(claim)])
        #expect(try SearchEngine(Self.site([chapter])).find("unshown").addresses == ["01-a.html"])
    }

    // MARK: - Never stale

    // That a page which is not rendered again keeps its line and its text, `PageMemoryTests` show for every file.

    @Test("after an edit the new word is found and the old one is not; other lines of the index stay")
    func indexIsNeverOld() throws {
        let folder = try TemporaryFolder()
        let other = ChapterWriter("02-b")
        other.paragraph("Unchanged.")
        func index(_ word: String) throws -> [Substring] {
            let site = try Self.site([Self.chapter(word: word), other], store: folder.url)
            let engine = try SearchEngine(site)
            #expect(try engine.find(word).addresses == ["01-a.html"])
            #expect(try engine.find(word == "wombat" ? "lemur" : "wombat").results.isEmpty)
            #expect(site.text(of: "assets/search/texts/01-a.js")?.contains(word) == true)
            return try #require(site.text(of: "assets/search/index.js")).split(separator: "\n")
        }
        let before = try index("wombat")
        let after = try index("lemur")
        #expect(before[1] != after[1])
        #expect(before[2] == after[2])
        #expect(try index("wombat") == before)
    }

    @Test("a page title that changes alone changes the index")
    func titlesCount() throws {
        let folder = try TemporaryFolder()
        for title in ["Beta", "Gnu"] {
            let chapter = ChapterWriter("01-a")
            chapter.heading(1, [Inline(.text(title))])
            #expect(
                try SearchEngine(Self.site([chapter], store: folder.url)).find(title).addresses == [
                    "01-a.html"
                ])
        }
    }

    // MARK: - Files

    @Test("the files of a search, and that the page names none of them but where they are")
    func filesAreThere() throws {
        let site = try Self.site([Self.chapter()])
        let files = site.files.keys.filter { $0.hasPrefix("assets/search/") }.sorted()
        #expect(
            files == [
                "assets/search/index.js", "assets/search/lunr.js", "assets/search/search.js",
                "assets/search/texts/01-a.js",
            ])
        let page = try #require(site.text(of: "01-a.html"))
        #expect(page.contains("<header class=\"page-header\" data-search=\"assets/search/\">"))
        #expect(!page.contains("assets/search/search.js"))
        #expect(site.sources.contains("/usr/share/javascript/lunr/lunr.min.js"))
        #expect(try Self.site([Self.chapter()]).files == site.files)
    }

    @Test("without lunr no page is made, and what to install is said")
    func missingLunrIsSaid() throws {
        var tools = RenderingTools()
        tools.lunr = URL(filePath: "/nowhere/lunr.min.js")
        let book = Book(configuration: BookConfiguration(title: "Book"), chapters: [Self.chapter().chapter])
        let error = RenderingError.missingLunr(file: "/nowhere/lunr.min.js")
        #expect(throws: error) { try SiteRenderer(tools: tools).render(book, results: [:]) }
        #expect(
            error.description == """
                cannot read '/nowhere/lunr.min.js', which searches the pages; install it with: apt-get install libjs-lunr
                """)
    }

    @Test("works of the bibliography are found on its page")
    func worksAreFound() throws {
        let chapter = ChapterWriter("01-a")
        chapter.paragraph(.citation("gkvz22"))
        let book = Book(
            configuration: BookConfiguration(title: "Book"), chapters: [chapter.chapter],
            bibliography: SampleBook.bibliography)
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: [:])
        let addresses = try SearchEngine(site).find("Goldwasser").addresses
        #expect(addresses.contains { $0.hasPrefix("bibliography.html#ref-") })
    }
}
