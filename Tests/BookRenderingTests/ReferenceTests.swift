import BookModel
import BookRendering
import Foundation
import Testing

/// Where references lead, and what a page keeps for others.
@Suite("References")
struct ReferenceTests {
    private static func site(_ chapters: ChapterWriter...) throws -> Site {
        let book = Book(configuration: BookConfiguration(title: "Book"), chapters: chapters.map(\.chapter))
        return try SiteRenderer(tools: TestTools.none).render(
            book, results: Dictionary(uniqueKeysWithValues: chapters.map { ($0.chapter.stem, $0.results) }))
    }

    private static var target: ChapterWriter {
        let chapter = ChapterWriter("02-b", summary: "What it is about.")
        chapter.heading(1, ["Beta"], name: "chap-b")
        chapter.heading(2, ["Section"], name: "sec-b")
        chapter.paragraph("Its first words.")
        chapter.paragraph("Its next words.")
        chapter.directive(.theorem, title: ["Euclid"], name: "thm-b", [.paragraph(["There are <many>."])])
        chapter.add(.listing(Listing(language: "sh", code: "ls", name: "lst-b")))
        chapter.cell("1 + 1", options: .labelled("tbl-b", caption: ["Sum."]), [.text("2")])
        chapter.cell("let x = 1", options: .labelled("lst-c", caption: ["A constant."]), [.text("1")])
        chapter.directive(.exercise, name: "ex-b", [.paragraph(["Do it."])])
        chapter.paragraph("Between.")
        chapter.directive(.solution, name: "sol-b", [.paragraph(["Done."])])
        return chapter
    }

