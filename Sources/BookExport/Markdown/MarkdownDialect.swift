/// Who reads the Markdown.
struct MarkdownDialect {
    /// Whether places get anchors and notes get links, in the little HTML that notebooks know.
    let hasAnchors: Bool
    /// How many levels deeper headings are than on the page.
    let headingShift: Int
    /// Starts the names of footnotes, which count through a whole file.
    let notePrefix: String
    /// The address for a link of the page; `nil` where only the words are left.
    let address: (_ link: String) -> String?
    /// An image of the page.
    let image: (_ image: MarkupElement) -> String
    /// The language of a listing, by its text.
    let language: (_ listing: String) -> String
    /// What stands in the place of a cell.
    let cell: (_ cell: MarkupElement) -> String
}
