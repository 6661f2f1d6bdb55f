import Foundation
import Testing

/// Chapters before and after one edit that once gave stale results, or easily could: `Pairs/NAME/before.md` and
/// `after.md`. The edit is made and taken back.
@Suite("A chapter with a past")
struct PairTests {
    private static let folder = Settings.tests + "/Pairs"

    private static let names = ((try? Files.manager.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted()

    /// All pairs as one book.
    private static func draft(_ state: String) -> [String: String] {
        var contents = ["Chapters/book.yml": "title: Pairs\n", "Chapters/Data/numbers.txt": "3\n5\n"]
        for name in names { contents["Chapters/\(name).md"] = Files.text("\(folder)/\(name)/\(state).md") }
        return contents
    }

    private static func book(_ state: String) -> BookDraft {
        var book = BookDraft()
        book.files = draft(state)
        return book
    }

    @Test func isBuiltAsIfItHadNone() throws {
        let installation = try TinyInstallation.shared.get()
        let before = Self.book("before")
        let after = Self.book("after")
        let book = try BookOnDisk("pairs", installation)
        let other = try BookOnDisk("pairs", installation)
        // The first build of each folder is a fresh one.
        try book.write(before)
        let freshBefore = try book.build()
        try other.write(after)
        let freshAfter = try other.build()
        for (folder, draft, fresh, step) in [
            (book, after, freshAfter, "the edit"), (other, before, freshBefore, "the edit backwards"),
            (book, before, freshBefore, "the edit and back"),
        ] {
            try folder.write(draft)
            for difference in try folder.build().differences(from: fresh) {
                Issue.record("after \(step): \(difference)")
            }
        }
    }
}
