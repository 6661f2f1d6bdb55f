import Learning
import Probability

/// As many clean models as planted ones, each drawn with coins of its own: the pieces of a game.
///
///     let models = try DrawnModels(200, using: book.stream("models")) { coins in
///         try train(on: applicants.split(testShare: 0.3, using: &coins).training)
///     } planted: { coins in … }
///
/// Model i has its own stream, so it is the same however many are drawn. A list may be handed to many
/// distinguishers: each one's interval is right by itself, though their errors are not independent.
public struct DrawnModels<Clean: Classifier & Codable, Planted: Classifier & Codable>: Sendable {
    public let clean: [Clean]
    public let planted: [Planted]

    /// - Parameters:
    ///   - count: how many of either kind, at least 1.
    ///   - generator: nothing is drawn from it itself.
    ///   - clean: the honest trainer.
    ///   - planted: the trainer that plants.
    /// - Throws: `GameError.noModels`, and what the trainers throw.
    public init(
        _ count: Int, using generator: Generator,
        clean: (inout Generator) throws -> Clean, planted: (inout Generator) throws -> Planted
    ) throws {
        guard count > 0 else { throw GameError.noModels(count) }
        self.clean = try Self.draw(count, generator.stream("clean"), clean)
        self.planted = try Self.draw(count, generator.stream("planted"), planted)
    }

    /// Models that were drawn before, such as some that take part in two games.
    ///
    /// - Throws: `GameError.noModels` where a list is empty.
    public init(clean: [Clean], planted: [Planted]) throws(GameError) {
        guard !clean.isEmpty, !planted.isEmpty else { throw .noModels(0) }
        self.clean = clean
        self.planted = planted
    }

    private static func draw<Model>(
        _ count: Int, _ generator: Generator, _ train: (inout Generator) throws -> Model
    ) rethrows -> [Model] {
        try (0..<count).map { number in
            var coins = generator.stream(number)
            return try train(&coins)
        }
    }
}
