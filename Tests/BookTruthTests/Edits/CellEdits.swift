/// A new cell.
struct AddCell: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.gap(&random) else { return nil }
        let number = Int.random(in: 100...999, using: &random)
        let texts = [
            "\(number)", "let added\(number) = \(number)\nadded\(number)", "print(\(number))",
            "import Foundation\nFileManager.default.contents(atPath: \"note.txt\")?.count ?? -1",
            "import Lonely\nlonelyNumber()", "import Base\nbaseNumber()",
        ]
        let flags = [[], [], [], ["alone"], ["fresh"], ["hidden"], ["optimize"]].random(&random) ?? []
        let statement = book.statement(texts.random(&random) ?? "")
        book.insert(.cell(CellDraft(flags: flags, statements: [statement])), at: place)
        return "'\(statement.text)' \(flags) at \(book.name(of: place))"
    }
}

/// A cell goes, with all that it defined.
struct RemoveCell: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.cellPlaces().random(&random) else { return nil }
        let name = book.name(of: place)
        return "\(name): '\(book.remove(place).text)'"
    }
}

/// A cell stands there twice.
struct DuplicateCell: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.cellPlaces().random(&random) else { return nil }
        var copy = book[cell: place]
        copy.statements = copy.statements.map { book.statement($0.text) }
        let end = book.chapters[place.chapter].blocks.count
        let target = BookDraft.Place(
            chapter: place.chapter, block: Int.random(in: place.block + 1...end, using: &random))
        book.insert(.cell(copy), at: target)
        return "\(book.name(of: place)) at \(book.name(of: target))"
    }
}

/// A cell moves up or down in its chapter, or into another one.
struct MoveCell: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.cellPlaces().random(&random) else { return nil }
        let name = book.name(of: place)
        let block = book.remove(place)
        let isElsewhere = random.isOne(in: 4)
        guard let chapter = isElsewhere ? book.chapters.indices.random(&random) : place.chapter else {
            return nil
        }
        let target = Int.random(in: 0...book.chapters[chapter].blocks.count, using: &random)
        book.chapters[chapter].blocks.insert(block, at: target)
        return "\(name) to \(book.name(of: BookDraft.Place(chapter: chapter, block: target)))"
    }
}

/// A cell becomes two.
struct SplitCell: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.cellPlaces(where: { $0.statements.count > 1 }).random(&random) else {
            return nil
        }
        var first = book[cell: place]
        var second = CellDraft(flags: first.flags)
        let cut = Int.random(in: 1..<first.statements.count, using: &random)
        second.statements = Array(first.statements[cut...])
        first.statements = Array(first.statements[..<cut])
        book[cell: place] = first
        book.insert(.cell(second), at: BookDraft.Place(chapter: place.chapter, block: place.block + 1))
        return book.name(of: place)
    }
}

/// A cell and the next one become one.
struct MergeCells: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let places = book.cellPlaces()
        let pairs = zip(places, places.dropFirst()).filter { $0.0.chapter == $0.1.chapter }
        guard let (first, second) = pairs.random(&random) else { return nil }
        let removed = book[cell: second]
        book.remove(second)
        book[cell: first].statements += removed.statements
        return "\(book.name(of: first)) and the next"
    }
}

/// The cells of a whole story more.
struct AddStory: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard
            let chapter = book.chapters.indices.filter({ book.chapters[$0].blocks.count < 12 }).random(
                &random),
            let story = Story.all.random(&random)
        else { return nil }
        for content in story.blocks {
            var content = content
            if case .cell(var cell) = content {
                cell.statements = cell.statements.map { book.statement($0.text) }
                content = .cell(cell)
            }
            let end = book.chapters[chapter].blocks.count
            book.insert(content, at: BookDraft.Place(chapter: chapter, block: end))
        }
        return "\(story.name) in \(book.chapters[chapter].stem)"
    }
}
