/// A number of the code becomes another one.
struct ChangeNumber: Edit {
    let weight = 4

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let wanted: (CellDraft) -> Bool = { !StatementText.integers(in: $0.code).isEmpty }
        guard let place = book.cellPlaces(where: wanted).random(&random),
            let number = book[cell: place].statements.indices
                .filter({ !StatementText.integers(in: book[cell: place].statements[$0].text).isEmpty })
                .random(&random)
        else { return nil }
        var text = book[cell: place].statements[number].text
        guard let range = StatementText.integers(in: text).random(&random), let old = Int(text[range]) else {
            return nil
        }
        let new = old + Int.random(in: 1...4, using: &random)
        text.replaceSubrange(range, with: String(new))
        book[cell: place].statements[number].text = text
        return "\(old) to \(new) in \(book.name(of: place))"
    }
}

/// A word in quotes becomes another one.
struct ChangeWord: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let wanted: (CellDraft) -> Bool = { !StatementText.quotedWords(in: $0.code).isEmpty }
        guard let place = book.cellPlaces(where: wanted).random(&random),
            let number = book[cell: place].statements.indices
                .filter({ !StatementText.quotedWords(in: book[cell: place].statements[$0].text).isEmpty })
                .random(&random)
        else { return nil }
        var text = book[cell: place].statements[number].text
        guard let range = StatementText.quotedWords(in: text).random(&random) else { return nil }
        let new = ["other", "seven", "word"].random(&random) ?? "other"
        text.replaceSubrange(range, with: new)
        book[cell: place].statements[number].text = text
        return "a word to '\(new)' in \(book.name(of: place))"
    }
}

/// A harmless statement more.
struct AddStatement: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 100...999, using: &random)
        let texts = [
            "ProcessInfo.processInfo.environment[\"OPENBLAS_TRUTH\"] ?? \"none\"",
            "print(\"more\", \(number))", "let extra\(number) = \(number)", "display(\(number))",
            "claim(\"\(number) is positive\", \(number) > 0)", "\(number)", "_ = \(number)",
            "for step in 0..<2 { print(step, \(number)) }",
        ]
        guard let text = texts.random(&random) else { return nil }
        return book.add(text, &random)
    }
}

/// A statement goes; with luck it defined something.
struct RemoveStatement: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let (place, number) = book.statementPlace(&random) else { return nil }
        let removed = book[cell: place].statements.remove(at: number)
        return "'\(removed.text)' from \(book.name(of: place))"
    }
}

/// A statement stands there twice.
struct DuplicateStatement: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let (place, number) = book.statementPlace(&random) else { return nil }
        let copy = book.statement(book[cell: place].statements[number].text)
        book[cell: place].statements.insert(copy, at: number + 1)
        return "'\(copy.text)' in \(book.name(of: place))"
    }
}

/// A statement moves within its cell.
struct MoveStatement: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.cellPlaces(where: { $0.statements.count > 1 }).random(&random) else {
            return nil
        }
        book[cell: place].statements.shuffle(using: &random)
        return "in \(book.name(of: place))"
    }
}

/// A statement moves into another cell of its chapter.
struct MoveStatementToOtherCell: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let (place, number) = book.statementPlace(&random),
            let target = book.cellPlaces().filter({ $0.chapter == place.chapter && $0 != place }).random(
                &random)
        else { return nil }
        let moved = book[cell: place].statements.remove(at: number)
        let end = book[cell: target].statements.count
        book[cell: target].statements.insert(moved, at: Int.random(in: 0...end, using: &random))
        return "'\(moved.text)' to \(book.name(of: target))"
    }
}

/// A line of comment, or an empty one, which moves what stands below it.
struct AddComment: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 100...999, using: &random)
        return book.add(
            ["// comment \(number)", "", "/* comment \(number) */"].random(&random) ?? "", &random)
    }
}

/// `let` becomes `var`, or the other way round.
struct LetOrVar: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let candidates = book.statementPlaces().filter { place, number in
            let text = book[cell: place].statements[number].text
            return text.hasPrefix("let ") || text.hasPrefix("var ")
        }
        guard let (place, number) = candidates.random(&random) else { return nil }
        let text = book[cell: place].statements[number].text
        book[cell: place].statements[number].text =
            (text.hasPrefix("let ") ? "var" : "let") + text.dropFirst(3)
        return "'\(text)' in \(book.name(of: place))"
    }
}

