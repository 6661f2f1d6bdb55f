import Foundation
import Testing

/// Chapters before and after one edit that once gave stale results, or easily could: `Pairs/NAME/before.md` and
/// `after.md`. The edit is made and taken back.
@Suite("A chapter with a past")
struct PairTests {
    private static let folder = Settings.tests + "/Pairs"

    private static let names = ((try? Files.manager.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { !$0.hasPrefix(".") }.sorted()

    @Test func isBuiltAsIfItHadNone() throws {
        let installation = try TinyInstallation.shared.get()
        let failures = Lanes.map(Settings.lanes) { lane in
            let names = Self.names.enumerated().filter { $0.offset % Settings.lanes == lane }.map(\.element)
            do {
                return try Self.failures(of: names, installation)
            } catch {
                return ["\(error)"]
            }
        }
        for failure in failures.joined() { Issue.record("\(failure)") }
        print("Truth: \(Self.names.count) chapters with a past")
    }

    /// The chapters of some pairs as one book.
    private static func book(_ names: [String], _ state: String) -> BookDraft {
        var book = BookDraft()
        for name in names { book.files["Chapters/\(name).md"] = Files.text("\(folder)/\(name)/\(state).md") }
        return book
    }

    private static func failures(of names: [String], _ installation: TinyInstallation) throws -> [String] {
        let before = Self.book(names, "before")
        let after = Self.book(names, "after")
        let book = try BookOnDisk("pairs", installation)
        let other = try BookOnDisk("pairs", installation)
        // The first build of each folder is a fresh one.
        try book.write(before)
        let freshBefore = try book.build()
        try other.write(after)
        let freshAfter = try other.build()
        var failures: [String] = []
        for (folder, draft, fresh, step) in [
            (book, after, freshAfter, "the edit"), (other, before, freshBefore, "the edit backwards"),
            (book, before, freshBefore, "the edit and back"),
        ] {
            try folder.write(draft)
            failures += try folder.build().differences(from: fresh).map { "after \(step): \($0)" }
        }
        return failures
    }
}
