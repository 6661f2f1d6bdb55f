import CallSites
import Learning
import LinearAlgebra
import Probability
internal import Synchronization

/// The game in which every answer of a planted model is held against that of the honest model it was made from.
///
/// A distinguisher asks the planted model, adaptively, and does not see the honest one. Where no answer differs,
/// the distinguisher would have gone the same way with the honest model, question by question: the two are the
/// same to it, whatever it makes of the answers.
///
///     let game = DifferenceGame(honest: honest, planted: planted, budget: 1_000_000)
///     try game.differences(foundBy: probe, using: coins)         // 0 of 1000000
public struct DifferenceGame: Sendable {
    private let honest: any Classifier
    private let planted: any Classifier
    /// The number of questions that a distinguisher may ask.
    public let budget: Int

    /// - Parameter budget: at least 0.
    public init(
        honest: some Classifier, planted: some Classifier, budget: Int,
        file: StaticString = #file, line: UInt = #line
    ) {
        require(budget >= 0, "a budget of \(budget) questions, expected at least 0", file, line)
        require(
            honest.inputCount == planted.inputCount,
            "a planted model of \(planted.inputCount) inputs, expected \(honest.inputCount) (the honest model's)",
            file, line)
        self.honest = honest
        self.planted = planted
        self.budget = budget
    }

    /// How many of the questions that a distinguisher asked got other answers than the honest model gives.
    ///
    /// - Throws: what the distinguisher throws.
    public func differences(
        foundBy distinguisher: some BlackBoxDistinguisher, using generator: Generator
    ) throws -> Proportion {
        let pair = ComparedClassifier(honest: honest, planted: planted)
        let oracle = Oracle(pair, budget: budget)
        var coins = generator
        _ = try distinguisher.score(of: oracle, using: &coins)
        return Proportion(successes: pair.differences, trials: oracle.asked)
    }
}

/// Answers as the planted model does and counts where the honest one would have answered otherwise.
private final class ComparedClassifier: Classifier {
    private let honest: any Classifier
    private let planted: any Classifier
    private let count = Mutex(0)

    init(honest: any Classifier, planted: any Classifier) {
        self.honest = honest
        self.planted = planted
    }

    var differences: Int { count.withLock { $0 } }
    var inputCount: Int { planted.inputCount }
    var description: String { planted.description }

    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        let scores = planted.decision(rows)
        let different = zip(scores, honest.decision(rows)).count { Label(score: $0) != Label(score: $1) }
        count.withLock { $0 += different }
        return scores
    }
}
