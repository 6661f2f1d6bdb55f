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
        let others = site.files.keys.filter {
            !$0.hasPrefix("assets/fonts/") && !$0.hasPrefix("assets/search/")
        }
        #expect(others.sorted() == ["assets/book.css", "assets/book.js", "index.html", "plain.html"])
        #expect(!site.files.keys.contains { $0.contains("KaTeX") })
        #expect(try Self.site().files.keys.contains("assets/fonts/KaTeX_Main-Regular.woff2"))
    }

    @Test func everyFontThatTheStyleNamesIsThereWithItsLicence() throws {
        let site = try Self.site()
        let css = try #require(site.text(of: "assets/book.css"))
        let named = css.matches(of: /url\(([^)]+)\)/).map { "assets/" + $0.output.1 }
        #expect(named.count == 7)
        for file in named { #expect(site.files[file]?.prefix(4) == [0x77, 0x4F, 0x46, 0x32], "\(file)") }
        #expect(site.text(of: "assets/fonts/OFL.txt")?.contains("SIL OPEN FONT LICENSE") == true)
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
        #expect(text.contains(">x.md:5</a>"))
        #expect(text.contains("</div>\n<pre><code>let x = 1</code></pre>"))
    }

    @Test("pieces of one stream are one, and a first empty line stays")
    func streamsAreJoined() throws {
        let outputs = [
            CellOutput.standardOutput("\na"), .standardOutput("b\n"), .standardError("c"), .text("d"),
        ]
        let site = try Self.page { $0.cell("x", outputs) }
        #expect(site.text(of: "x.html")?.contains("<pre>\n\nab</pre>") == true)
    }

    @Test("output is cut from view above 24 lines, and whole in the page", arguments: [24: false, 25: true])
    func longOutputIsFolded(count: Int, isFolded: Bool) throws {
        let lines = (1...count).map(String.init).joined(separator: "\n")
        let site = try Self.page { $0.cell("x", [.standardOutput(lines)]) }
        let text = try #require(site.text(of: "x.html"))
        #expect(text.contains("<summary>All \(count) lines</summary>") == isFolded)
        #expect(text.contains("<pre>\(lines)</pre>"))
    }

    @Test("what is long is whole where the cell says so")
    func longOutputStaysWhole() throws {
        var options = CellOptions()
        options.isFolded = false
        let lines = (1...99).map(String.init).joined(separator: "\n")
        let table = "<table><tbody>\((1...99).map { "<tr><td>\($0)</td></tr>" }.joined())</tbody></table>"
        let site = try Self.page {
            $0.cell(
                lines, options: options,
                [.standardOutput(lines), .value(MIMEBundle([MIMEBundle.html: table]))])
        }
        #expect(site.text(of: "x.html")?.contains("class=\"long") == false)
    }

    @Test("a table is cut from view above 24 rows", arguments: [24: false, 25: true])
    func longTableIsFolded(count: Int, isFolded: Bool) throws {
        let rows = (1...count).map { "<tr><td>\($0)</td></tr>" }.joined()
        let table = "<table><thead><tr><th>n</th></tr></thead><tbody>\(rows)</tbody></table>"
        let site = try Self.page { $0.cell("x", [.value(MIMEBundle([MIMEBundle.html: table]))]) }
        #expect(site.text(of: "x.html")?.contains("<summary>All \(count) rows</summary>") == isFolded)
    }

    @Test("code is cut from view above 40 lines", arguments: [40: false, 41: true])
    func longCodeIsFolded(count: Int, isFolded: Bool) throws {
        let site = try Self.page { $0.cell((1...count).map { "let x\($0) = 1" }.joined(separator: "\n")) }
        #expect(site.text(of: "x.html")?.contains("<summary>All \(count) lines</summary>") == isFolded)
    }

    @Test("an output of a million bytes goes on in a file that shows what it holds")
    func hugeOutputIsAFile() throws {
        let lines = (1...100_000).map { "line \($0)" }.joined(separator: "\n") + "\u{202E}"
        let site = try Self.page {
            $0.cell("x", [.standardOutput(lines)])
            $0.cell("y", [.standardOutput(String(repeating: "y", count: 500_000))])
        }
        let text = try #require(site.text(of: "x.html"))
        #expect(text.utf8.count < 250_000)
        #expect(
            text.contains(
                "<a href=\"assets/outputs/x/cell-1-1.txt\">All of it: 100,000 lines, 1.0 MB</a>"))
        #expect(site.text(of: "assets/outputs/x/cell-1-1.txt")?.hasSuffix("line 100000<U+202E>\n") == true)
        #expect(text.contains("<a href=\"assets/outputs/x/cell-2-1.txt\">All of it: 1 line, 500 kB</a>"))
    }

    @Test(
        "the command of a cell",
        arguments: [
            ["08-clwe"]: "book run 8#fig-a", ["B-writing", "a"]: "book run B#fig-a",
            ["clwe"]: "book run clwe#fig-a",
            ["0-b", "00-a"]: "book run 0#fig-a", ["00-a", "0-b"]: "book run 0#fig-a",
            ["it's here"]: "book run 'it'\\''s here#fig-a'", ["a#b"]: nil, ["-xy"]: "book run xy#fig-a",
            ["3-a#b"]: "book run 3#fig-a",
        ] as [[String]: String?])
    func commandIsOneThatTheShellTakes(stems: [String], command: String?) throws {
        var options = CellOptions()
        options.label = "fig-a"
        let chapters = stems.map { ChapterWriter($0) }
        for chapter in chapters { chapter.cell("x", options: options) }
        let book = Book(configuration: BookConfiguration(), chapters: chapters.map(\.chapter))
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: [:])
        let text = try #require(site.text(of: stems[0] + ".html"))
        let found = text.split(separator: "<details class=\"run\">").dropFirst().first.map { rest in
            rest.split(separator: "<code>")[1].prefix { $0 != "<" }.replacing("&#39;", with: "'")
        }
        #expect(found.map { String($0) } == command)
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
