import BookModel
import BookRendering

/// The cells of a chapter by their boxes on its page, and its listings by their text.
struct ChapterCells {
    let cells: [ShownCell]
    private let places: [String: Int]
    private let languages: [String: String]

    /// - Parameter chapter: `nil` for a page that is no chapter.
    init(_ chapter: Chapter?, _ results: ChapterResults?, page: BookPages.Page) {
        var boxes: [String: MarkupElement] = [:]
        page.main.forEach { element in
            if element.hasClass("cell"), let id = element["id"] { boxes[id] = element }
        }
        cells = (chapter?.cells ?? []).map { cell in
            ShownCell(
                cell: cell, result: results?.result(of: cell.id),
                box: boxes[cell.id] ?? boxes[cell.id + "-code"])
        }
        places = Dictionary(
            cells.enumerated().flatMap { [($1.cell.id, $0), ($1.cell.id + "-code", $0)] },
            uniquingKeysWith: { first, _ in first })
        languages = Dictionary(
            Self.listings(in: chapter?.blocks ?? []).map {
                (Self.key(Escaping.visible($0.code)), $0.language ?? "")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The place of the cell that has this box.
    func place(ofBox id: String?) -> Int? { id.flatMap { places[$0] } }

    func language(of listing: String) -> String { languages[Self.key(listing)] ?? "" }

    private static func key(_ code: String) -> String {
        code.hasSuffix("\n") ? String(code.dropLast()) : code
    }

    private static func listings(in blocks: [Block]) -> [Listing] {
        blocks.flatMap { block in
            if case .listing(let listing) = block.content { return [listing] }
            return listings(in: block.blocks)
        }
    }
}
