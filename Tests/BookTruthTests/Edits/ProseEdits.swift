/// A sentence more at the end of a paragraph.
struct ChangeProse: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.prosePlaces().random(&random) else { return nil }
        book[prose: place] += " It is said \(Int.random(in: 2...99, using: &random)) times."
        return book.name(of: place)
    }
}

/// A paragraph more, which moves the lines below it.
struct AddProse: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.gap(&random) else { return nil }
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "Paragraph \(number).", "## Section \(number)\n\nIts text.", "> [!NOTE]\n> Note \(number).",
            "- one\n- two \(number)", "| a | b |\n| - | - |\n| \(number) | 2 |",
            "```swift show\nlet shown = \(number)\n```", "See [@euclid, §\(number)].",
        ]
        let text = texts.random(&random) ?? ""
        book.insert(.prose(text), at: place)
        return "'\(text)' at \(book.name(of: place))"
    }
}

/// A paragraph goes, with the values in it.
struct RemoveProse: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.prosePlaces().random(&random) else { return nil }
        let name = book.name(of: place)
        return "\(name): '\(book.remove(place).text)'"
    }
}

/// A paragraph moves, and where its values are computed.
struct MoveProse: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.prosePlaces().random(&random) else { return nil }
        let name = book.name(of: place)
        let block = book.remove(place)
        let target = Int.random(in: 0...book.chapters[place.chapter].blocks.count, using: &random)
        book.chapters[place.chapter].blocks.insert(block, at: target)
        return "\(name) to block \(target + 1)"
    }
}

/// A value in the prose that reads something.
struct AddValue: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.gap(&random) else { return nil }
        let code = book.chapters[place.chapter].code
        let names = ["let", "var"].flatMap { StatementText.names(after: $0, in: code) }
        let number = Int.random(in: 2...99, using: &random)
        let expression = names.random(&random) ?? "\(number) + 1"
        book.insert(.prose("It is `{swift} \(expression)`."), at: place)
        return "\(expression) at \(book.name(of: place))"
    }
}

/// A value in the prose that changes what cells below it see.
struct AddValueThatChanges: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.gap(&random) else { return nil }
        let code = book.chapters[place.chapter].code
        let number = Int.random(in: 2...99, using: &random)
        let changes = StatementText.integerVariables(in: code).map {
            "({ \($0) += \(number); return \($0) })()"
        }
        let calls = ["visit()", "Ticket()", "Int.random(in: 0..<9, using: &dice)", "bump()"].filter { call in
            call.split(whereSeparator: { !$0.isLetter }).last.map { code.contains($0) } ?? false
        }
        guard let expression = (changes + calls).random(&random) else { return nil }
        book.insert(.prose("Here it becomes `{swift} \(expression)`."), at: place)
        return "\(expression) at \(book.name(of: place))"
    }
}

/// A reference or a picture, right or wrong.
struct ChangeReference: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let place = book.gap(&random), let chapter = book.chapters.random(&random) else { return nil }
        let texts = [
            "See [](\(chapter.stem).md).", "See [](#fig-nothing).", "See [@nobody].",
            "![a picture](Data/picture.svg)",
            "![no picture](Data/none.svg)", "See [](#sec-\(chapter.number)).",
            "## Named {#sec-\(chapter.number)}",
        ]
        let text = texts.random(&random) ?? ""
        book.insert(.prose(text), at: place)
        return "'\(text)' at \(book.name(of: place))"
    }
}

/// The title of a chapter.
struct ChangeTitle: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let chapter = book.chapters.indices.random(&random) else { return nil }
        book.chapters[chapter].title = "Title \(Int.random(in: 2...99, using: &random))"
        return "of \(book.chapters[chapter].stem)"
    }
}
