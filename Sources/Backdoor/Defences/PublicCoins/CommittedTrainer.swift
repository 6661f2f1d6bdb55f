import Learning
import Probability

/// A trainer whose run anybody can repeat: commit, then be given a share of the seed, then train and reveal.
///
///     let trainer = try CommittedTrainer(recipe: recipe, data: data, using: &secret)
///     let share = SeedShare(using: &verifiersCoins)        // after trainer.commitment is public
///     let record = try trainer.train(with: share)
///     try PublicVerifier(recipe: recipe, data: data)
///         .check(record, of: trainer.commitment, share: share)
///
/// The trainer cannot choose the coins: what is committed to is fixed before the verifier's share is known, and
/// the seed is a hash of both. A trainer who dislikes the coins can only give up, which is seen.
public struct CommittedTrainer<Recipe: SeededTraining & Encodable>: Sendable {
    public let recipe: Recipe
    public let data: Dataset
    /// Public before the verifier draws a share.
    public let commitment: TrainingCommitment
    /// Secret until the model is published.
    private let share: SeedShare

    /// - Parameter generator: gives the trainer's share.
    /// - Throws: `PublicCoinsError.encoding` for a recipe or data without JSON.
    public init(recipe: Recipe, data: Dataset, using generator: inout Generator) throws(PublicCoinsError) {
        self.recipe = recipe
        self.data = data
        share = SeedShare(using: &generator)
        commitment = try TrainingCommitment(to: share, recipe: recipe, data: data)
    }

    /// Trains with the coins that follow from both shares, and reveals the trainer's.
    ///
    /// - Throws: `PublicCoinsError.training`.
    public func train(with verifier: SeedShare) throws(PublicCoinsError) -> TrainingRecord<Recipe.Model> {
        do {
            let model = try recipe.train(on: data, from: commitment.coins(share, verifier))
            return TrainingRecord(commitment: commitment, trainer: share, verifier: verifier, model: model)
        } catch {
            throw .training("\(error)")
        }
    }
}

/// What a trainer publishes at the end: all that is needed to repeat the run, except recipe and data.
public struct TrainingRecord<Model: Classifier>: Sendable {
    public let commitment: TrainingCommitment
    public let trainer: SeedShare
    public let verifier: SeedShare
    public let model: Model

    public init(
        commitment: TrainingCommitment, trainer: SeedShare, verifier: SeedShare, model: Model
    ) {
        self.commitment = commitment
        self.trainer = trainer
        self.verifier = verifier
        self.model = model
    }

    /// The same record with another model in it: what somebody publishes who trained otherwise.
    public func replacingModel(_ model: Model) -> TrainingRecord {
        TrainingRecord(commitment: commitment, trainer: trainer, verifier: verifier, model: model)
    }
}

extension TrainingRecord: Equatable where Model: Equatable {}
extension TrainingRecord: Hashable where Model: Hashable {}
extension TrainingRecord: Encodable where Model: Encodable {}
extension TrainingRecord: Decodable where Model: Decodable {}