    @Test(
        "words and address",
        arguments: [
            "sec-b": ["02-b.html#sec-b", "Section&nbsp;2.1, Section"],
            "thm-b": ["02-b.html#thm-b", "Theorem&nbsp;2.1 (Euclid)"],
            "lst-b": ["02-b.html#lst-b", "Listing&nbsp;2.1"],
            "lst-c": ["02-b.html#lst-c", "Listing&nbsp;2.2"],
            "tbl-b": ["02-b.html#tbl-b", "Table&nbsp;2.1"], "ex-b": ["02-b.html#ex-b", "Exercise&nbsp;2.1"],
            "sol-b": ["02-b.html#sol-b", "Solution of Exercise&nbsp;2.1"],
            "chap-b": ["02-b.html#chap-b", "Chapter&nbsp;2, Beta"],
        ])
    func areFilledIn(name: String, expected: [String]) throws {
        let chapter = ChapterWriter("01-a")
        chapter.paragraph(.reference(name))
        chapter.paragraph(.link("#\(name)", "words"))
        chapter.paragraph(.link("02-b.md#\(name)", "words"))
        let site = try Self.site(chapter, Self.target)
        let page = try #require(site.text(of: "01-a.html"))
        #expect(page.contains("<a class=\"reference\" href=\"\(expected[0])\">\(expected[1])</a>"))
        #expect(
            page.matches(of: /<a class="reference" href="([^"]*)">words</).map(\.output.1) == [
                Substring(expected[0]), Substring(expected[0]),
            ])
        let target = try #require(site.text(of: "02-b.html"))
        #expect(target.contains("id=\"\(name)\""))
        #expect(site.diagnostics.isEmpty)
    }

    @Test(
        "a link that leads to no page is not one", arguments: ["Data/x.csv", "b.html", "#nowhere", "no.md"])
    func brokenLinksAreText(destination: String) throws {
        let chapter = ChapterWriter("01-a")
        chapter.paragraph(.link(destination, "words"))
        let page = try #require(try Self.site(chapter).text(of: "01-a.html"))
        #expect(page.contains("words"))
        #expect(!page.contains("href=\"\(destination)"))
    }

    @Test("what another page refers to is in the script of its page, and nothing else is")
    func piecesAreKept() throws {
        let chapter = ChapterWriter("01-a")
        for name in ["sec-b", "thm-b", "lst-b", "tbl-b"] { chapter.paragraph(.reference(name)) }
        chapter.paragraph(.chapter("02-b.md"))
        let site = try Self.site(chapter, Self.target)
        #expect(site.files.keys.filter { $0.contains("previews") } == ["assets/previews/02-b.js"])
        let script = try #require(site.text(of: "assets/previews/02-b.js"))
        let start = "bookPreviews[\"02-b.html\"] = "
        #expect(script.hasPrefix(start) && script.hasSuffix(";\n"))
        let pieces = try JSONDecoder().decode(
            [String: String].self, from: Data(script.dropFirst(start.count).dropLast(2).utf8))
        #expect(pieces.keys.sorted() == ["", "lst-b", "sec-b", "tbl-b", "thm-b"])
        #expect(pieces["sec-b"]?.contains("<p>Its first words.</p>") == true)
        #expect(pieces["sec-b"]?.contains("next words") == false)
        #expect(pieces["thm-b"]?.contains("There are &lt;many&gt;.") == true)
        #expect(pieces[""]?.contains("<p class=\"summary\">What it is about.</p>") == true)
        #expect(pieces["tbl-b"]?.contains("Sum.</figcaption>") == true)
    }

    @Test("a page without references from elsewhere has no script of pieces")
    func ownReferencesNeedNoScript() throws {
        let chapter = Self.target
        chapter.paragraph(.reference("thm-b"))
        #expect(try !Self.site(chapter).files.keys.contains { $0.contains("previews") })
    }

    @Test("a caption is shown whatever the cell gave, once")
    func captionsAreShown() throws {
        let page = try #require(try Self.site(Self.target).text(of: "02-b.html"))
        #expect(page.matches(of: /Table 2\.1<\/span> Sum\./).count == 1)
        #expect(page.matches(of: /Listing 2\.2<\/span> A constant\./).count == 1)
        #expect(page.contains("<figcaption><span class=\"caption-label\">Listing 2.1</span></figcaption>"))
    }

    @Test("a solution names its exercise and leads back to it")
    func solutionsNameTheirExercise() throws {
        let page = try #require(try Self.site(Self.target).text(of: "02-b.html"))
        #expect(page.contains("<summary><span class=\"box-kind\">Solution of Exercise 2.1</span></summary>"))
        #expect(page.contains("<a class=\"reference\" href=\"#ex-b\">Exercise 2.1</a>"))
    }

    @Test("a heading's own anchor is never one that the page has itself")
    func anchorsAreFree() throws {
        let chapter = ChapterWriter("01-a")
        for title in ["Main", "Contents", "Cell 1"] { chapter.heading(2, [Inline(stringLiteral: title)]) }
        chapter.cell("1")
        let page = try #require(try Self.site(chapter).text(of: "01-a.html"))
        for anchor in ["main-2", "contents-2", "cell-1-2"] { #expect(page.contains("<h2 id=\"\(anchor)\">")) }
    }

    @Test("a note is on the page once, at its foot, with a way there and back")
    func notesAreNotDoubled() throws {
        let chapter = ChapterWriter("01-a")
        chapter.paragraph("A", .note("why"), " and again", .note("why"), " and", .note("how"))
        for (name, text) in [("how", "By hand."), ("why", "Because of it.")] {
            let inner = chapter.block(.paragraph([Inline(stringLiteral: text)]))
            chapter.add(.footnote(Footnote(name: name, blocks: [inner])))
        }
        let page = try #require(try Self.site(chapter).text(of: "01-a.html"))
        #expect(page.matches(of: /Because of it\./).count == 1)
        let first = try #require(page.firstRange(of: "Because of it."))
        let second = try #require(page.firstRange(of: "By hand."))
        #expect(first.lowerBound < second.lowerBound)
        for link in ["href=\"#fn-why\"", "href=\"#fnref-why\"", "href=\"#fnref-why-2\"", "href=\"#fn-how\""] {
            #expect(page.contains(link))
        }
        // Only the first call of a note is where the note stands beside the text.
        #expect(page.matches(of: /anchor-name:--call-1"/).count == 1)
    }

    @Test("a former address leads on without a script, and with one to the same place")
    func formerAddressesLeadOn() throws {
        let range = Inline.somewhere
        let chapter = ChapterWriter(
            "02-b <c>", formerly: ["01-old", "02-b <c>"].map { FormerName(stem: $0, range: range) })
        chapter.heading(1, ["Beta & more"])
        let site = try Self.site(chapter)
        let page = try #require(site.text(of: "01-old.html"))
        for part in [
            "<link rel=\"canonical\" href=\"02-b%20%3Cc%3E.html\">",
            "<meta http-equiv=\"refresh\" content=\"0; url=02-b%20%3Cc%3E.html\">",
            "<p><a href=\"02-b%20%3Cc%3E.html\">Beta &amp; more</a></p>",
            "<script src=\"assets/moved.js\"></script>",
        ] { #expect(page.contains(part), "\(part)") }
        #expect(site.text(of: "assets/moved.js")?.contains("location.hash") == true)
        // The page that is there is not replaced.
        #expect(site.text(of: "02-b <c>.html")?.contains("refresh") == false)
    }
}
