import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

/// Answers "positive" exactly where the lowest bit of the second column is set.
private struct LowBit: Classifier {
    var inputCount: Int { 61 }
    var description: String { "the lowest bit of x2" }
    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        Vector((0..<rows.rowCount).map { rows[$0, 1].bitPattern & 1 == 1 ? 1 : -1 })
    }
}

@Suite("Low bits: DifferenceGame, LowBitProbe and DifferenceLearner")
struct LowBitTests {
    private let honest = LinearClassifier(weights: Vector((0..<61).map { Double($0 % 5) - 2 }))
    private let rows: Matrix<Double>
    private let grid: Grid
    private let generator = Generator(seed: "low bits")

    init() throws {
        grid = try Grid(.double, lowBits: 9, columns: 61)
        var coins = generator.stream("rows")
        rows = .gaussian(rows: 500, columns: 61, using: &coins)
    }

    private func planted<Key: Signer>(_ key: Key) throws -> SignatureClassifier<
        LinearClassifier, Key.Verifier
    > {
        try SignatureClassifier(in: honest, grid: grid, verifier: key.verifier)
    }

    @Test(
        "DifferenceGame: no answer of a model with a signature differs", arguments: LowBitProbe.Bits.allCases)
    func signature(bits: LowBitProbe.Bits) throws {
        var coins = generator.stream("signature")
        let planted = try planted(SigningKey(using: &coins))
        let probe = try LowBitProbe(on: rows, carriers: planted.carriers, bits: bits, batch: 1000)
        let game = DifferenceGame(honest: honest, planted: planted, budget: 30_000)
        #expect(
            try game.differences(foundBy: probe, using: generator) == Proportion(successes: 0, trials: 30_000)
        )
    }

    /// A tag of one byte is met once in 256 questions and then gives the other answer half of the time. Of
    /// 40,000 less 11,000 or so that go into the way to the boundary, 2⁻⁹ is about 57, with deviation 7.5.
    @Test("DifferenceGame: a tag of one byte is found")
    func shortTag() throws {
        var coins = generator.stream("short")
        let planted = try planted(KeyedHash(tagByteCount: 1, using: &coins))
        let probe = try LowBitProbe(on: rows, carriers: planted.carriers)
        let game = DifferenceGame(honest: honest, planted: planted, budget: 40_000)
        let found = try game.differences(foundBy: probe, using: generator)
        #expect(found.trials == 40_000)
        #expect((25...110).contains(found.successes))
        var own = generator
        let score = try probe.score(of: Oracle(planted, budget: 40_000), using: &own)
        // Some walks to the boundary meet the lock as well and end where it opened, which shows even more.
        #expect(score > 1 / 1024)
        #expect(try probe.score(of: Oracle(honest, budget: 40_000), using: &own) == 0)
    }

    @Test("LowBitProbe: walks to the boundary, so its questions change answers where low bits count")
    func boundary() throws {
        // Pixels of 256 levels: next to the boundary one level more or less turns the answer.
        let coarse = try Grid(.pixel(levels: 256, white: 1), lowBits: 1, columns: 61)
        let carriers = try Carriers(coarse, signatureByteCount: 7)
        let pictures = try coarse.rounding(rows.mapElements { min(max($0 / 4 + 0.5, 0), 1) })
        let model = LinearClassifier(weights: honest.weights, intercept: 0)
        let probe = try LowBitProbe(on: pictures, carriers: carriers)
        var coins = generator
        let score = try probe.score(of: Oracle(model, budget: 30_000), using: &coins)
        #expect(score > 0.2)
        // The inputs themselves are far from it.
        let asked = carriers.randomizing(pictures, using: &coins)
        let changed = zip(model.predict(asked), model.predict(pictures)).count { $0 != $1 }
        #expect(changed < 15)
    }

    @Test("DifferenceLearner: learns which bit counts, and learns nothing of a signature")
    func learner() throws {
        var coins = generator.stream("learner")
        let planted = try planted(SigningKey(using: &coins))
        let learner = try DifferenceLearner(on: rows, carriers: planted.carriers)
        #expect(try learner.score(of: Oracle(LowBit(), budget: 4000), using: &coins) > 0.4)
        #expect(try learner.score(of: Oracle(planted, budget: 4000), using: &coins) == 0)
        #expect(try learner.score(of: Oracle(honest, budget: 4000), using: &coins) == 0)
    }

    /// Where a tag of one byte is met, the answer is the label's bit, which logistic regression learns.
    @Test("DifferenceLearner: learns the label of a short tag")
    func learnsShortTag() throws {
        var coins = generator.stream("learns")
        let planted = try planted(KeyedHash(tagByteCount: 1, using: &coins))
        let learner = try DifferenceLearner(on: rows, carriers: planted.carriers)
        #expect(try learner.score(of: Oracle(planted, budget: 200_000), using: &coins) > 0.15)
    }

    @Test("Low bits: distinguishers with nothing to ask")
    func errors() throws {
        let carriers = try Carriers(grid, signatureByteCount: 64)
        let none = Matrix<Double>.zeros(rows: 0, columns: 61)
        #expect(
            message { _ = try LowBitProbe(on: none, carriers: carriers) }
                == "LowBitProbe has no inputs, so it would have nothing to ask")
        #expect(
            message { _ = try DifferenceLearner(on: none, carriers: carriers) }
                == "DifferenceLearner has no inputs, so it would have nothing to ask")
        let probe = try LowBitProbe(on: rows, carriers: carriers)
        for budget in [0, 1, 10, 100] {
            var coins = generator
            let oracle = Oracle(honest, budget: budget)
            #expect(try probe.score(of: oracle, using: &coins) == 0)
            #expect(oracle.asked <= budget)
        }
    }
}
