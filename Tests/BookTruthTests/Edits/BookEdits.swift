/// A file that cells read, or that pages show, changes.
struct ChangeData: Edit {
    let weight = 2

    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let texts = [
            "Chapters/Data/numbers.txt": "3\n\(number)\n", "Notes/memo.txt": "remember \(number)\n",
            "Chapters/Data/picture.svg":
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h\(number)\"/></svg>\n",
        ]
        guard let path = texts.keys.sorted().random(&random) else { return nil }
        book.files[path] = texts[path]
        return path
    }
}

/// A file goes.
struct RemoveData: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let path = book.files.keys.sorted().random(&random) else { return nil }
        book.files[path] = nil
        return path
    }
}

/// A file that nobody asked for.
struct AddData: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 2...99, using: &random)
        let path =
            ["Chapters/Data/more.txt", "Notes/more.txt", "README.md", "Chapters/Data/deep/er.csv"].random(
                &random) ?? ""
        book.files[path] = "more \(number)\n"
        return path
    }
}

/// The bibliography.
struct ChangeBibliography: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let year = Int.random(in: 1500...1999, using: &random)
        let entry =
            "@book{euclid, title = {Elements}, author = {Euclid}, year = {\(year)}, publisher = {Ratdolt}}\n"
        book.files["Chapters/references.bib"] = random.isOne(in: 4) ? "@book{euclid, title = {Elem" : entry
        return "\(year)"
    }
}

/// A chapter's file gets another name.
struct RenameChapter: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let chapter = book.chapters.indices.random(&random) else { return nil }
        let old = book.chapters[chapter].stem
        let number = Int.random(in: 10...99, using: &random)
        book.chapters[chapter].stem = "\(number)-renamed\(number)"
        return "\(old) to \(book.chapters[chapter].stem)"
    }
}

/// A new chapter, or a copy of one under another name.
struct AddChapter: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard book.chapters.count < 4, let original = book.chapters.random(&random) else { return nil }
        let number = Int.random(in: 10...99, using: &random)
        var chapter = ChapterDraft(
            number: book.newNumber(), stem: "\(number)-new\(number)", title: "New \(number)", blocks: [])
        if random.isOne(in: 2) {
            let statement = book.statement("\(number) * 2")
            chapter.blocks = [book.block(.cell(CellDraft(statements: [statement])))]
        } else {
            for block in original.blocks { chapter.blocks.append(book.block(block.content)) }
        }
        book.chapters.append(chapter)
        return chapter.stem
    }
}

/// A chapter goes.
struct RemoveChapter: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard book.chapters.count > 2, let chapter = book.chapters.indices.random(&random) else { return nil }
        return book.chapters.remove(at: chapter).stem
    }
}

/// The order of the chapters.
struct OrderChapters: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        book.configuration.order =
            random.isOne(in: 4) ? nil : book.chapters.map(\.number).shuffled(using: &random)
        return "\(book.configuration.order?.count ?? 0) in parts"
    }
}

/// The book's title, language and limits.
struct ChangeConfiguration: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        let number = Int.random(in: 40...99, using: &random)
        let lines = [
            "title: Truth \(number)", "language: 5", "language: 6", "time-limit: \(number)",
            "summary: Short.", "pages: 3",
        ]
        let line = lines.random(&random) ?? lines[0]
        let key = line.prefix { $0 != ":" }
        let known = book.configuration.lines.contains { $0.hasPrefix(key + ":") }
        book.configuration.lines.removeAll { $0.hasPrefix(key + ":") }
        let isTaken = known && random.isOne(in: 3)
        if !isTaken { book.configuration.lines.append(line) }
        return isTaken ? "no \(key)" : line
    }
}

/// What stands at the top of a chapter.
struct ChangeFrontMatter: Edit {
    func apply(to book: inout BookDraft, _ random: inout Seeded) -> String? {
        guard let chapter = book.chapters.indices.random(&random) else { return nil }
        let number = Int.random(in: 40...99, using: &random)
        let choices = [
            ["language: 5"], ["language: 6"], ["time-limit: \(number)"], ["summary: It is \(number)."], [],
            ["colour: red"],
        ]
        book.chapters[chapter].frontMatter = choices.random(&random) ?? []
        return "\(book.chapters[chapter].frontMatter) of \(book.chapters[chapter].stem)"
    }
}
