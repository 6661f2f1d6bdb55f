import BookModel

/// What was asked of the command and the book does not have: a chapter, a cell, a parameter.
public struct UnknownName: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String
}

/// Finds chapters by what people type: a file, a stem, a name or a number.
enum ChapterSelection {
    /// The chapter that `word` names: `8`, `08-clwe`, `clwe`, `08-clwe.md` or `Chapters/08-clwe.md`.
    static func chapter(_ word: String, in book: Book) throws(UnknownName) -> Chapter {
        if let found = book.chapter(calledBy: word) { return found }
        let names = book.chapters.map(\.stem)
        let name = word.split(separator: "/").last.map(String.init) ?? word
        let wanted = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        let nearest = Spelling.nearest(to: wanted, among: names + book.chapters.map(\.shortName))
        let help = nearest.map { "did you mean '\($0)'?" } ?? "chapters: \(names.joined(separator: ", "))"
        throw UnknownName(description: "there is no chapter '\(word)'\nhelp: \(help)")
    }

    /// The chapters that words name, in the order of the book, each once.
    static func chapters(_ words: [String], in book: Book) throws(UnknownName) -> [Chapter] {
        var files: Set<String> = []
        for word in words { files.insert(try chapter(word, in: book).file) }
        return book.chapters.filter { files.contains($0.file) }
    }

    /// The cell of a chapter that `word` names: its label, `cell-3` or `3`.
    static func cell(_ word: String, of chapter: Chapter) throws(UnknownName) -> Cell.ID {
        let names = chapter.cells.map(\.id)
        if names.contains(word) { return word }
        if let number = Int(word), names.indices.contains(number - 1) { return names[number - 1] }
        let nearest = Spelling.nearest(to: word, among: names)
        let help = nearest.map { "did you mean '\($0)'?" } ?? "cells: \(names.joined(separator: ", "))"
        throw UnknownName(description: "there is no cell '\(word)' in \(chapter.file)\nhelp: \(help)")
    }
}
