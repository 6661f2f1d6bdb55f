import Learning
import Probability

/// Asks about inputs whose labels are known, as a customer does; the score is the share of wrong answers.
///
/// Asks about as many inputs, drawn at random, as the budget allows.
public struct AccuracyProbe: BlackBoxDistinguisher, Sendable {
    public let dataset: Dataset

    /// - Throws: `GameError.nothingToAsk` for no rows.
    public init(on dataset: Dataset) throws(GameError) {
        guard dataset.count > 0 else {
            throw .nothingToAsk(distinguisher: "AccuracyProbe", missing: "labelled inputs")
        }
        self.dataset = dataset
    }

    public func score(of oracle: Oracle, using coins: inout Generator) throws -> Double {
        let chosen = coins.sample(min(dataset.count, oracle.left), of: dataset.count)
        guard !chosen.isEmpty else { return 0.5 }
        let asked = dataset.rows(chosen)
        let answers = try oracle.labels(of: asked.features)
        return Proportion(of: zip(answers, asked.labels).map { $0 != $1 }).value
    }
}
