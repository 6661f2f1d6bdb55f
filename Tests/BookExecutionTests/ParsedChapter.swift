import BookModel
import BookParsing

extension Chapter {
    /// The chapter that `text` is, as `Chapters/test.md`.
    static func parsed(_ text: String) -> Chapter {
        ChapterParser.parse(Array(text.utf8), path: "Chapters/test.md").chapter
    }
}
