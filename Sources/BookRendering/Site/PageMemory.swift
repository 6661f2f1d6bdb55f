import BookModel
import Foundation

/// Keeps what the rendering of each page gave, so that a page is rendered again only when what it was made from
/// changed.
///
/// One that cannot be written only costs time.
public struct PageMemory: Sendable {
    /// What a page is made with beside the book: the engine and its tools. Another one, and nothing is remembered.
    let surroundings: String
    private let folder: String
    /// Whether pages that are remembered are used; if not, they are only kept for later builds.
    private let isRead: Bool
    /// Whether the file at a path of the output folder has the content with this hash.
    let isWritten: @Sendable (_ path: String, _ hash: String) -> Bool
    /// Hashes the content of a file as `isWritten` expects it.
    let hash: @Sendable ([UInt8]) -> String

    public init(
        folder: URL, surroundings: String, isRead: Bool = true,
        hash: @escaping @Sendable ([UInt8]) -> String,
        isWritten: @escaping @Sendable (_ path: String, _ hash: String) -> Bool
    ) {
        self.folder = folder.path
        self.surroundings = surroundings
        self.isRead = isRead
        self.hash = hash
        self.isWritten = isWritten
    }

    /// A file of the output folder, and what it was made from.
    struct Written: Hashable, Codable, Sendable {
        /// Names what the file was made from.
        let key: String
        /// The hash of the file; `nil` when nothing is written.
        let hash: String?
        /// Whether a formula is on the page.
        var hasMath = false
    }

    /// All that is known of a page without reading its content.
    struct Card: Hashable, Codable, Sendable {
        /// Names the chapter and its results.
        let key: String
        let questions: [BookQuestion]
        /// The hash of the answers.
        let answers: String
        let facts: PageRendering.Facts
        /// The hash of the content.
        let content: String
        /// The hashes of the files that belong to the page alone, by their paths.
        let files: [String: String]
        var page: Written?
        var preview: Written?
    }

    // MARK: - Files

    /// The card of a chapter's page; `nil` when there is none, or one that is damaged.
    func card(of stem: String) -> Card? {
        guard isRead, let (line, _) = lines(of: stem) else { return nil }
        return try? JSONDecoder().decode(Card.self, from: line)
    }

    /// The content that belongs to a card; `nil` when it is damaged, or another's.
    func content(of stem: String, _ card: Card) -> PageRendering.Content? {
        guard let (_, rest) = lines(of: stem) else { return nil }
        let bytes = Array(rest)
        guard PageRendering.Content.hash(bytes) == card.content else { return nil }
        return PageRendering.Content(bytes: bytes)
    }

    func keep(_ card: Card, _ content: [UInt8], of stem: String) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(card) else { return }
        let hash = PageRendering.Content.hash(Array(line))
        try? FolderMaker.make(URL(filePath: folder))
        var status = stat()
        // A folder in the place of the file was put there by somebody else.
        if lstat(path(stem), &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            try? FileManager.default.removeItem(atPath: path(stem))
        }
        try? (Data((hash + "\n").utf8) + line + Data("\n".utf8) + Data(content)).write(
            to: URL(filePath: path(stem)), options: .atomic)
    }

    /// The line of the card, checked against the hash on the line before, and what follows it.
    private func lines(of stem: String) -> (card: Data, content: Data)? {
        guard let file = FileManager.default.contents(atPath: path(stem)) else { return nil }
        let lines = file.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
        guard lines.count == 3, PageRendering.Content.hash(Array(lines[1])).utf8.elementsEqual(lines[0])
        else {
            return nil
        }
        return (lines[1], lines[2])
    }

    private func path(_ stem: String) -> String { "\(folder)/\(RenderingStore.hash([stem]))" }
}
