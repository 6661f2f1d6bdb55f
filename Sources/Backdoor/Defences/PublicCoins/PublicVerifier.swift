import Learning
import Probability

/// Whoever has recipe and data, and repeats a run to the last bit.
///
/// On another processor or with another library for matrices sums may round otherwise: a run is checkable only
/// where both are as in the recipe.
public struct PublicVerifier<Recipe: SeededTraining & Encodable>: Sendable where Recipe.Model: Encodable {
    public let recipe: Recipe
    public let data: Dataset

    public init(recipe: Recipe, data: Dataset) {
        self.recipe = recipe
        self.data = data
    }

    /// Checks that the model is the one that recipe, data and coins give.
    ///
    /// - Parameters:
    ///   - commitment: as it was public before the share was drawn.
    ///   - share: the verifier's, drawn after that.
    /// - Throws: `PublicCoinsError`, at the first thing that does not agree; `.otherModel` with the place of the
    ///   first byte that differs.
    /// - Complexity: of one training.
    public func check(
        _ record: TrainingRecord<Recipe.Model>, of commitment: TrainingCommitment, share: SeedShare
    ) throws(PublicCoinsError) {
        guard record.commitment == commitment else { throw .otherCommitment }
        guard record.verifier == share else { throw .otherShare }
        let expected = try TrainingCommitment(to: record.trainer, recipe: recipe, data: data)
        guard commitment.data == expected.data else {
            throw .otherData(committed: commitment.data, found: expected.data)
        }
        guard commitment.recipe == expected.recipe else {
            throw .otherRecipe(committed: commitment.recipe, found: expected.recipe)
        }
        guard commitment.share == expected.share else { throw .badOpening(committed: commitment.share) }
        try requireEqual(record.model, try repeated(commitment, record.trainer, share))
    }

    /// The model that follows from the commitment and both shares.
    ///
    /// - Throws: `PublicCoinsError.training`.
    private func repeated(
        _ commitment: TrainingCommitment, _ trainer: SeedShare, _ verifier: SeedShare
    ) throws(PublicCoinsError) -> Recipe.Model {
        do {
            return try recipe.train(on: data, from: commitment.coins(trainer, verifier))
        } catch {
            throw .training("\(error)")
        }
    }

    private func requireEqual(
        _ published: Recipe.Model, _ repeated: Recipe.Model
    ) throws(PublicCoinsError) {
        let found = try Digest.canonicalBytes(of: published, "model")
        let expected = try Digest.canonicalBytes(of: repeated, "model")
        guard found != expected else { return }
        let shared = zip(found, expected).prefix { $0 == $1 }.count
        throw .otherModel(byte: shared, byteCount: expected.count)
    }
}
