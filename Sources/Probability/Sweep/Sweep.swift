internal import Foundation

/// The same experiment at many points, many times: the cells of a phase diagram, say.
///
/// With a journal it can be stopped, by whatever means, and goes on where it was. Every repetition at every point
/// has a generator of its own, which follows from the seed, the point and the number of the repetition alone: the
/// outcomes do not depend on the order, on how often the sweep was stopped, on the number of workers, or on which
/// other points there are.
///
///     let sweep = try Sweep(name: "power against theta", points: [0.2, 0.4, 0.8], repetitions: 50, seed: 1)
///     let results = try sweep.run(journal: "power.jsonl", workers: 2) { theta, coins in
///         try detector.score(draw(theta, &coins))
///     }
///     results.outcomes(at: 0)
public struct Sweep<Point: Codable & Hashable & Sendable, Outcome: Codable & Sendable>: Sendable {
    /// What is measured; it is part of the journal's identity, so change it when the experiment changes.
    public let name: String
    public let points: [Point]
    /// How often the experiment is made at each point.
    public let repetitions: Int
    public let seed: Int
    /// The points as JSON with sorted keys.
    private let texts: [String]

    /// - Parameters:
    ///   - points: at least one, and all different.
    ///   - repetitions: at least 1.
    /// - Throws: `SweepError`.
    public init(
        name: String, points: [Point], repetitions: Int, seed: Int, outcome: Outcome.Type = Outcome.self
    ) throws(SweepError) {
        guard !points.isEmpty else { throw .empty(name: "points", count: 0) }
        guard repetitions >= 1 else { throw .empty(name: "repetitions", count: repetitions) }
        var places: [Point: Int] = [:]
        var texts: [String] = []
        for (index, point) in points.enumerated() {
            if let first = places.updateValue(index, forKey: point) {
                throw .duplicate(first: first, second: index)
            }
            texts.append(try SweepText.encoded(point, "point \(index)"))
        }
        self.name = name
        self.points = points
        self.repetitions = repetitions
        self.seed = seed
        self.texts = texts
    }

    /// Runs what is still to be done.
    ///
    /// - Parameters:
    ///   - path: of the journal, which is made where it is missing; without one, nothing is kept.
    ///   - workers: how many repetitions run at the same time, at least 1.
    ///   - stop: asked before each repetition; where it says yes, the sweep ends with what is done.
    ///   - experiment: is given the point and its own coins. It runs on several threads at once.
    /// - Returns: all outcomes, those of the journal among them.
    /// - Throws: `SweepError`, and what the experiment throws first. What was done before is in the journal.
    public func run(
        journal path: String? = nil, workers: Int = 1, stop: @Sendable () -> Bool = { false },
        experiment: @Sendable (Point, inout Generator) throws -> Outcome
    ) throws -> SweepResults<Point, Outcome> {
        let journal = try path.map { try SweepJournal<Outcome>($0, identity: identity) }
        var outcomes = [Outcome?](repeating: nil, count: points.count * repetitions)
        for entry in journal?.entries ?? [] {
            guard points.indices.contains(entry.point), (0..<repetitions).contains(entry.repetition) else {
                throw SweepError.damaged(
                    path: path ?? "", line: entry.line, reason: "no such point or repetition")
            }
            outcomes[entry.point * repetitions + entry.repetition] = entry.outcome
        }
        let waiting = outcomes.indices.filter { outcomes[$0] == nil }
        let progress = SweepProgress(waiting: waiting, journal: journal, repetitions: repetitions)
        DispatchQueue.concurrentPerform(iterations: max(1, min(workers, waiting.count))) { _ in
            while !stop(), let index = progress.next() {
                progress.finish(index) {
                    var coins = generator(at: index)
                    return try experiment(points[index / repetitions], &coins)
                }
            }
        }
        for (index, outcome) in try progress.finished() { outcomes[index] = outcome }
        return SweepResults(points: points, repetitions: repetitions, all: outcomes)
    }

    private func generator(at index: Int) -> Generator {
        Generator(seed: seed).stream(texts[index / repetitions]).stream(index % repetitions)
    }

    /// What a journal has to say to be this sweep's: its name, the size, and a digest of all points and the seed.
    private var identity: SweepIdentity {
        var digest = Generator(seed: ([name, "\(seed)", "\(repetitions)"] + texts).joined(separator: "\n"))
        return SweepIdentity(
            sweep: name, points: points.count, repetitions: repetitions, seed: seed,
            digest: String(digest.next(), radix: 16))
    }
}
