import Learning
import Probability

/// What a trainer publishes before the verifier's share is known: data, recipe and the trainer's share, none of
/// which can be changed afterwards.
public struct TrainingCommitment: Hashable, Sendable, Codable {
    public let data: Digest
    public let recipe: Digest
    /// Of the trainer's share.
    public let share: Digest

    /// - Throws: `PublicCoinsError.encoding`.
    init(
        to share: SeedShare, recipe: some SeededTraining & Encodable, data: Dataset
    ) throws(PublicCoinsError) {
        self.data = try Digest(of: data, kind: "data")
        self.recipe = try Digest(of: recipe, kind: "recipe")
        self.share = share.commitment
    }

    /// The coins of a run: a hash of both shares and of all that was committed to.
    ///
    /// As long as one of both shares is uniform and was chosen without the other, so are the coins.
    func coins(_ trainer: SeedShare, _ verifier: SeedShare) -> Generator {
        let parts = [data.bytes, recipe.bytes, share.bytes, trainer.bytes, verifier.bytes]
        return Generator(key: Digest(hashing: Array(parts.joined()), kind: "seed").bytes)
    }
}
