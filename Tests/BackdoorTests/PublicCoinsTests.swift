import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Public coins: commit, reveal, verify")
struct PublicCoinsTests {
    private typealias Recipe = FourierTraining<RidgeRegression>

    private struct Run {
        let recipe = DefenceExperiment.fourier
        let data: Dataset
        let trainer: CommittedTrainer<Recipe>
        let share: SeedShare
        let record: TrainingRecord<Recipe.Model>

        init(seed: Int = 0) throws {
            data = try DefenceExperiment().rows
            var coins = Generator(seed: "public coins").stream(seed)
            trainer = try CommittedTrainer(recipe: recipe, data: data, using: &coins)
            share = SeedShare(using: &coins)
            record = try trainer.train(with: share)
        }

        func check(_ record: TrainingRecord<Recipe.Model>) throws(PublicCoinsError) {
            try PublicVerifier(recipe: recipe, data: data).check(
                record, of: trainer.commitment, share: share)
        }
    }

    @Test("An honest run passes, also after a journey through JSON")
    func honest() throws {
        let run = try Run()
        try run.check(run.record)
        let file = try JSONEncoder().encode(run.record)
        let read = try JSONDecoder().decode(TrainingRecord<Recipe.Model>.self, from: file)
        #expect(read == run.record)
        try run.check(read)
    }

    @Test("Every recipe of the book can be checked")
    func recipes() throws {
        func passes<Training: SeededTraining & Encodable>(_ recipe: Training) throws
        where Training.Model: Encodable {
            let data = try DefenceExperiment().rows
            var coins = Generator(seed: "recipes")
            let trainer = try CommittedTrainer(recipe: recipe, data: data, using: &coins)
            let share = SeedShare(using: &coins)
            try PublicVerifier(recipe: recipe, data: data).check(
                trainer.train(with: share), of: trainer.commitment, share: share)
        }
        try passes(DefenceExperiment.perceptron)
        try passes(ReLUTraining(unitCount: 20))
        try passes(CoinlessTraining(LogisticRegression(penalty: 1)))
    }

    @Test("The coins depend on either share, on the data and on the recipe")
    func coins() throws {
        let first = try Run()
        var coins = Generator(seed: "another share")
        let other = try first.trainer.train(with: SeedShare(using: &coins))
        #expect(other.model != first.record.model)
        #expect(try Run(seed: 1).record.model.map != first.record.model.map)
        var recipe = first.recipe
        recipe.head.penalty = 2
        var again = Generator(seed: "public coins").stream(0)
        let changed = try CommittedTrainer(recipe: recipe, data: first.data, using: &again)
        // The same share, and frequencies that the head has nothing to do with.
        #expect(changed.commitment.share == first.trainer.commitment.share)
        #expect(try changed.train(with: first.share).model.map != first.record.model.map)
    }

    @Test("A planted model is rejected, and so is one that differs in the last digit of one weight")
    func planted() throws {
        let run = try Run()
        let planted = try run.recipe.plant(
            on: run.data, pancakes: .paper(dimension: 6, sparsity: 2, beta: 0.01), from: Generator(seed: 9))
        #expect(throws: PublicCoinsError.self) { try run.check(run.record.replacingModel(planted.model)) }
        var weights = run.record.model.head.weights
        weights[79] = weights[79].nextUp
        let touched = Recipe.Model(run.record.model.map, then: LinearClassifier(weights: weights))
        do {
            try run.check(run.record.replacingModel(touched))
            Issue.record("a changed weight was not seen")
        } catch {
            guard case .otherModel(let byte, let count) = error else { throw error }
            #expect(byte > 0 && byte < count)
            #expect(
                "\(error)" == "the model is not the one that recipe, data and coins give: they differ from "
                    + "byte \(byte) of \(count) on")
        }
    }

    @Test("What was committed to cannot be changed afterwards")
    func changedAfterwards() throws {
        let (run, other) = (try Run(), try Run(seed: 1))
        #expect(throws: PublicCoinsError.otherCommitment) { try run.check(other.record) }
        let swapped = TrainingRecord(
            commitment: run.trainer.commitment, trainer: other.record.trainer, verifier: run.share,
            model: run.record.model)
        let opening = PublicCoinsError.badOpening(committed: run.trainer.commitment.share)
        #expect(throws: opening) { try run.check(swapped) }
        #expect(
            "\(opening)" == "the trainer's share does not open the commitment "
                + run.trainer.commitment.share.description)
        let stale = TrainingRecord(
            commitment: run.trainer.commitment, trainer: run.record.trainer, verifier: other.share,
            model: run.record.model)
        #expect(throws: PublicCoinsError.otherShare) { try run.check(stale) }
        let fewer = run.data.rows(Array(1..<run.data.count))
        #expect(
            throws: PublicCoinsError.otherData(
                committed: run.trainer.commitment.data, found: try Digest(of: fewer, kind: "data"))
        ) {
            try PublicVerifier(recipe: run.recipe, data: fewer).check(
                run.record, of: run.trainer.commitment, share: run.share)
        }
        var recipe = run.recipe
        recipe.scale = 0.06
        #expect(
            throws: PublicCoinsError.otherRecipe(
                committed: run.trainer.commitment.recipe, found: try Digest(of: recipe, kind: "recipe"))
        ) {
            try PublicVerifier(recipe: recipe, data: run.data).check(
                run.record, of: run.trainer.commitment, share: run.share)
        }
    }

    /// Python: `hashlib.blake2b((4).to_bytes(8, 'little') + b'data' + b'[1,2.5]', digest_size=32)`.
    @Test("Digest: BLAKE2b over the kind and the JSON, as hashlib gives it")
    func digest() throws {
        let digest = try Digest(of: [1, 2.5], kind: "data")
        #expect(
            digest.description == "3167c4f1e6ef253debcd09dd98b9e97155c052302c339396e4363eb87e63c89e")
        #expect(try Digest(of: [1, 2.5], kind: "recipe") != digest)
        let copied = try JSONDecoder().decode(Digest.self, from: JSONEncoder().encode(digest))
        #expect(copied == digest)
    }

    @Test("Bytes and values that make no sense are refused")
    func badInput() throws {
        let count = PublicCoinsError.byteCount(31, expected: 32, of: "a share of a seed")
        #expect(throws: count) { try SeedShare(bytes: [UInt8](repeating: 0, count: 31)) }
        #expect("\(count)" == "a share of a seed of 31 bytes, expected 32")
        #expect(throws: PublicCoinsError.byteCount(1, expected: 32, of: "a digest")) {
            try Digest(bytes: [1])
        }
        #expect(throws: PublicCoinsError.self) { try Digest(of: [Double.nan], kind: "data") }
        #expect(throws: PublicCoinsError.self) {
            try JSONDecoder().decode(Digest.self, from: Data("\"xyz0\"".utf8))
        }
        var recipe = DefenceExperiment.fourier
        recipe.featureCount = 0
        var coins = Generator(seed: 1)
        let trainer = try CommittedTrainer(
            recipe: recipe, data: DefenceExperiment().rows, using: &coins)
        #expect(throws: PublicCoinsError.training("\(FourierError.features(.featureCount(0)))")) {
            try trainer.train(with: SeedShare(bytes: [UInt8](repeating: 7, count: 32)))
        }
    }
}
