/// Makes small books from stories.
enum BookDealer {
    /// Files beside the chapters.
    private static let files = [
        "Chapters/Data/numbers.txt": "3\n5\n8\n",
        "Chapters/Data/picture.svg":
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>\n",
        "Chapters/references.bib":
            "@book{euclid, title = {Elements}, author = {Euclid}, year = {1482}, publisher = {Ratdolt}}\n",
        "Notes/memo.txt": "remember the milk\n",
    ]

    private static let titles = ["Counting", "Measuring", "Weighing", "Sorting"]

    /// A book of chapters with the cells of two or three stories each, mixed.
    static func book(of stories: [Story], chapters count: Int, _ random: inout Seeded) -> BookDraft {
        var book = BookDraft()
        book.files = files
        for number in 0..<count {
            let own = stories.enumerated().filter { $0.offset % count == number }.map(\.element)
            book.chapters.append(chapter(number, of: own, in: &book, &random))
        }
        addReferences(to: &book)
        return book
    }

    private static func chapter(
        _ number: Int, of stories: [Story], in book: inout BookDraft, _ random: inout Seeded
    )
        -> ChapterDraft
    {
        var rests = stories.map { $0.blocks[...] }
        var blocks: [BlockDraft] = []
        while let next = rests.indices.filter({ !rests[$0].isEmpty }).random(&random) {
            // A new program would hide what other stories defined: such a story is told in one go.
            let isWhole = stories[next].blocks.contains { content in
                if case .cell(let cell) = content { cell.flags.contains("fresh") } else { false }
            }
            let count = isWhole ? rests[next].count : 1
            for content in rests[next].prefix(count) { blocks.append(numbered(content, in: &book)) }
            rests[next] = rests[next].dropFirst(count)
        }
        let title = titles[number % titles.count]
        return ChapterDraft(
            number: book.newNumber(), stem: "0\(number + 1)-\(title.lowercased())", title: title,
            blocks: blocks)
    }

    private static func numbered(_ content: BlockDraft.Content, in book: inout BookDraft) -> BlockDraft {
        guard case .cell(var cell) = content else { return book.block(content) }
        cell.statements = cell.statements.map { book.statement($0.text) }
        return book.block(.cell(cell))
    }

    /// Each chapter names the next.
    private static func addReferences(to book: inout BookDraft) {
        for number in book.chapters.indices {
            let next = book.chapters[(number + 1) % book.chapters.count]
            let prose = book.block(.prose("More of this is in [](\(next.stem).md)."))
            book.chapters[number].blocks.insert(prose, at: 0)
        }
    }
}

/// All stories in turn, each once before one comes again.
struct StoryDeck {
    private var rest: [Story] = []

    mutating func deal(_ count: Int, _ random: inout Seeded) -> [Story] {
        var dealt: [Story] = []
        while dealt.count < count {
            if rest.isEmpty { rest = Story.all.shuffled(using: &random) }
            let story = rest.removeLast()
            if !dealt.contains(story) { dealt.append(story) }
        }
        return dealt
    }
}
