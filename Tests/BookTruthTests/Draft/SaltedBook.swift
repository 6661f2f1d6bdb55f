/// A book whose cells must run again for each new number in a hidden cell, though its pages stay the same.
enum SaltedBook {
    private static let stories = ["keep", "scratch-file", "table"]

    /// - Parameters:
    ///   - salt: a number that no page shows.
    ///   - shown: a number that a page shows.
    static func draft(salt: Int, shown: Int) -> BookDraft {
        var random = Seeded(1)
        var book = BookDealer.book(of: stories.compactMap(Story.named), chapters: 2, &random)
        book.configuration.showsTypes = true
        for chapter in book.chapters.indices {
            let hidden = CellDraft(flags: ["hidden"], statements: [book.statement("let salt = \(salt)")])
            let cell = CellDraft(statements: [book.statement("salt * 0 + \(shown)")])
            for (place, content) in [hidden, cell].enumerated() {
                book.insert(.cell(content), at: BookDraft.Place(chapter: chapter, block: place))
            }
        }
        return book
    }

    /// What differs between builds with two salts and should not: the code that a reader copies holds the salt.
    static func differences(_ outcome: BuildOutcome, from fresh: BuildOutcome) -> [String] {
        outcome.differences(from: fresh).filter { !$0.hasPrefix("Output/assets/code/") }
    }
}
