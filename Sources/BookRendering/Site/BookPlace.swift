import BookModel

/// What a page may know of the place that a reference leads to.
struct BookPlace: Hashable, Codable, Sendable {
    let stem: String
    /// The address of the page, without the anchor.
    let address: String
    /// The `id` on its page; empty for the page as a whole.
    let anchor: String
    let kind: Mark.Kind
    let number: String?
    /// The word before the number: `Figure`.
    let word: String
    /// The title without markup.
    let plainTitle: String

    init(_ destination: BookIndex.Destination) {
        let mark = destination.mark
        stem = destination.entry.stem
        address = destination.entry.address
        anchor = mark.anchor
        kind = mark.kind
        number = mark.number
        word = mark.word
        plainTitle = Inline.plainText(mark.title)
    }
}

/// What a page may know of a work that it cites.
struct CitedWork: Hashable, Codable, Sendable {
    let key: String
    /// What stands in the text: `GKVZ22`.
    let label: String
    /// The work in words: `Goldwasser et al., 2022`.
    let words: String
    /// The work as a bibliography shows it.
    let markup: String

    /// The name of the work on a page that lists it.
    var anchor: String { PageName.work + key }
}
