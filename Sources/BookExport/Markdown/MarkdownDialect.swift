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
    let cell: (_ cell: MarkupElement) -> MarkdownPiece
}

/// A piece of a chapter in Markdown.
enum MarkdownPiece: Hashable {
    /// Whole blocks.
    case text(String)
    /// A cell, by the `id` that it has on its page.
    case cell(String)
}

extension [MarkdownPiece] {
    /// The pieces with texts that follow each other as one, blank lines between them.
    var joined: [MarkdownPiece] {
        var result: [MarkdownPiece] = []
        for piece in self {
            if case .text("") = piece { continue }
            if case .text(let new) = piece, case .text(let before)? = result.last {
                result[result.count - 1] = .text(before + "\n\n" + new)
            } else {
                result.append(piece)
            }
        }
        return result
    }

    func mappingTexts(_ change: (String) -> String) -> [MarkdownPiece] {
        map { piece in
            if case .text(let text) = piece { .text(change(text)) } else { piece }
        }
    }
}
