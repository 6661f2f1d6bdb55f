/// The style of every page: one file, from parts by topic.
///
/// It is a part of the program rather than a file beside it, so that `book` works wherever it is put.
enum Stylesheet {
    static let path = "assets/book.css"

    static let css = [
        fonts, colours, typography, layout, contents, front, prose, references, boxes, cells, types, exhibits,
        figures, search, print,
    ]
    .joined(separator: "\n")
}
