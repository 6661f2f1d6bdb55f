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
                guard let path = Files.paths(below: book.store).random(&random) else { break }
                let kind = Damage.allCases.random(&random) ?? .empty
                guard let words = try kind.strike(path, of: book.store, &random) else { continue }
                findings.damages.append(words)
                let outcome = try book.build()
                var faults = outcome.differences(from: fresh)
                let name = URL(filePath: path).deletingPathExtension().lastPathComponent
                if !outcome.errors.contains(name) { faults.append("the build does not name the entry: \(outcome.errors)") }
                let next = try book.build()
                if next.errors.contains(name) { faults.append("the entry was not made again: \(next.errors)") }
                faults += next.differences(from: fresh)
                findings.failures += faults.map { "\(words): \($0)" }
                if findings.failures.count > 5 { break }
            }
        } catch {
            findings.failures.append("\(error)")
        }
        return findings
    }
}
