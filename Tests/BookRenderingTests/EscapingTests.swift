import BookModel
import BookRendering
import Testing

/// Text from anywhere must reach a page as text.
@Suite("Escaping")
struct EscapingTests {
    static let attack = "\"><script>alert('x')</script>"

    /// A place where text reaches a page, and a book that has the attack there.
    struct Place: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let build: @Sendable (ChapterWriter) -> Void

        init(_ name: String, _ build: @escaping @Sendable (ChapterWriter) -> Void) {
            testDescription = name
            self.build = build
        }
    }

    static let places: [Place] = [
        Place("chapter title") { $0.heading(1, [text]) },
        Place("heading") { $0.heading(2, [text]) },
        Place("name of a heading") { $0.heading(2, ["x"], name: attack) },
        Place("paragraph") { $0.paragraph(text) },
        Place("emphasis") { $0.paragraph(.emphasis(text), .strong(text)) },
        Place("code in a line") { $0.paragraph(.code(attack)) },
        Place("formula that KaTeX rejects") { $0.paragraph(.math("\\nothing\(attack)")) },
        Place("formula that KaTeX takes") { $0.paragraph(.math("\\text{\(attack)}")) },
        Place("raw HTML in a line") { $0.paragraph(Inline(.html(attack))) },
        Place("raw HTML block") { $0.add(.html(attack)) },
        Place("link text") { $0.paragraph(.link("https://a.example", text)) },
        Place("link destination") { $0.paragraph(.link("https://a.example/\(attack)", "x")) },
        Place("link title") {
            $0.paragraph(Inline(.link(destination: "https://a.example", title: attack, text: ["x"])))
        },
        Place("picture") { $0.paragraph(Inline(.image(source: attack, title: attack, alternative: attack))) },
        Place("reference") { $0.paragraph(.reference(attack)) },
        Place("citation") { $0.paragraph(.citation(attack, attack)) },
        Place("footnote name") { chapter in
            chapter.paragraph(.note(attack))
            chapter.add(.footnote(Footnote(name: attack, blocks: [chapter.block(.paragraph([text]))])))
        },
        Place("unknown footnote") { $0.paragraph(.note(attack)) },
        Place("inline value") { chapter in
            chapter.give([0: attack])
            chapter.paragraph(.value(0, "x"))
        },
        Place("inline value that is missing") { $0.paragraph(.value(9, attack)) },
        Place("listing") { $0.add(.listing(Listing(language: attack, code: attack))) },
        Place("list item") { $0.list([[text]]) },
        Place("quote") { chapter in chapter.add(.quote([chapter.block(.paragraph([text]))])) },
        Place("directive") { $0.directive(.theorem, title: [text], name: attack, [.paragraph([text])]) },
        Place("table cell and caption") {
            $0.add(
                .table(
                    PipeTable(
                        alignments: [.left], header: [[text]], rows: [[[text]]], name: attack, caption: [text]
                    )))
        },
        Place("equation name") { $0.add(.math(DisplayMath(tex: "x", name: attack))) },
        Place("code") { $0.cell("let x = \"\(attack)\"") },
        Place("label") { $0.cell("x", options: .labelled(attack), [.text("x")]) },
        Place("standard output") { $0.cell("x", [.standardOutput(attack)]) },
        Place("standard error") { $0.cell("x", [.standardError(attack)]) },
        Place("value as text") { $0.cell("x", [.text(attack)]) },
        Place("value as HTML") {
            $0.cell("x", [.table("<table><tr><td>\(attack)</td></tr></table>\(attack)")])
        },
        Place("value as SVG") {
            $0.cell("x", [.value(MIMEBundle([MIMEBundle.svg: "<svg>\(attack)</svg>"]))])
        },
        Place("value as PNG") {
            $0.cell("x", [.value(MIMEBundle([MIMEBundle.png: attack, MIMEBundle.plainText: attack]))])
        },
        Place("value as figure") { $0.cell("x", [.figure(attack, text: attack)]) },
        Place("caption") { $0.cell("x", options: .labelled("fig-x", caption: [text], alt: attack), [png]) },
        Place("alternative text") { $0.cell("x", options: .labelled("fig-x", alt: attack), [png]) },
        Place("claim") {
            $0.cell(
                "x",
                [
                    .claim(
                        ClaimResult(sentence: attack, measured: attack, bound: attack, holds: false, line: 1))
                ])
        },
        Place("required failure") { $0.cell("x", flags: [.fails], required: attack) },
        Place("reason") { $0.cell("x", status: .skipped, reason: attack) },
        Place("diagnostic of a cell") {
            $0.cell("x", status: .failed)
            $0.fail(
                Diagnostic(
                    .error, "x", file: attack, attack, notes: [.init(attack)], repairs: [attack],
                    cell: "cell-1"))
        },
        Place("diagnostic of a chapter") { $0.fail(Diagnostic(.error, "x", file: attack, attack)) },
    ]

    private static let text = Inline(stringLiteral: attack)
    private static let png = CellOutput.value(MIMEBundle([MIMEBundle.png: "iVBORw0KGgo="]))

    @Test("a script", arguments: places)
    func isText(place: Place) throws {
        let chapter = ChapterWriter("01-x", summary: "summary")
        place.build(chapter)
        try Self.expectNoScript(
            Book(configuration: BookConfiguration(), chapters: [chapter.chapter]), chapter.results)
    }

    @Test("a script in the configuration, the summary and the file name")
    func isTextOnTheFrontPage() throws {
        let attack = Self.attack
        let chapter = ChapterWriter("01-\(attack)", summary: attack)
        chapter.cell("x", [.text("x")])
        let configuration = BookConfiguration(
            title: attack, subtitle: attack, authors: [attack], summary: attack,
            parts: [.init(title: attack, chapters: [chapter.chapter.stem])])
        try Self.expectNoScript(
            Book(configuration: configuration, chapters: [chapter.chapter]), chapter.results)
    }

    private static func expectNoScript(_ book: Book, _ results: ChapterResults) throws {
        let site = try SiteRenderer(tools: TestTools.all).render(
            book, results: [book.chapters[0].stem: results])
        for (path, bytes) in site.files where path.hasSuffix(".html") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(
                text.matches(of: /<script/.ignoresCase()).count == 1, "\(path) has only the book's own script"
            )
            #expect(!text.contains("\"><script"))
            #expect(!text.contains("javascript:"))
        }
    }

    @Test(
        "control characters",
        arguments: [
            "\u{0}": "^@", "\u{1B}[31m": "^[[31m", "a\rb": "a^Mb", "\u{7F}": "^?", "\u{85}": "\u{FFFD}",
            "a\r\nb": "a\nb", "\u{202E}": "&lt;U+202E&gt;", "\t\n.": "\t\n.", "é𝔸\u{00A0}": "é𝔸\u{00A0}",
        ])
    func areVisible(text: String, shown: String) throws {
        let chapter = ChapterWriter("x")
        chapter.cell("x", [.text(text)])
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: ["x": chapter.results])
        #expect(site.text(of: "x.html")?.contains("<div class=\"output value\"><pre>\(shown)</pre>") == true)
    }

    @Test(
        "addresses that could run something",
        arguments: [
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java\nscript:x",
        ])
    func areNotLinked(address: String) throws {
        let chapter = ChapterWriter("x")
        chapter.paragraph(.link(address, "text"))
        let book = Book(configuration: BookConfiguration(), chapters: [chapter.chapter])
        let site = try SiteRenderer(tools: TestTools.none).render(book, results: [:])
        #expect(site.text(of: "x.html")?.contains("<p>text</p>") == true)
        #expect(site.diagnostics.map(\.message) == ["pages do not link to '\(address)'"])
    }
}
