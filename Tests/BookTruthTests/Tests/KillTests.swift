import Foundation
import TestSupport
import Testing

/// A build that is killed at a random moment harms nothing: the next one gives what a fresh one gives.
@Suite("A build that is killed")
struct KillTests {
    /// What one folder went through.
    private struct Findings: Sendable {
        var kills = 0
        var failures: [String] = []
    }

    @Test func harmsNothing() throws {
        let installation = try TinyInstallation.shared.get()
        let first = try BookOnDisk.freshOutcome(of: SaltedBook.draft(salt: 0, shown: 0), installation)
        let second = try BookOnDisk.freshOutcome(of: SaltedBook.draft(salt: 0, shown: 1), installation)
        let salted = try BookOnDisk.freshOutcome(of: SaltedBook.draft(salt: 7, shown: 0), installation)
        try #require(SaltedBook.differences(salted, from: first) == [], "the pages must not show the salt")
        try #require(first.status == 0, "\(first.errors)")
        let pages = [first, second]
        let share = (Settings.kills + Settings.lanes - 1) / Settings.lanes
        let findings = Lanes.map(Settings.lanes) { lane in
            Self.kill(share, pages, installation, Seeded(Settings.seed).branch(1000 + lane))
        }
        for failure in findings.flatMap(\.failures) { Issue.record("seed \(Settings.seed): \(failure)") }
        print("Truth: \(findings.reduce(0) { $0 + $1.kills }) builds killed with seed \(Settings.seed)")
    }

    /// Kills so many builds of one folder, one to six in a row, then lets one come to its end.
    private static func kill(
        _ count: Int, _ pages: [BuildOutcome], _ installation: TinyInstallation, _ start: Seeded
    ) -> Findings {
        var findings = Findings()
        var random = start
        var salt = 1
        do {
            let book = try BookOnDisk("kill", installation)
            try book.write(SaltedBook.draft(salt: 0, shown: 0))
            let whole = try book.build()
            let shapes = StoreShape.shapes(of: book.store)
            var seconds = whole.seconds
            while findings.kills < count, findings.failures.count < 5 {
                var shown = 0
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    salt += 1
                    shown = Int.random(in: 0...1, using: &random)
                    try book.write(SaltedBook.draft(salt: salt, shown: shown))
                    if try Self.killOne(book, within: seconds, &random) { findings.kills += 1 }
                }
                let outcome = try book.build()
                seconds = (seconds * 3 + outcome.seconds) / 4
                let faults =
                    SaltedBook.differences(outcome, from: pages[shown]) + leftovers(of: book)
                    + (try garbage(of: book, beside: shapes))
                findings.failures += faults.map { "after \(findings.kills) kills: \($0)" }
            }
        } catch {
            findings.failures.append("\(error)")
        }
        return findings
    }

    /// Starts a build and kills it, alone or with all that it started.
    /// - Returns: whether it was still there to be killed.
    private static func killOne(_ book: BookOnDisk, within seconds: Double, _ random: inout Seeded) throws
        -> Bool
    {
        let process = try book.start(.init())
        usleep(UInt32(Double.random(in: 0..<seconds, using: &random) * 1_000_000))
        if Bool.random(using: &random) { process.killAlone() } else { process.killTree() }
        return try process.wait().status == -SIGKILL
    }

    /// The processes that still work for a book some seconds after its last build.
    private static func leftovers(of book: BookOnDisk) -> [String] {
        for _ in 0..<500 where !RunningCommands.lines(containing: book.root).isEmpty { usleep(20_000) }
        return RunningCommands.lines(containing: book.root).map { "still running: \($0)" }
    }

    /// Files of the store that no undisturbed build has: work of the dead, halves of files.
    ///
    /// A compiler that outlived its engine may have written a last file while the next build cleared up: so one more
    /// build may take it away.
    private static func garbage(of book: BookOnDisk, beside shapes: Set<String>) throws -> [String] {
        if !Files.paths(below: book.store + "/work").isEmpty { try book.build(.init(), ["--fresh"]) }
        let work = Files.paths(below: book.store + "/work").map { "left in the store: work/\($0)" }
        // A build remembers itself only where the files that it read were not changed just before.
        let usual = shapes.union(["manifests/#"])
        return work
            + StoreShape.shapes(of: book.store).subtracting(usual).sorted().map {
                "left in the store: \($0)"
            }
    }
}
