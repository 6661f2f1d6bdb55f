import BookModel

extension SampleBook {
    private static let somewhere = SourceRange(line: 1, column: 7, length: 6)

    /// One work that a chapter cites, and one that nobody does.
    static let bibliography = Bibliography(
        path: "Chapters/references.bib",
        entries: [
            BibliographyEntry(
                key: "gkvz22", kind: .inproceedings,
                authors: PersonList([
                    PersonName(given: "Shafi", family: "Goldwasser"),
                    PersonName(given: "Michael P.", family: "Kim"),
                    PersonName(given: "Vinod", family: "Vaikuntanathan"),
                    PersonName(given: "Or", family: "Zamir"),
                ]),
                title: ["Planting Undetectable Backdoors in Machine Learning Models"],
                fields: [
                    .booktitle: "63rd Annual Symposium on Foundations of Computer Science",
                    .pages: "931–942", .year: "2022", .doi: "10.1109/FOCS54457.2022.00092",
                    .eprint: "2204.06974", .archiveprefix: "arXiv",
                ], range: somewhere),
            BibliographyEntry(
                key: "unread", kind: .misc, title: ["Not cited"], fields: [.year: "1999"], range: somewhere),
        ])
}
