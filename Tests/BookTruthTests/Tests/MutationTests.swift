import Foundation
import Testing

/// After each of some hundred random edits, a build in the same folder gives what a fresh build gives, byte for byte.
@Suite("A book that is edited")
struct MutationTests {
    /// What the walks of all books found.
    private struct Findings: Sendable {
        var failures: [String] = []
        var runs = NeedlessRuns.Count()
        var kinds: [String: Int] = [:]
        var faultySteps = 0

        mutating func add(_ other: Findings) {
            failures += other.failures
            runs.add(other.runs)
            kinds.merge(other.kinds, uniquingKeysWith: +)
            faultySteps += other.faultySteps
        }
    }

    @Test func isNeverStale() throws {
        let installation = try TinyInstallation.shared.get()
        let count = (Settings.edits + Settings.editsOfABook - 1) / Settings.editsOfABook
        let books = Self.books(count)
        let found = Lanes.map(count) { number in
            let steps = min(Settings.editsOfABook, Settings.edits - number * Settings.editsOfABook)
            return Self.walk(books[number], number, steps: steps, installation)
        }
        let findings = found.reduce(into: Findings()) { $0.add($1) }
        Self.tell(findings)
        for failure in findings.failures { Issue.record("\(failure)") }
        let share = Double(findings.runs.needless) / Double(max(1, findings.runs.ran))
        #expect(share <= Settings.needlessShare, "seed \(Settings.seed): too many cells run without need")
    }

    /// Books of three chapters, which together tell every story.
    private static func books(_ count: Int) -> [(book: BookDraft, random: Seeded)] {
        var random = Seeded(Settings.seed)
        var deck = StoryDeck()
        return (0..<count).map { number in
            let stories = deck.deal(6, &random)
            var book = BookDealer.book(of: stories, chapters: 3, &random)
            book.configuration.showsTypes = number.isMultiple(of: 3)
            return (book, random.branch(number))
        }
    }

    private static func walk(
        _ start: (book: BookDraft, random: Seeded), _ number: Int, steps: Int,
        _ installation: TinyInstallation
    ) -> Findings {
        var findings = Findings()
        do {
            let walk = try Walk(start.book, edits: EditKinds.all, installation, start.random)
            defer {
                findings.runs = walk.runs
                findings.kinds = walk.kindsTried
                findings.faultySteps = walk.faultySteps
            }
            do {
                try walk.run(steps: steps)
            } catch {
                findings.failures.append("seed \(Settings.seed), book \(number): \(error)")
            }
            for mismatch in walk.mismatches {
                findings.failures.append(try MismatchText.text(of: mismatch, book: number, installation))
            }
        } catch {
            findings.failures.append("seed \(Settings.seed), book \(number): \(error)")
        }
        return findings
    }

    private static func tell(_ findings: Findings) {
        let runs = findings.runs
        let share = Double(runs.needless) / Double(max(1, runs.ran)) * 100
        let kinds = findings.kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            "\($0.key) \($0.value)"
        }
        let reasons = runs.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8)
        print(
            """
            Truth: \(Settings.edits) edits with seed \(Settings.seed), \(findings.failures.count) stale; the book had \
            errors after \(findings.faultySteps); of \(runs.cells) cells \(runs.ran) ran, \(runs.needless) of them \
            without need (\(String(format: "%.1f", share)) %)
            Truth: reasons of needless runs: \(reasons.map { "\($0.value) × \($0.key)" }.joined(separator: "; "))
            Truth: edits by kind: \(kinds.joined(separator: ", "))
            """)
    }
}