/// A constant gets a type, or integers become another type.
struct ChangeType: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let candidates = book.statementPlaces().filter { place, number in
            book[cell: place].statements[number].text.contains(/^(let|var) \w+ = \d+$|: Int\b/)
        }
        guard let (place, number) = candidates.random(&random) else { return nil }
        let type = ["Double", "Int8", "Float", "UInt"].random(&random) ?? "Double"
        let text = book[cell: place].statements[number].text
        let named = text.replacing(/^((?:let|var) \w+) = (\d+)$/) { "\($0.1): \(type) = \($0.2)" }
        book[cell: place].statements[number].text =
            named == text ? text.replacing(": Int", with: ": " + type) : named
        return "\(type) in '\(text)' of \(book.name(of: place))"
    }
}

/// A name changes where it is defined, and not where it is used.
struct RenameInOneCell: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let (chapter, name) = book.definedName(&random),
            let place = book.cellPlaces(where: { !StatementText.places(of: name, in: $0.code).isEmpty })
                .filter({ $0.chapter == chapter }).random(&random)
        else { return nil }
        for number in book[cell: place].statements.indices {
            book[cell: place].statements[number].text = StatementText.renaming(
                name, to: name + "Two", in: book[cell: place].statements[number].text)
        }
        return "\(name) in \(book.name(of: place))"
    }
}

/// A name changes in the whole chapter.
struct RenameEverywhere: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let (chapter, name) = book.definedName(&random) else { return nil }
        for block in book.chapters[chapter].blocks.indices {
            if let prose = book.chapters[chapter].blocks[block].prose {
                book.chapters[chapter].blocks[block].prose = prose.replacing(
                    /`\{swift\}[^`]*`/
                ) { StatementText.renaming(name, to: name + "New", in: String($0.0)) }
            }
            let statements = book.chapters[chapter].blocks[block].cell?.statements ?? []
            book.chapters[chapter].blocks[block].cell?.statements = statements.map { statement in
                var copy = statement
                copy.text = StatementText.renaming(name, to: name + "New", in: statement.text)
                return copy
            }
        }
        return "\(name) in \(book.chapters[chapter].stem)"
    }
}

/// An operator of a statement becomes another one: the body of a function, say.
struct ChangeBody: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let pairs = [("+", "-"), ("*", "+"), ("+=", "-="), (">", "<"), ("==", "!=")]
        let candidates = book.statementPlaces().flatMap { place, number in
            pairs.filter { book[cell: place].statements[number].text.contains(" \($0.0) ") }.map {
                (place, number, $0)
            }
        }
        guard let (place, number, (old, new)) = candidates.random(&random) else { return nil }
        let text = book[cell: place].statements[number].text
        guard let range = text.ranges(of: " \(old) ").random(&random) else { return nil }
        book[cell: place].statements[number].text = text.replacingCharacters(in: range, with: " \(new) ")
        return "\(old) to \(new) in '\(text)' of \(book.name(of: place))"
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        var copy = self
        copy.replaceSubrange(range, with: text)
        return copy
    }
}

extension BookDraft {
    /// Every statement of every cell.
    func statementPlaces() -> [(place: Place, number: Int)] {
        cellPlaces().flatMap { place in self[cell: place].statements.indices.map { (place, $0) } }
    }

    func statementPlace(_ random: inout Seeded) -> (place: Place, number: Int)? {
        statementPlaces().random(&random)
    }

    /// Puts a statement somewhere into a random cell.
    mutating func add(_ text: String, in chapter: Int? = nil, _ random: inout Seeded) -> String? {
        guard let place = cellPlaces().filter({ chapter == nil || $0.chapter == chapter }).random(&random)
        else {
            return nil
        }
        let number = Int.random(in: 0...self[cell: place].statements.count, using: &random)
        let statement = statement(text)
        self[cell: place].statements.insert(statement, at: number)
        return "'\(text)' in \(name(of: place))"
    }

    /// A name that a cell defines at the top level, with the chapter.
    func definedName(_ random: inout Seeded) -> (chapter: Int, name: String)? {
        chapters.indices.flatMap { chapter in
            ["let", "var", "func", "struct", "final class", "actor"]
                .flatMap { StatementText.names(after: $0, in: chapters[chapter].code) }.map { (chapter, $0) }
        }.random(&random)
    }
}
