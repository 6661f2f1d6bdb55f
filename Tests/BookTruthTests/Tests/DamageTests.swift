import Foundation
import Testing

/// A file of the store that is damaged is named and dropped, and the pages are right.
@Suite("A store that is damaged")
struct DamageTests {
    private struct Findings: Sendable {
        var damages: [String] = []
        var failures: [String] = []
    }

    @Test func givesTheRightPages() throws {
        let installation = try TinyInstallation.shared.get()
        var random = Seeded(Settings.seed)
        let stories = ["variable", "claims", "table", "drawing", "formula", "keep"].compactMap(Story.named)
        let draft = BookDealer.book(of: stories, chapters: 2, &random)
        let fresh = try BookOnDisk.freshOutcome(of: draft, installation)
        try #require(fresh.status == 0, "\(fresh.errors)")
        let share = (Settings.damages + Settings.lanes - 1) / Settings.lanes
        let findings = Lanes.map(Settings.lanes) { lane in
            Self.damage(share, draft, fresh, installation, Seeded(Settings.seed).branch(2000 + lane))
        }
        for failure in findings.flatMap(\.failures) { Issue.record("seed \(Settings.seed): \(failure)") }
        let damages = findings.flatMap(\.damages)
        print("Truth: \(damages.count) files of the store damaged with seed \(Settings.seed)")
    }

    private static func damage(
        _ count: Int, _ draft: BookDraft, _ fresh: BuildOutcome, _ installation: TinyInstallation, _ start: Seeded
    ) -> Findings {
        var findings = Findings()
        var random = start
        do {
            let book = try BookOnDisk("damage", installation)
            try book.write(draft)
            try book.build()
            for _ in 0..<count {
                let needed = try readFiles(of: book)
                guard let path = needed.random(&random) else { break }
                let kind = Damage.allCases.random(&random) ?? .empty
                guard let words = try kind.strike(path, of: book.store, &random) else { continue }
                findings.damages.append(words)
                let faults = try faults(of: book, path, fresh)
                findings.failures += faults.map { "\(words): \($0)" }
                if findings.failures.count > 5 { break }
            }
        } catch {
            findings.failures.append("\(error)")
        }
        return findings
    }

    /// What is wrong with the two builds after a file of the store was damaged.
    private static func faults(of book: BookOnDisk, _ path: String, _ fresh: BuildOutcome) throws -> [String] {
        let first = try book.build()
        var faults = first.differences(from: fresh)
        if isEntry(path), !first.errors.contains(path) {
            faults.append("the build does not name the entry: \(first.errors)")
        }
        let second = try book.build()
        if second.errors.contains(path) { faults.append("the entry was not made again: \(second.errors)") }
        return faults + second.differences(from: fresh)
    }

    /// Whether a file holds what pages show, rather than words about the last build.
    private static func isEntry(_ path: String) -> Bool {
        ["results/", "syntax/", "values/", "renderings/"].contains { path.hasPrefix($0) }
    }

    /// The files of the store that a build with nothing changed reads: those whose time of access moves.
    private static func readFiles(of book: BookOnDisk) throws -> [String] {
        let paths = Files.paths(below: book.store)
        for path in paths {
            var status = stat()
            guard stat("\(book.store)/\(path)", &status) == 0 else { continue }
            utimensat(AT_FDCWD, "\(book.store)/\(path)", [timespec(tv_sec: 1, tv_nsec: 0), status.st_mtim], 0)
        }
        try book.build()
        return paths.filter { path in
            var status = stat()
            return stat("\(book.store)/\(path)", &status) == 0 && status.st_atim.tv_sec != 1
        }
    }
}
