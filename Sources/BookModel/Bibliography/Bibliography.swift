/// The works of `Chapters/references.bib`, in the order of the file.
public struct Bibliography: Hashable, Sendable {
    /// The path that people see, relative to the root of the book.
    public let path: String
    /// The entries; no two have the same key.
    public let entries: [BibliographyEntry]
    private let places: [String: Int]

    public init(path: String, entries: [BibliographyEntry]) {
        self.path = path
        self.entries = entries
        places = Dictionary(
            entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(key: String) -> BibliographyEntry? { places[key].map { entries[$0] } }

    public var keys: [String] { entries.map(\.key) }
}
