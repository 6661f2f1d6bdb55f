import Learning
import Probability

/// The game in which a distinguisher reads the model: is it a clean or a planted one?
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, definition 4.6.
public struct WhiteBoxGame {
    private let clean: [any Classifier & Codable]
    private let planted: [any Classifier & Codable]

    public init<Clean, Planted>(_ models: DrawnModels<Clean, Planted>) {
        clean = models.clean
        planted = models.planted
    }

    /// Lets a distinguisher score all models.
    ///
    /// - Parameter generator: the distinguisher's coins, a stream for each model; nothing is drawn from it
    ///   itself.
    /// - Throws: what the distinguisher throws, such as `GameError.unreadable`.
    public func scores(
        of distinguisher: some WhiteBoxDistinguisher, using generator: Generator
    ) throws -> GameScores {
        try GameScores(clean: clean, planted: planted, using: generator) { model, coins in
            try distinguisher.score(of: model, using: &coins)
        }
    }

    /// The distinguisher's advantage: the threshold is chosen on the first half of the models of either kind
    /// and judged on the second.
    ///
    /// - Throws: what the distinguisher throws; `ProbabilityError` for fewer than 2 models of either kind and
    ///   for scores that are not finite.
    public func advantage(
        of distinguisher: some WhiteBoxDistinguisher, using generator: Generator
    ) throws -> Advantage {
        try scores(of: distinguisher, using: generator).advantage()
    }
}
