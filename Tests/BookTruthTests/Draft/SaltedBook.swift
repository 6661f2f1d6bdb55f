/// A book whose cells must run again for each new number in a hidden cell, though its pages stay the same.
enum SaltedBook {
    private static let stories = ["variable", "keep", "scratch-file", "table", "drawing", "used-far-below"]

    /// - Parameters:
    ///   - salt: a number that no page shows.
    ///   - shown: a number that a page shows.
    static func draft(salt: Int, shown: Int) -> BookDraft {
        var random = Seeded(1)
        var book = BookDealer.book(of: stories.compactMap(Story.named), chapters: 2, &random)
        for chapter in book.chapters.indices {
            let hidden = CellDraft(flags: ["hidden"], statements: [book.statement("let salt = \(salt)")])
            let cell = CellDraft(statements: [book.statement("salt * 0 + \(shown)")])
            for (place, content) in [hidden, cell].enumerated() {
                book.insert(.cell(content), at: BookDraft.Place(chapter: chapter, block: place))
            }
        }
        return book
    }
}
