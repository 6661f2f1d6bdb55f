import BookModel
import BookRendering
import Testing

/// Citations in the text and the works that they lead to.
@Suite("Citations")
struct CitationTests {
    private static func entry(
        _ key: String, _ names: String..., year: String = "2000", others: Bool = false,
        kind: BibliographyEntry.Kind = .misc, fields: [BibliographyEntry.Field: String] = [:]
    ) -> BibliographyEntry {
        let persons = names.map { name in
            let parts = name.split(separator: "|").map(String.init)
            return PersonName(
                given: "G.", particle: parts.count > 1 ? parts[0] : "", family: parts[parts.count - 1])
        }
        return BibliographyEntry(
            key: key, kind: kind, authors: PersonList(persons, hasOthers: others),
            title: [Inline(stringLiteral: "Title of \(key)")],
            fields: fields.merging(year.isEmpty ? [:] : [.year: year]) { $1 }, range: Inline.somewhere)
    }

    private static func site(_ entries: [BibliographyEntry], _ build: (ChapterWriter) -> Void) throws -> Site
    {
        let chapter = ChapterWriter("02-x")
        build(chapter)
        let book = Book(
            configuration: BookConfiguration(), chapters: [chapter.chapter],
            bibliography: Bibliography(path: "references.bib", entries: entries))
        return try SiteRenderer(tools: TestTools.none).render(book, results: [:])
    }

    /// The labels of the bibliography in order.
    private static func labels(_ entries: [BibliographyEntry]) throws -> [String] {
        let site = try site(entries) { chapter in entries.forEach { chapter.paragraph(.citation($0.key)) } }
        let page = try #require(site.text(of: "bibliography.html"))
        return page.matches(of: /class="work-label">([^<]*)</).map { String($0.output.1) }
    }

    static let labels: [String: BibliographyEntry] = [
        "Lam79": entry("a", "Lamport", year: "1979"), "Péc05": entry("a", "Péché", year: "2005"),
        "RR07": entry("a", "Rahimi", "Recht", year: "2007"),
        "GKVZ22": entry("a", "Goldwasser", "Kim", "Vaikuntanathan", "Zamir", year: "2022"),
        "KKO+24": entry("a", "Kalavasis", "Karbasi", "Oikonomou", "S", "V", year: "2024"),
        "CCD+26": entry("a", "Collins", "Cumberland", "Dunn", year: "2026", others: true),
        "S+01": entry("a", "Sun", year: "2001", others: true),
        "vdWae30": entry("a", "van der|Waerden", year: "1930"),
        "dEJ07": entry("a", "d’Aspremont", "El Ghaoui", "Jordan", year: "2007"),
        "Ada": entry("a", "Ada", year: ""),
        "SRI79": entry("a", year: "1979", fields: [.institution: "SRI International"]),
        "RFC 8391": entry("a", "Huelsing", fields: [.shorthand: "RFC 8391"]), "Tit00": entry("a"),
    ]

    @Test("label", arguments: labels)
    func isShort(label: String, entry: BibliographyEntry) throws {
        #expect(try Self.labels([entry]) == [label])
    }

    @Test("works with one label are told apart, and stand by their authors")
    func labelsDiffer() throws {
        let entries = [
            Self.entry("z", "Berthet", "Rigollet", year: "2013"), Self.entry("m", "Zadik", year: "1990"),
            Self.entry("b", "Berthet", "Rigollet", year: "2013"), Self.entry("o", "Öberg", year: "1990"),
        ]
        #expect(try Self.labels(entries) == ["BR13a", "BR13b", "Öbe90", "Zad90"])
    }

