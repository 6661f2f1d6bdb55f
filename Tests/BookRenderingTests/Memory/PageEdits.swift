/// An edit of a draft by its number; says what it did.
enum PageEdits {
    static let count = 24

    static func apply(_ number: Int, to draft: inout PageDraft, _ dice: inout Dice) -> String {
        let place = dice.number(draft.chapters.count)
        let other = draft.chapters[dice.number(draft.chapters.count)]
        let word = dice.number(90) + 10
        if number < 16 {
            return edit(number, &draft.chapters[place], other, word) + " in \(draft.chapters[place].stem)"
        }
        return editBook(number, &draft, place, word)
    }

    /// An edit within one chapter, some of them with what `other` has.
    private static func edit(
        _ number: Int, _ chapter: inout PageDraft.Chapter, _ other: PageDraft.Chapter, _ word: Int
    ) -> String {
        switch number {
        case 0: chapter.paragraphs[0] += " Said \(word) times."
        case 1: chapter.title = "Title \(word)"
        case 2: chapter.sections[0].title = "Heading \(word) [@alpha]"
        case 3: chapter.sections[0].name = "sec-\(word % 7)"
        case 4: chapter.paragraphs.append("See [](\(other.stem).md) and [](#\(other.sections[0].name)).")
        case 5: chapter.paragraphs.append("As in [@\(["alpha", "beta", "none"][word % 3]), §\(word)].")
        case 6: chapter.summary = word % 3 == 0 ? nil : "It is \(word)."
        case 7: chapter.salt += 1 + word % 3
        case 8: chapter.holds.toggle()
        case 9: chapter.paragraphs.append("> [!CLAIMS] All \(word)")
        case 10: chapter.paragraphs.append("![seen](picture.png)")
        case 11: chapter.formerly = word % 3 == 0 ? nil : "was-\(word % 4)"
        case 12:
            chapter.paragraphs.append(
                "It is $x^\(word % 5)$, [wrongly](ftp://x), as [](#tbl-\(other.stem)) says.")
        case 13: chapter.paragraphs.append("Whatever [](#sec-\(word % 7)) says.")
        case 14:
            chapter.sections.insert(("sec-\(word % 7)", "Before"), at: 0)
            chapter.paragraphs.insert("Its text.", at: 0)
        default: if chapter.paragraphs.count > 2 { chapter.paragraphs.removeLast() }
        }
        return "edit \(number) with \(word) of \(other.stem)"
    }

    /// An edit of the book around its chapters.
    private static func editBook(
        _ number: Int, _ draft: inout PageDraft, _ place: Int, _ word: Int
    ) -> String {
        switch number {
        case 16: draft.title = "Book \(word)"
        case 17: draft.works["alpha"] = 1900 + word
        case 18: draft.works[["beta", "gamma", "aleph"][word % 3]] = word % 4 == 0 ? nil : 1990
        case 19: draft.picture = UInt8(word)
        case 20:
            draft.parts = word % 4 == 0 ? nil : [("Part \(word % 3)", 1 + word % 3), ("Rest", 99)]
        case 21: draft.chapters.swapAt(place, 0)
        case 22: draft.chapters[place].stem = "\(word)-renamed\(word)"
        default:
            if draft.chapters.count > 4 {
                draft.chapters.remove(at: place)
            } else {
                let name = "\(word)-new\(word)"
                if !draft.chapters.contains(where: { $0.stem == name }) {
                    var copy = draft.chapters[place]
                    copy.stem = name
                    draft.chapters.append(copy)
                }
            }
        }
        return "edit \(number) with \(word)"
    }
}
