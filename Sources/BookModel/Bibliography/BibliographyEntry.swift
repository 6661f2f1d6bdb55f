/// A work that the book may cite.
public struct BibliographyEntry: Hashable, Sendable {
    /// What kind of work it is; the names are those of BibTeX and BibLaTeX.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case article, book, booklet, conference, dataset, inbook, incollection, inproceedings, manual
        case mastersthesis, misc, online, patent, phdthesis, proceedings, report, software, techreport
        case thesis, unpublished

        /// Whether the work stands in a larger one, whose title is `booktitle`.
        public var isPart: Bool {
            switch self {
            case .conference, .inbook, .incollection, .inproceedings: true
            default: false
            }
        }
    }

    /// What is said of a work beside its authors and its title.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        case address, archiveprefix, booktitle, chapter, doi, edition, eprint, howpublished, institution
        case journal, month, note, number, organization, pages, publisher, school, series, shorthand, type
        case url, volume, year
    }

    public let key: String
    public let kind: Kind
    public let authors: PersonList
    public let editors: PersonList
    /// The title with its formulas and emphasis.
    public let title: [Inline]
    /// The other fields as text, without LaTeX: pages `931–942`, month `May`.
    public let fields: [Field: String]
    /// The place of the key in the file.
    public let range: SourceRange

    public init(
        key: String, kind: Kind, authors: PersonList = PersonList(), editors: PersonList = PersonList(),
        title: [Inline], fields: [Field: String] = [:], range: SourceRange
    ) {
        self.key = key
        self.kind = kind
        self.authors = authors
        self.editors = editors
        self.title = title
        self.fields = fields
        self.range = range
    }

    public subscript(field: Field) -> String? { fields[field] }
}
