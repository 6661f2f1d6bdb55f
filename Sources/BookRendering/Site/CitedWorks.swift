import BookModel

/// The works that chapters cite, in the order of the bibliography, each with its label.
struct CitedWorks: Sendable {
    struct Work: Sendable {
        let entry: BibliographyEntry
        /// What stands in the text: `GKVZ22`.
        let label: String

        /// The name of the work on a page that lists it.
        var anchor: String { PageName.work + entry.key }
    }

    /// Works that nobody cites are not among them.
    let works: [Work]
    private let places: [String: Int]
    private let keysOfChapter: [String: Set<String>]

    init(_ book: Book) {
        var keysOfChapter: [String: Set<String>] = [:]
        for chapter in book.chapters {
            chapter.forEachInline { inline in
                guard case .citation(let citation) = inline.content else { return }
                keysOfChapter[chapter.stem, default: []].formUnion(citation.items.map(\.key))
            }
        }
        let cited = keysOfChapter.values.reduce(into: Set()) { $0.formUnion($1) }
        let entries = (book.bibliography?.entries ?? []).filter { cited.contains($0.key) }
            .map { (entry: $0, order: CitationLabel.order(of: $0)) }
            .sorted { $0.order.lexicographicallyPrecedes($1.order) }.map(\.entry)
        works = Self.labelled(entries)
        places = Dictionary(
            works.enumerated().map { ($1.entry.key, $0) }, uniquingKeysWith: { first, _ in first })
        self.keysOfChapter = keysOfChapter
    }

    subscript(key: String) -> Work? { places[key].map { works[$0] } }

    func works(citedIn stem: String) -> [Work] {
        guard let keys = keysOfChapter[stem] else { return [] }
        return works.filter { keys.contains($0.entry.key) }
    }

    /// Works with the same label are told apart by a letter: `BR13a`, `BR13b`.
    private static func labelled(_ entries: [BibliographyEntry]) -> [Work] {
        let bases = entries.map(CitationLabel.base)
        let counts = Dictionary(bases.map { ($0, 1) }, uniquingKeysWith: +)
        var used: [String: Int] = [:]
        return zip(entries, bases).map { entry, base in
            guard counts[base, default: 0] > 1 else { return Work(entry: entry, label: base) }
            let number = used[base, default: 0]
            used[base] = number + 1
            return Work(entry: entry, label: base + letters(for: number))
        }
    }

    /// `a` … `z`, then `aa` and on.
    private static func letters(for number: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(number % 26)))
        return number < 26 ? letter : letters(for: number / 26 - 1) + letter
    }
}
