import BookModel
import Foundation
import Testing

/// What the grammar of BibTeX allows.
@Suite("references.bib") struct BibTeXTests {
    @Test func everyConstructIsRead() {
        let text = """
            Text between entries is a comment; % so is a line like this, with @nothing{ in it
            % @article{hidden, title = {A}}
            @comment{ @article{hidden, title = {A}} }
            @preamble{ "\\newcommand{\\x}{y}" }
            @string{jams = "Journal of the {AMS}"}
            @STRING(press = {A } # "Press")
            @Article { key-1 ,
              AUTHOR = "Erd{\\H o}s, Paul and van der Waerden, B. L.",
              title = {A {B} "C" $x_{1}$ and \\emph{D}},
              journal = jams # " (" # 2 # ")",
              month = 1 # "~" # jan,
              pages = "1--" # 10,
              year = 1950,
            }
            @book(key-2, title = {In (round) brackets}, publisher = press, year = {2001})
            """
        let parsed = ParsedReferences.parse(text)
        #expect(parsed.diagnostics.map { $0.text(quoting: nil) } == [])
        #expect(
            parsed.book.bibliography?.dump == """
                bibliography references.bib
                ├─ article key-1 @7:12-7:16
                │  ├─ author given "Paul" family "Erdős"
                │  ├─ author given "B. L." particle "van der" family "Waerden"
                │  ├─ title
                │  │  ├─ text "A B \\"C\\" " @9:12-9:41
                │  │  ├─ math "x_{1}" @9:23-9:27
                │  │  ├─ text " and " @9:12-9:41
                │  │  └─ emphasis @9:40-9:40
                │  │     └─ text "D" @9:40-9:40
                │  ├─ journal "Journal of the AMS (2)"
                │  ├─ month "1\u{A0}January"
                │  ├─ pages "1–10"
                │  └─ year "1950"
                └─ book key-2 @15:7-15:11
                   ├─ title
                   │  └─ text "In (round) brackets" @15:23-15:41
                   ├─ publisher "A Press"
                   └─ year "2001"

                """)
    }

    @Test(
        "months",
        arguments: [
            "jan": "January", "DEC": "December", "{May}": "May", "{sept.}": "September", "\"7\"": "July",
            "{07}": "July", "{May--June}": "May–June",
        ])
    func areNamed(written: String, name: String) {
        #expect(
            ParsedReferences.entry("@misc{a, title = {A}, year = 1, month = \(written)}")?[.month] == name)
    }

    @Test(
        "identifiers",
        arguments: [
            ["doi", "{10.1145/3717823.3718245}"]: "10.1145/3717823.3718245",
            ["doi", "{https://doi.org/10.1109/A\\_B.1}"]: "10.1109/A_B.1",
            ["doi", "{doi:10.1002/(SICI)1<1::AID>3.0.CO;2-2}"]: "10.1002/(SICI)1<1::AID>3.0.CO;2-2",
            ["eprint", "{2204.06974}"]: "2204.06974",
            ["url", "{\\url{https://a.example/~b?c=d\\&e=f\\#g}}"]: "https://a.example/~b?c=d&e=f#g",
            ["pages", "{38:1--38:21}"]: "38:1–38:21", ["pages", "{7-9, 11 -- 12}"]: "7–9, 11–12",
            ["number", "{CSL-98}"]: "CSL-98",
        ])
    func areAsOneWritesThem(field: [String], value: String) throws {
        let kind = try #require(BibliographyEntry.Field(rawValue: field[0]))
        let entry = ParsedReferences.entry("@misc{a, title = {A}, year = 1, \(field[0]) = \(field[1])}")
        #expect(entry?[kind] == value)
    }

    @Test("the names of BibLaTeX are those of BibTeX too")
    func aliasesAreRead() {
        let entry = ParsedReferences.entry(
            """
            @article{a, title = {A}, subtitle = {B}, journaltitle = {C}, date = {2022-05-03}, \
            eprinttype = {arXiv}, location = {Graz}}
            """)
        #expect(entry.map { Inline.plainText($0.title) } == "A: B")
        #expect(
            entry?.fields == [
                .journal: "C", .year: "2022", .month: "May", .archiveprefix: "arXiv", .address: "Graz",
            ])
    }

    @Test("crossref") func fieldsAreTakenFromTheParent() throws {
        let parsed = ParsedReferences.parse(
            """
            @inproceedings{a, title = {A}, crossref = {p}, publisher = {Own}}
            @proceedings{p, title = {Proceedings}, editor = {E, F}, year = 2000, publisher = {Theirs}}
            """)
        #expect(parsed.diagnostics.isEmpty)
        let entry = try #require(parsed.book.bibliography?["a"])
        #expect(Inline.plainText(entry.title) == "A")
        #expect(entry.editors.names == [PersonName(given: "F", family: "E")])
        #expect(entry.fields == [.booktitle: "Proceedings", .year: "2000", .publisher: "Own"])
    }

    /// A book's own references are read without a word, and each says who, what and when.
    @Test func referencesOfThisBookAreSound() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Chapters/references.bib")
        let parsed = ParsedReferences.parse(try String(contentsOf: file, encoding: .utf8))
        #expect(parsed.diagnostics.map(\.message) == [])
        let entries = try #require(parsed.book.bibliography?.entries)
        #expect(entries.count >= 45)
        for entry in entries {
            #expect(
                !entry.authors.isEmpty && !entry.title.isEmpty && entry[.year]?.count == 4, "\(entry.key)")
            let shown = ([Inline.plainText(entry.title)] + entry.fields.values).joined()
            #expect(!shown.contains { "{}\\$".contains($0) }, "\(entry.key): \(shown)")
        }
    }
}
