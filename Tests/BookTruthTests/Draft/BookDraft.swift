/// A book that edits take apart, and the way in which it is built.
struct BookDraft: Hashable {
    /// What `book.yml` says.
    struct Configuration: Hashable {
        var lines = ["title: Truth", "authors: [Ada Lovelace]"]
        /// Whether every run asks for the types of names: a third of what a small build costs.
        var showsTypes = false
        /// The order of the chapters in parts, by their numbers; `nil` leaves it to the names of the files.
        var order: [Int]?
    }

    /// How the engine is called.
    struct Surroundings: Hashable {
        var jobs = 2
        var isConfined = true
        var isStrict = false
        var environment: [String: String] = [:]
        /// The edition of `OtherToolchain`, 0 for the real one.
        var toolchain = 0
    }

    var chapters: [ChapterDraft] = []
    var configuration = Configuration()
    /// Data, notes and pictures by their path from the root.
    var files: [String: String] = [:]
    /// The sources of the tiny modules by their path below `Sources/`; none where they are not edited.
    var modules: [String: String] = [:]
    var surroundings = Surroundings()
    private(set) var count = 0

    /// A number that no piece of the book has.
    mutating func newNumber() -> Int {
        count += 1
        return count
    }

    mutating func statement(_ text: String) -> StatementDraft {
        StatementDraft(number: newNumber(), text: text)
    }

    mutating func block(_ content: BlockDraft.Content) -> BlockDraft {
        BlockDraft(number: newNumber(), content: content)
    }

    // MARK: - Files

    /// Every file of the book by its path from the root.
    var contents: [String: String] {
        var contents = files
        for chapter in chapters { contents[chapter.file] = chapter.text }
        contents["Chapters/book.yml"] = configurationText
        return contents
    }

    private var configurationText: String {
        var lines = configuration.lines + (configuration.showsTypes ? [] : ["types: no"])
        let stems = (configuration.order ?? []).compactMap { number in
            chapters.first { $0.number == number }?.stem
        }
        if !stems.isEmpty {
            lines.append("parts:\n- title: All\n  chapters: [\(stems.joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Everything on which the results depend: two drafts with the same state give the same book.
    var state: [String: String] {
        var state = contents
        state["(surroundings)"] = """
            \(surroundings.isConfined) \(surroundings.isStrict) \(surroundings.toolchain) \
            \(surroundings.environment.sorted { $0.key < $1.key })
            """
        for (path, text) in modules { state["(module) " + path] = text }
        return state
    }

    /// The book without the pieces of these numbers.
    func without(_ numbers: Set<Int>) -> BookDraft {
        var book = self
        book.chapters.removeAll { numbers.contains($0.number) }
        for chapter in book.chapters.indices {
            book.chapters[chapter].blocks.removeAll { numbers.contains($0.number) }
            for block in book.chapters[chapter].blocks.indices {
                book.chapters[chapter].blocks[block].cell?.statements.removeAll {
                    numbers.contains($0.number)
                }
            }
        }
        return book
    }
}
