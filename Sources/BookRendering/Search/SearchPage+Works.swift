import BookModel

extension SearchPage {
    /// The page of the bibliography: every work is a section.
    init(_ works: [CitedWorks.Work], address: String, title: String) {
        let sections = works.map { work in
            SearchSection(
                anchor: work.anchor, number: work.label, title: Self.plain(work.entry.title),
                titleField: .name,
                blocks: [SearchBlock(.text, Escaping.visible(Self.details(of: work.entry)))])
        }
        let opening = SearchSection(anchor: "", number: "", title: title)
        self.init(address: address, label: "", title: title, sections: [opening] + sections)
    }

    /// `Goldwasser, Kim, Vaikuntanathan, Zamir, FOCS, 2022`.
    private static func details(of entry: BibliographyEntry) -> String {
        let persons = entry.authors.isEmpty ? entry.editors : entry.authors
        let fields: [BibliographyEntry.Field] = [
            .journal, .booktitle, .series, .publisher, .institution, .school, .organization, .howpublished,
            .eprint,
            .year,
        ]
        return (persons.names.map(\.full) + fields.compactMap { entry[$0] }).joined(separator: ", ")
    }

    private static func plain(_ inlines: [Inline]) -> String {
        let text = inlines.map { inline in
            switch inline.content {
            case .emphasis(let inner), .strong(let inner): plain(inner)
            case .math(let tex): FormulaText.text(of: tex)
            default: Inline.plainText([inline])
            }
        }
        return Escaping.visible(SearchLine.of(text.joined()))
    }
}
