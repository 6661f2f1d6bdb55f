import Foundation
import Testing

/// A file of the store that is damaged is named and dropped, and the pages are right.
@Suite("A store that is damaged")
struct DamageTests {
    /// A book in a state, and what a fresh build of it gives.
    private struct Edition: Sendable {
        let draft: BookDraft
        let fresh: BuildOutcome
    }

    private struct Findings: Sendable {
        var damages: [String] = []
        var failures: [String] = []
    }

    @Test func givesTheRightPages() throws {
        let installation = try TinyInstallation.shared.get()
        let editions = try Self.editions(installation)
        let share = (Settings.damages + Settings.lanes - 1) / Settings.lanes
        let findings = Lanes.map(Settings.lanes) { lane in
            Self.damage(share, editions, installation, Seeded(Settings.seed).branch(2000 + lane))
        }
        for failure in findings.flatMap(\.failures) { Issue.record("seed \(Settings.seed): \(failure)") }
        let damages = findings.flatMap(\.damages)
        print("Truth: \(damages.count) files of the store damaged with seed \(Settings.seed)")
    }

    /// Two editions that differ in prose alone, so that each build makes all pages and runs no cell.
    private static func editions(_ installation: TinyInstallation) throws -> [Edition] {
        let stories = ["variable", "claims", "table", "drawing", "formula", "keep"].compactMap(Story.named)
        return try (1...2).map { number in
            var random = Seeded(Settings.seed)
            var draft = BookDealer.book(of: stories, chapters: 2, &random)
            for chapter in draft.chapters.indices {
                let end = draft.chapters[chapter].blocks.count
                draft.insert(
                    .prose("Edition \(number)."), at: BookDraft.Place(chapter: chapter, block: end))
            }
            let fresh = try BookOnDisk.freshOutcome(of: draft, installation)
            try #require(fresh.status == 0, "\(fresh.errors)")
            return Edition(draft: draft, fresh: fresh)
        }
    }

    private static func damage(
        _ count: Int, _ editions: [Edition], _ installation: TinyInstallation, _ start: Seeded
    ) -> Findings {
        var findings = Findings()
        var random = start
        do {
            let book = try BookOnDisk("damage", installation)
            try book.write(editions[1].draft)
            try book.build()
            for _ in 0..<count {
                let needed = try readFiles(of: book, editions[0])
                guard let path = (needed ?? Files.paths(below: book.store)).random(&random) else { break }
                let kind = Damage.allCases.random(&random) ?? .empty
                guard let words = try kind.strike(path, of: book.store, &random) else { continue }
                findings.damages.append(words)
                let faults = try faults(of: book, path, isRead: needed != nil, editions[1])
                findings.failures += faults.map { "\(words): \($0)" }
                if findings.failures.count > 5 { break }
            }
        } catch {
            findings.failures.append("\(error)")
        }
        return findings
    }

    /// What is wrong with the build of the next edition after a file of the store was damaged, and with one more.
    private static func faults(
        of book: BookOnDisk, _ path: String, isRead: Bool, _ edition: Edition
    ) throws -> [String] {
        try book.write(edition.draft)
        let first = try book.build()
        var faults = first.differences(from: edition.fresh)
        if isRead, isEntry(path), !first.errors.contains(path) {
            faults.append("the build does not name the entry: \(first.errors)")
        }
        let second = try book.build()
        if second.errors.contains(path) { faults.append("the entry was not made again: \(second.errors)") }
        return faults + second.differences(from: edition.fresh)
    }

    /// Whether a file holds what pages show, rather than words about the last build.
    private static func isEntry(_ path: String) -> Bool {
        ["results/", "syntax/", "values/", "renderings/"].contains { path.hasPrefix($0) }
    }

    /// The files of the store that the build of another edition reads: those whose time of access moves.
    /// - Returns: `nil` where the file system keeps no such times.
    private static func readFiles(of book: BookOnDisk, _ edition: Edition) throws -> [String]? {
        let paths = Files.paths(below: book.store)
        for path in paths {
            var status = stat()
            guard stat("\(book.store)/\(path)", &status) == 0 else { continue }
            let never = timespec(tv_sec: 1, tv_nsec: 0)
            utimensat(AT_FDCWD, "\(book.store)/\(path)", [never, status.st_mtim], 0)
        }
        try book.write(edition.draft)
        try book.build()
        let read = paths.filter { path in
            var status = stat()
            return stat("\(book.store)/\(path)", &status) == 0 && status.st_atim.tv_sec != 1
        }
        return read.isEmpty ? nil : read
    }
}
