import BookModel
import Foundation

/// Where everything in the book is and what it is called: chapters in order, numbers, names.
public struct BookIndex: Sendable {
    /// A chapter's place in the book.
    public struct Entry: Sendable {
        public let chapter: Chapter
        /// `8` or `B`; `nil` for a chapter that is not counted, such as a preface.
        public let number: String?
        /// The title of the part that holds it.
        public let part: String?
        public let marks: ChapterMarks
        /// What the command calls the chapter; `nil` when it cannot.
        let callName: String?

        /// The file of its page.
        public var page: String { chapter.stem + ".html" }
        /// The page as an address.
        let address: String
        public var stem: String { chapter.stem }

        init(chapter: Chapter, number: String?, part: String?, marks: ChapterMarks, callName: String?) {
            self.chapter = chapter
            self.number = number
            self.part = part
            self.marks = marks
            self.callName = callName
            address = Self.encoded(chapter.stem) + ".html"
        }

        /// A file name whose `#`, `?` and `:` are not read as parts of an address.
        private static func encoded(_ name: String) -> String {
            name.addingPercentEncoding(withAllowedCharacters: plainCharacters) ?? name
        }

        private static let plainCharacters = CharacterSet.alphanumerics.union(
            CharacterSet(charactersIn: "-._~"))
    }

    public let entries: [Entry]
    /// How readers start the command.
    let command: String
    /// What the chapters cite.
    let works: CitedWorks
    /// The file that a fault of a work is reported for.
    let bibliographyPath: String?
    private let placeOfStem: [String: Int]

    public init(_ book: Book) {
        let numbers = Self.numbers(of: book.chapters.map(\.stem))
        var parts: [String: String] = [:]
        for part in book.configuration.parts {
            for stem in part.chapters { parts[stem] = part.title }
        }
        entries = zip(book.chapters, numbers).map { chapter, number in
            Entry(
                chapter: chapter, number: number, part: parts[chapter.stem],
                marks: ChapterMarks(of: chapter, number: number), callName: book.callName(of: chapter))
        }
        command = book.configuration.command
        works = CitedWorks(book)
        bibliographyPath = book.bibliography?.path
        placeOfStem = Dictionary(
            entries.enumerated().map { ($1.stem, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public func entry(_ stem: String) -> Entry? {
        placeOfStem[stem].map { entries[$0] }
    }

    func neighbours(of stem: String) -> (previous: Entry?, next: Entry?) {
        guard let place = placeOfStem[stem] else { return (nil, nil) }
        let previous = place > 0 ? entries[place - 1] : nil
        let next = place + 1 < entries.count ? entries[place + 1] : nil
        return (previous, next)
    }

    /// The chapters' numbers: those in their file names, `08-clwe` and `b-writing`, so that the number on the
    /// page is the one that the command takes. Where no name has one, or two have the same, chapters count
    /// from 1.
    private static func numbers(of stems: [String]) -> [String?] {
        let named = stems.map(number(in:))
        let given = named.compactMap { $0 }
        if given.isEmpty || Set(given).count < given.count {
            return stems.indices.map { String($0 + 1) }
        }
        return named
    }

    private static func number(in stem: String) -> String? {
        guard let prefix = stem.split(separator: "-", maxSplits: 1).first, prefix.count < stem.count else {
            return nil
        }
        if let value = Int(prefix) { return value > 0 ? String(value) : nil }
        if prefix == "appendix" { return number(in: String(stem.dropFirst("appendix-".count))) }
        return prefix.count == 1 && prefix.allSatisfy(\.isLetter) ? prefix.uppercased() : nil
    }
}
