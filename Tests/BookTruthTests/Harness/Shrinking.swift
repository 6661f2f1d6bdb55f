import Foundation

/// Makes a mismatch small: takes pieces out of the book before and after the edit as long as the mismatch stays.
struct Shrinking {
    let installation: TinyInstallation
    /// Builds that may be spent.
    private var rest = Settings.shrinking

    init(_ installation: TinyInstallation) {
        self.installation = installation
    }

    /// The smallest books found that show the mismatch; `nil` where these two drafts alone do not show it.
    mutating func smallest(_ before: BookDraft, _ after: BookDraft) throws -> (
        before: BookDraft, after: BookDraft
    )? {
        var pair = (before: before, after: after)
        guard rest > 0, try isMismatch(pair) else { return nil }
        var hasShrunk = true
        while hasShrunk, rest > 0 {
            hasShrunk = false
            for number in Self.pieces(of: pair) {
                guard rest > 0 else { break }
                let smaller = (pair.before.without([number]), pair.after.without([number]))
                guard !smaller.0.chapters.isEmpty, !smaller.1.chapters.isEmpty,
                    smaller.0 != pair.before || smaller.1 != pair.after
                else { continue }
                if try isMismatch(smaller) {
                    pair = smaller
                    hasShrunk = true
                }
            }
        }
        return pair
    }

    /// The numbers of chapters, then of blocks, then of statements.
    private static func pieces(of pair: (before: BookDraft, after: BookDraft)) -> [Int] {
        var chapters: [Int] = []
        var blocks: [Int] = []
        var statements: [Int] = []
        for chapter in pair.before.chapters + pair.after.chapters {
            chapters.append(chapter.number)
            for block in chapter.blocks {
                blocks.append(block.number)
                let own = block.cell?.statements ?? []
                if own.count > 1 { statements += own.map(\.number) }
            }
        }
        var seen: Set<Int> = []
        return (chapters + blocks + statements).filter { seen.insert($0).inserted }
    }

    private mutating func isMismatch(_ pair: (before: BookDraft, after: BookDraft)) throws -> Bool {
        rest -= 1
        return try Self.differences(pair.before, pair.after, installation).isEmpty == false
    }

    /// In what the book after an edit differs when the book before was built in the same folder.
    static func differences(_ before: BookDraft, _ after: BookDraft, _ installation: TinyInstallation) throws
        -> [String]
    {
        let book = try BookOnDisk("pair", installation)
        try book.write(before)
        try book.build(before.surroundings)
        try book.write(after)
        return try book.build(after.surroundings)
            .differences(from: BookOnDisk.freshOutcome(of: after, installation))
    }
}
