import Foundation
import Testing

/// A change of a module runs the cells that depend on it, and no others.
@Suite("A module that changes", .serialized)
struct ModuleTests {
    private static func chapter(_ name: String, _ code: String) -> String {
        "# \(name)\n\n```swift\n\(code)\n```\n"
    }

    /// Three chapters: one imports `Upper`, which imports `Base`; one imports `Base`; one imports nothing.
    private static func draft() -> BookDraft {
        var book = BookDraft()
        for (name, code) in [
            ("upper", "import Upper\nupperNumber()"), ("base", "import Base\nbaseNumber()"),
            ("none", "6 * 7"),
        ] {
            let statement = book.statement(code)
            let block = book.block(.cell(CellDraft(statements: [statement])))
            book.chapters.append(
                ChapterDraft(number: book.newNumber(), stem: name, title: name, blocks: [block]))
        }
        book.modules = TinyInstallation.modules
        return book
    }

    @Test(
        "runs who imports it",
        arguments: [
            ("Lonely/Lonely.swift", "5", "6", []), ("Upper/Upper.swift", "10", "20", ["upper"]),
            ("Base/Base.swift", "1", "2", ["base", "upper"]),
        ] as [(String, String, String, [String])])
    func runsWhoImportsIt(_ path: String, _ old: String, _ new: String, _ affected: [String]) throws {
        let installation = try TinyInstallation.editable.get()
        defer { try? installation.restoreModules() }
        let book = try BookOnDisk("modules", installation)
        var draft = Self.draft()
        try book.write(draft)
        #expect(try book.build().status == 0)
        draft.modules[path] = draft.modules[path]?.replacing(" \(old) ", with: " \(new) ")
        try book.write(draft)
        let outcome = try book.build()
        #expect(try outcome.differences(from: BookOnDisk.freshOutcome(of: draft, installation)) == [])
        let ran = outcome.cells.filter { $0.value.contains { $0.status == "ran" } }.keys.sorted()
        #expect(ran == affected.map { "Chapters/\($0).md" })
    }

    /// Random edits of modules between edits of the chapters that import them.
    @Test func isNeverStale() throws {
        let installation = try TinyInstallation.editable.get()
        defer { try? installation.restoreModules() }
        var random = Seeded(Settings.seed)
        let stories = ["modules", "used-far-below", "keep"].compactMap(Story.named)
        var draft = BookDealer.book(of: stories, chapters: 2, &random)
        draft.configuration.showsTypes = true
        draft.modules = TinyInstallation.modules
        let kinds = EditKinds.ofModules + EditKinds.ofModules + [AddCell(), MoveCell(), ShadowLibrary()]
        let walk = try Walk(draft, edits: kinds, installation, random.branch(3000))
        try walk.run(steps: max(1, Settings.edits / 25))
        for mismatch in walk.mismatches {
            Issue.record("\(try MismatchText.text(of: mismatch, book: 0, installation))")
        }
    }
}
