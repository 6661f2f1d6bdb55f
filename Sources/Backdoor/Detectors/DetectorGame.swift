internal import Dispatch
import Probability
internal import Synchronization

/// Clean and planted models, each with what a detector is handed on it: does the detector tell them apart?
///
///     let game = try DetectorGame(clean: honest, planted: poisoned)
///     let seen = try game.advantage(of: SpectralSignatures(), using: coins)
///     seen.interval(level: 0.95)                 // contains 0 where nothing was seen
///
/// It is the white-box game (`WhiteBoxGame`) for those who have data besides the model.
public struct DetectorGame: Sendable {
    public let clean: [Dossier]
    public let planted: [Dossier]

    /// - Throws: `DetectorError.noDossiers` where a list is empty.
    public init(clean: [Dossier], planted: [Dossier]) throws(DetectorError) {
        if clean.isEmpty { throw .noDossiers(kind: "clean") }
        if planted.isEmpty { throw .noDossiers(kind: "planted") }
        self.clean = clean
        self.planted = planted
    }

    /// Whether a detector runs on all models; the first reason why not.
    public func applicability(of detector: some Detector) -> Applicability {
        (clean + planted).map(detector.applicability).first { $0 != .runs } ?? .runs
    }

    /// Lets a detector score all models, on all processors; the scores do not depend on how many there are.
    ///
    /// - Parameter generator: the detector's coins, a stream for each model; nothing is drawn from it itself.
    /// - Throws: `DetectorError`, of the first model that has one.
    public func scores(
        of detector: some Detector, using generator: Generator
    ) throws(DetectorError) -> GameScores {
        GameScores(
            clean: try Self.scored(clean, detector, generator.stream("clean")),
            planted: try Self.scored(planted, detector, generator.stream("planted")))
    }

    /// The detector's advantage: the threshold is chosen on the first half of the models of either kind and
    /// judged on the second.
    ///
    /// - Throws: `DetectorError`, also for fewer than 2 models of either kind.
    public func advantage(
        of detector: some Detector, using generator: Generator
    ) throws(DetectorError) -> Advantage {
        let scores = try scores(of: detector, using: generator)
        do { return try scores.advantage() } catch { throw .statistics(error) }
    }

    private static func scored(
        _ dossiers: [Dossier], _ detector: some Detector, _ generator: Generator
    ) throws(DetectorError) -> [Double] {
        let results = Mutex([Result<Double, DetectorError>?](repeating: nil, count: dossiers.count))
        DispatchQueue.concurrentPerform(iterations: dossiers.count) { number in
            var coins = generator.stream(number)
            let result = Result { () throws(DetectorError) in
                try detector.score(of: dossiers[number], using: &coins)
            }
            results.withLock { $0[number] = result }
        }
        var scores: [Double] = []
        for result in results.withLock({ $0 }) {
            if let result { scores.append(try result.get()) }
        }
        return scores
    }
}
