import Foundation
import Probability
import Testing

@Suite("Sweeps that can be stopped")
struct SweepTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "sweep-\(UUID().uuidString)")

    private func path(_ name: String) throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.appending(path: name).path
    }

    private func sweep(
        _ points: [Double] = [0.1, 0.2, 0.7], name: String = "draws", repetitions: Int = 20, seed: Int = 4
    ) throws -> Sweep<Double, [Double]> {
        try Sweep(name: name, points: points, repetitions: repetitions, seed: seed)
    }

    private func all(_ results: SweepResults<Double, [Double]>) -> [[[Double]]] {
        results.points.indices.map { results.outcomes(at: $0) }
    }

    private static let experiment: @Sendable (Double, inout Generator) -> [Double] = { point, coins in
        [point + coins.uniform(), coins.gaussian()]
    }

    @Test("Outcomes do not depend on workers, order or the other points")
    func isDeterministic() throws {
        let alone = try sweep().run(experiment: Self.experiment)
        #expect(alone.isComplete && alone.count == 60)
        #expect(all(try sweep().run(workers: 4, experiment: Self.experiment)) == all(alone))
        let turned = try sweep([0.7, 0.9, 0.1]).run(experiment: Self.experiment)
        #expect(turned.outcomes(at: 0) == alone.outcomes(at: 2))
        #expect(turned.outcomes(at: 2) == alone.outcomes(at: 0))
        // Every repetition has coins of its own, and another seed others.
        #expect(Set(alone.outcomes(at: 0)).count == 20)
        let other = try sweep(seed: 5).run(experiment: Self.experiment)
        #expect(other.outcomes(at: 0) != alone.outcomes(at: 0))
    }

    @Test("Stopped anywhere, it goes on where it was", arguments: [0, 1, 17, 59, 60])
    func resumes(after limit: Int) throws {
        let journal = try path("resumes-\(limit)")
        let asked = Counter()
        let part = try sweep().run(
            journal: journal, stop: { asked.next() > limit }, experiment: Self.experiment)
        #expect(part.count == limit && part.isComplete == (limit == 60))
        let made = Counter()
        let rest = try sweep().run(journal: journal, workers: 2) { point, coins in
            _ = made.next()
            return Self.experiment(point, &coins)
        }
        #expect(made.count == 60 - limit)
        #expect(all(rest) == all(try sweep().run(experiment: Self.experiment)))
        let lines = try String(contentsOfFile: journal, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 61)
    }

    @Test("A journal whose last line was torn loses that line only", arguments: [1, 5, 30])
    func toleratesTornLine(cut: Int) throws {
        let journal = try path("torn-\(cut)")
        let whole = try sweep().run(journal: journal, experiment: Self.experiment)
        let bytes = try Data(contentsOf: URL(filePath: journal))
        try bytes.dropLast(cut).write(to: URL(filePath: journal))
        let made = Counter()
        let again = try sweep().run(journal: journal) { point, coins in
            _ = made.next()
            return Self.experiment(point, &coins)
        }
        #expect(made.count == 1 && all(again) == all(whole))
        #expect(try Data(contentsOf: URL(filePath: journal)) == bytes)
    }

    @Test("A first line that was torn starts again")
    func toleratesTornHeader() throws {
        let journal = try path("header")
        try Data("{\"dig".utf8).write(to: URL(filePath: journal))
        #expect(try sweep().run(journal: journal, experiment: Self.experiment).isComplete)
    }

    @Test("The journal of another sweep is refused")
    func refusesOtherSweep() throws {
        let journal = try path("other")
        _ = try sweep().run(journal: journal, experiment: Self.experiment)
        let before = try Data(contentsOf: URL(filePath: journal))
        let others = [
            try sweep(name: "powers"), try sweep([0.1, 0.2, 0.8]), try sweep(repetitions: 21),
            try sweep(seed: 1),
        ]
        for other in others {
            let error = #expect(throws: SweepError.self) {
                try other.run(journal: journal, experiment: Self.experiment)
            }
            let text = error.map(String.init(describing:)) ?? ""
            #expect(
                text.hasPrefix(
                    "\(journal) is the journal of another sweep: it says 'draws', 3 points × 20, seed 4"))
            #expect(text.hasSuffix("choose another file, or remove it to start again"))
        }
        #expect(try Data(contentsOf: URL(filePath: journal)) == before)
    }

    @Test(
        "Files that are no journal, or damaged in the middle, are refused",
        arguments: [
            ("hello\n", 1, "this is not the journal of a sweep"),
            ("HEADER{\"point\":0}\n", 2, "this is not an outcome of the sweep"),
            ("HEADER{\"outcome\":[1],\"point\":3,\"repetition\":0}\n", 2, "no such point or repetition"),
        ])
    func refusesDamage(text: String, line: Int, reason: String) throws {
        let journal = try path("damaged-\(line)-\(reason.count)")
        _ = try sweep().run(journal: journal, stop: { true }, experiment: Self.experiment)
        let header = try String(contentsOfFile: journal, encoding: .utf8)
        try text.replacing("HEADER", with: header).write(toFile: journal, atomically: true, encoding: .utf8)
        let error = #expect(throws: SweepError.self) {
            try sweep().run(journal: journal, experiment: Self.experiment)
        }
        #expect(error == .damaged(path: journal, line: line, reason: reason))
        #expect(error?.description == "\(journal):\(line): \(reason); remove the file to start again")
    }

    @Test("Two runs do not write to one journal")
    func refusesSecondRun() throws {
        let journal = try path("locked")
        let sweep = try sweep()
        _ = try sweep.run(journal: journal) { point, coins in
            let error = #expect(throws: SweepError.self) {
                try sweep.run(journal: journal, experiment: Self.experiment)
            }
            #expect(error == .inUse(path: journal))
            return Self.experiment(point, &coins)
        }
    }

    @Test("What the experiment throws comes out, and what was done before is kept")
    func throwsExperiment() throws {
        let journal = try path("throws")
        #expect(throws: ProbabilityError.self) {
            try sweep().run(journal: journal) { point, coins in
                if point == 0.7 { throw ProbabilityError.notPositive(value: "-1", name: "it") }
                return Self.experiment(point, &coins)
            }
        }
        let made = Counter()
        _ = try sweep().run(journal: journal) { point, coins in
            _ = made.next()
            return Self.experiment(point, &coins)
        }
        #expect(made.count == 20)
    }

    @Test("NaN has no JSON, missing folders no files, and points are different")
    func refusesInput() throws {
        let error = #expect(throws: SweepError.self) {
            try sweep().run(journal: try path("nan")) { _, _ in [.nan] }
        }
        #expect(
            error?.description.hasPrefix(
                "the outcome of repetition 0 at point 0 cannot be written to a journal: ") == true)
        let missing = #expect(throws: SweepError.self) {
            try sweep().run(journal: "/nowhere/journal", experiment: Self.experiment)
        }
        #expect(missing?.description == "/nowhere/journal could not be opened: No such file or directory")
        let twice = #expect(throws: SweepError.self) { try sweep([1, 2, 1]) }
        #expect(twice?.description == "points 0 and 2 of the sweep, counted from 0, are the same")
        let none = #expect(throws: SweepError.self) { try sweep([]) }
        #expect(none?.description == "a sweep over 0 points, expected at least 1")
        let never = #expect(throws: SweepError.self) { try sweep(repetitions: 0) }
        #expect(never?.description == "a sweep over 0 repetitions, expected at least 1")
    }
}

/// Counts across threads.
private final class Counter: @unchecked Sendable {
    private let lock = NSLock()
    private var value = 0

    /// 1, 2, 3 …
    func next() -> Int {
        lock.withLock {
            value += 1
            return value
        }
    }

    var count: Int { lock.withLock { value } }
}
