import BookModel
import BookParsing
import BookRendering
import Foundation

/// A generator that gives the same numbers for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    mutating func number(_ count: Int) -> Int { Int.random(in: 0..<count, using: &self) }
}

/// A book that edits change: everything that a page can take from another one is in it.
struct PageDraft {
    struct Chapter {
        var stem: String
        var title: String
        var summary: String?
        var formerly: String?
        /// Names and titles.
        var sections: [(name: String, title: String)]
        var paragraphs: [String]
        /// What its cells give.
        var salt = 0
        var holds = true

        var text: String {
            var front = summary.map { "summary: \($0)\n" } ?? ""
            front += formerly.map { "formerly: \($0)\n" } ?? ""
            var lines = (front.isEmpty ? "" : "---\n\(front)---\n\n") + "# \(title)\n\n"
            for (index, paragraph) in paragraphs.enumerated() {
                if index < sections.count {
                    lines += "## \(sections[index].title) {#\(sections[index].name)}\n\n"
                }
                lines += paragraph + "\n\n"
            }
            return lines
                + "```swift\n//| label: tbl-\(stem)\n//| caption: Given.\n1\n```\n\nIt is `{swift} 2`.\n"
        }

        var results: ChapterResults {
            let claim = ClaimResult(
                sentence: "It holds", measured: "\(salt / 2)", bound: "9", holds: holds, line: 1)
            let cell = CellResult(
                id: "tbl-\(stem)", status: salt % 2 == 0 ? .ran : .cached, reason: "\(salt)",
                outputs: [.text("gave \(salt / 2)"), .claim(claim)])
            return ChapterResults(
                cells: [cell], values: [0: MIMEBundle([MIMEBundle.plainText: "v\(salt / 2)"])])
        }
    }

    var title = "Book"
    var chapters: [Chapter]
    /// The titles of parts and the number of chapters in each; `nil` for a book without parts.
    var parts: [(title: String, count: Int)]?
    /// Years of works by their keys.
    var works: [String: Int] = ["alpha": 1990, "beta": 1991]
    var picture: UInt8 = 1

    init(chapters count: Int) {
        chapters = (1...count).map { number in
            Chapter(
                stem: "\(number)0-c\(number)", title: "Chapter \(number)", summary: nil, formerly: nil,
                sections: [("sec-\(number)", "Section \(number)")],
                paragraphs: ["Text \(number).", "More of \(number)."])
        }
    }

    /// The book as the parser reads it.
    var book: Book {
        var configuration = "title: \(title)\n"
        if let parts {
            configuration += "parts:\n"
            var rest = chapters[...]
            for part in parts where !rest.isEmpty {
                let own = rest.prefix(part.count)
                rest = rest.dropFirst(part.count)
                configuration += "  - title: \(part.title)\n    chapters:\n"
                configuration += own.map { "      - \($0.stem)\n" }.joined()
            }
        }
        let bibliography = works.sorted { $0.key < $1.key }.map { key, year in
            "@book{\(key), title = {On $x$ by \(key)}, author = {Lamport, \(key)}, year = {\(year)}}\n"
        }
        return BookParser.parse(
            configuration: ("Chapters/book.yml", Array(configuration.utf8)),
            chapters: chapters.map { ("Chapters/\($0.stem).md", Array($0.text.utf8)) },
            bibliography: ("Chapters/references.bib", Array(bibliography.joined().utf8))
        ).book
    }

    var results: [String: ChapterResults] {
        Dictionary(uniqueKeysWithValues: chapters.map { ($0.stem, $0.results) })
    }
}