    @Test("a citation leads to its work, and the work back to the sections that cite it")
    func linksLeadThereAndBack() throws {
        let site = try Self.site([Self.entry("a", "Lamport", year: "1979"), Self.entry("b", "Nobody")]) {
            $0.paragraph(.citation("a", "§5 <1>"))
            $0.heading(2, ["Section"])
            $0.paragraph(.citation("a"), .citation("a"))
        }
        let page = try #require(site.text(of: "02-x.html"))
        #expect(
            page.contains(
                """
                <span class="citation">[<a class="cite" id="cite-a" href="#ref-a" aria-label="Lam79: Lamport, 1979">\
                Lam79</a>, §5 &lt;1&gt;]</span>
                """))
        #expect(page.contains("id=\"cite-a-2\"") && page.contains("id=\"cite-a-3\""))
        let back = """
            Cited in <a href="#cite-a" aria-label="Chapter 2">2</a>, \
            <a href="#cite-a-2" aria-label="Section 2.1">2.1</a></span>
            """
        #expect(page.contains(back))
        let all = try #require(site.text(of: "bibliography.html"))
        #expect(all.contains("<a href=\"02-x.html#cite-a\" aria-label=\"Chapter 2\">2</a>"))
        #expect(all.contains("1 work, each"))
        #expect(!all.contains("Nobody"))
    }

    @Test("several works in one bracket")
    func shareABracket() throws {
        let site = try Self.site([Self.entry("a", "Lamport"), Self.entry("b", "Merkle")]) { chapter in
            chapter.paragraph(
                Inline(
                    .citation(
                        Citation(items: [
                            .init(key: "a", locator: "p. 3", range: Inline.somewhere),
                            .init(key: "b", locator: nil, range: Inline.somewhere),
                        ]))))
        }
        let text = try #require(site.text(of: "02-x.html")?.replacing(/<[^>]*>/, with: ""))
        #expect(text.contains("[Lam00, p. 3; Mer00]"))
    }

    @Test("a book whose chapters cite nothing has no page of works")
    func pageIsLeftOut() throws {
        let site = try Self.site([Self.entry("a", "Lamport")]) { $0.paragraph("Text.") }
        #expect(site.text(of: "bibliography.html") == nil)
        #expect(site.text(of: "index.html")?.contains("Bibliography") == false)
    }

    @Test("a title that cites has no second citation where it is shown on other pages")
    func titlesOnlyName() throws {
        let site = try Self.site([Self.entry("a", "Lamport")]) {
            $0.directive(.theorem, title: ["By ", .citation("a")], name: "thm-a", [.paragraph(["Text."])])
            $0.paragraph(.reference("thm-a"))
        }
        let page = try #require(site.text(of: "02-x.html"))
        #expect(page.matches(of: /id="cite-a/).count == 1)
        #expect(page.contains("Theorem&nbsp;2.1 (By <span class=\"citation\">[Lam00]</span>)"))
    }

    static let forms: [String: BibliographyEntry] = [
        "G. Paul. Title of a. Annals 33(5), 1643–1697, May 2005.": entry(
            "a", "Paul", year: "2005", kind: .article,
            fields: [.journal: "Annals", .volume: "33", .number: "5", .pages: "1643–1697", .month: "May"]),
        "G. A, G. B and others. Title of a. In Proceedings, LIPIcs 325, 7–9, ACM, 2025. doi:10.1145/1 · arXiv:2204.06974":
            entry(
                "a", "A", "B", year: "2025", others: true, kind: .inproceedings,
                fields: [
                    .booktitle: "Proceedings", .series: "LIPIcs", .volume: "325", .pages: "7–9",
                    .publisher: "ACM", .doi: "10.1145/1", .eprint: "2204.06974",
                ]),
        "G. A. Title of a. Technical report 98, SRI, 1979.": entry(
            "a", "A", year: "1979", kind: .techreport, fields: [.number: "98", .institution: "SRI"]),
        "G. A. Title of a. PhD thesis, MIT, 1979.": entry(
            "a", "A", year: "1979", kind: .phdthesis, fields: [.school: "MIT"]),
        "G. A. Title of a. RFC 8391, 2000.": entry("a", "A", fields: [.howpublished: "RFC 8391"]),
        "G. A. Title of a. 2000. ePrint 2022/123": entry(
            "a", "A", fields: [.eprint: "2022/123", .archiveprefix: "IACR"]),
        "Title of a. Third edition, Springer, note, 2000. a.example": entry(
            "a", kind: .book,
            fields: [
                .edition: "Third", .publisher: "Springer", .note: "note", .url: "https://a.example/b",
            ]),
    ]

    @Test("a work reads like a sentence", arguments: forms)
    func hasAForm(expected: String, entry: BibliographyEntry) throws {
        let site = try Self.site([entry]) { $0.paragraph(.citation("a")) }
        let page = try #require(site.text(of: "bibliography.html"))
        let item = try #require(page.firstMatch(of: /<\/span> <p>([\s\S]*?)\n<span class="cited-in">/))
        #expect(item.output.1.replacing(/<[^>]*>/, with: "") == expected)
    }

    @Test(
        "addresses",
        arguments: [
            [BibliographyEntry.Field.doi: "10.1002/(SICI)1<1::A>3.0.CO;2-2#x"]:
                "https://doi.org/10.1002/(SICI)1%3C1::A%3E3.0.CO;2-2%23x",
            [.eprint: "arXiv:math/0309136"]: "https://arxiv.org/abs/math/0309136",
            [.eprint: "math/0309136v2"]: "https://arxiv.org/abs/math/0309136v2",
            [.eprint: "2022/123", .archiveprefix: "Cryptology ePrint Archive"]:
                "https://eprint.iacr.org/2022/123",
            [.howpublished: "https://a.example/b--c"]: "https://a.example/b--c",
            [.howpublished: "RFC 8391"]: "https://www.rfc-editor.org/rfc/rfc8391",
            [.url: "https://a.example/?a=\"b\""]: "https://a.example/?a=%22b%22",
            [.eprint: "x", .archiveprefix: "hal"]: "",
        ])
    func leadToTheWork(fields: [BibliographyEntry.Field: String], address: String) throws {
        let site = try Self.site([Self.entry("a", "A", fields: fields)]) { $0.paragraph(.citation("a")) }
        let page = try #require(site.text(of: "bibliography.html"))
        let found = page.firstMatch(of: /<a href="(https:[^"]*)"/).map { String($0.output.1) }
        #expect(found ?? "" == address)
    }
}
