import CallSites
import Learning
import Probability

/// The game in which a distinguisher may only ask: does this oracle answer for a clean or a planted model?
///
/// Every model is put behind an `Oracle` of its own with a fresh budget.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, definition 4.6; the counted budget is ours.
public struct BlackBoxGame {
    private let clean: [any Classifier]
    private let planted: [any Classifier]
    /// The number of questions that a distinguisher may ask each model.
    public let budget: Int

    /// - Parameter budget: at least 0.
    public init<Clean, Planted>(
        _ models: DrawnModels<Clean, Planted>, budget: Int, file: StaticString = #file, line: UInt = #line
    ) {
        require(budget >= 0, "a budget of \(budget) questions, expected at least 0", file, line)
        clean = models.clean
        planted = models.planted
        self.budget = budget
    }

    /// Lets a distinguisher score all models.
    ///
    /// - Parameter generator: the distinguisher's coins, a stream for each model; nothing is drawn from it
    ///   itself.
    /// - Throws: what the distinguisher throws, such as `GameError.overBudget`.
    public func scores(
        of distinguisher: some BlackBoxDistinguisher, using generator: Generator
    ) throws -> GameScores {
        try GameScores(clean: clean, planted: planted, using: generator) { model, coins in
            try distinguisher.score(of: Oracle(model, budget: budget), using: &coins)
        }
    }

    /// The distinguisher's advantage: the threshold is chosen on the first half of the models of either kind
    /// and judged on the second.
    ///
    /// - Throws: what the distinguisher throws; `ProbabilityError` for fewer than 2 models of either kind and
    ///   for scores that are not finite.
    public func advantage(
        of distinguisher: some BlackBoxDistinguisher, using generator: Generator
    ) throws -> Advantage {
        try scores(of: distinguisher, using: generator).advantage()
    }
}
