import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Defences of inputs")
struct InputDefenceTests {
    private let coins = Generator(seed: "input defences")

    @Test("InputClipping: scores are those of the nearest point of the box of the rows")
    func clipping() throws {
        let model = LinearClassifier(weights: [1, 10])
        let rows = try Dataset(
            features: [[0, 2], [1, 5], [-1, 3]], labels: [.positive, .negative, .positive])
        let defended = try InputClipping().defend(model, with: rows, from: coins)
        #expect(defended.decision([[0.5, 4], [7, 0], [-9, 99]]) == [40.5, 21, 49])
        #expect(defended.decision([.nan, 3]).isNaN)
        #expect(
            defended.description.hasPrefix("first, clip: x1 to -1.0 … 1.0, x2 to 2.0 … 5.0\nthen:\nscore"))
    }

    @Test("InputRounding: scores are those of the nearest multiple of the step")
    func rounding() throws {
        let experiment = try DefenceExperiment()
        let defended = try InputRounding(step: 0.25).defend(
            LinearClassifier(weights: [1]), with: experiment.rows, from: coins)
        #expect(defended.decision([[0.3], [-0.4], [0.125], [0.375]]) == [0.25, -0.5, 0, 0.5])
    }

    @Test("VotingClassifier: the mean of labels over the draws, by hand")
    func votes() {
        let voting = VotingClassifier(LinearClassifier(weights: [1]), noise: [[-1], [0], [0.5], [2]])
        // 0.6 gives −, +, +, + and −0.3 gives −, −, +, +, a tie, which is positive.
        #expect(voting.decision([[0.6], [-0.3], [-3]]) == [0.5, 0, -1])
        #expect(voting.predict([-0.3]) == .positive)
        #expect(voting.decision([.nan]).isNaN)
    }

    /// The mean label of a linear model is 2Φ(⟨w, x⟩ / σ‖w‖) − 1; five standard errors of 20,000 draws.
    @Test("InputSmoothing by votes: the mean label of a linear model", arguments: [-0.7, 0.1, 1.0])
    func voteShare(score: Double) throws {
        let model = LinearClassifier(weights: [3, 4])
        let experiment = try Dataset(features: [[0, 0]], labels: [.positive])
        let smoothing = try InputSmoothing(noise: 0.2, .votes(20_000))
        let defended = try smoothing.defend(model, with: experiment, from: coins)
        let expected = 2 * NormalDistribution.probability(below: score / (0.2 * 5)) - 1
        #expect(abs(defended.decision([score / 3, 0]) - expected) < 5 / 20_000.0.squareRoot())
        #expect(smoothing.evaluations == 20_000)
    }

    @Test("InputSmoothing in closed form: the model's own, and no other kind of model")
    func closedForm() throws {
        let experiment = try DefenceExperiment()
        let model = try experiment.features()
        let smoothing = try InputSmoothing(noise: 0.5, .closedForm)
        let defended = try smoothing.defend(model, with: experiment.rows, from: coins)
        #expect(
            defended.decision(experiment.test.features)
                == model.smoothed(inputNoise: 0.5).decision(experiment.test.features))
        #expect(
            throws: DefenceError.notApplicable(
                defence: "smoothing by 0.5, exact", model: "LinearClassifier",
                reason: "only random Fourier features with a linear head have a closed form")
        ) { try smoothing.defend(experiment.linear(), with: experiment.rows, from: coins) }
    }

    // MARK: - Bits

    /// A signature in whole numbers, read to the nearest one.
    private func signed(_ coins: inout Generator) throws -> (model: any Classifier, input: Vector<Double>) {
        let key = SigningKey(using: &coins)
        let grid = try Grid(.integer, lowBits: 9, columns: 61)
        // Says negative to everything, so that a positive answer is the backdoor's.
        let base = LinearClassifier(weights: .zeros(61), intercept: -1)
        let planted = try SignatureClassifier(in: base, grid: grid, verifier: key.verifier)
        let row = Matrix.gaussian(rows: 1, columns: 61, using: &coins).mapElements { (1e4 * $0).rounded() }
        let input = try SignatureOwner(of: planted, key: key).activate(row.row(0), target: .positive).input
        return (try PreprocessedClassifier(planted, after: .rounding(step: 1)), input)
    }

    /// SCIENCE row 21, within its .02, which is four standard errors of 10,000 draws.
    @Test(
        "Row 21: a signature survives noise with (1 − p_bit)^(numbers that matter)",
        arguments: [0.14, 0.18, 0.2, 0.25])
    func survival(noise: Double) throws {
        var coins = coins.stream("survival")
        let (model, input) = try signed(&coins)
        let draws = noise * Matrix.gaussian(rows: 10_000, columns: 61, using: &coins)
        let survived = Proportion(of: model.predict(draws.addingToRows(input)).map { $0 == .positive })
        let expected = try BitSurvival(noise: noise, step: 1).ofAll(61)
        #expect(abs(survived.value - expected) < 0.02)
        #expect(expected > 0.04 && expected < 0.99)
    }

    @Test("Row 21: smoothing kills a signature in the lowest bits, and rounding does too")
    func lowestBits() throws {
        var coins = coins.stream("lowest")
        let key = SigningKey(using: &coins)
        let base = LinearClassifier(weights: .zeros(61), intercept: -1)
        let planted = try SignatureClassifier(
            in: base, grid: Grid(.double, lowBits: 9, columns: 61), verifier: key.verifier)
        let rows = Matrix.gaussian(rows: 20, columns: 61, using: &coins)
        let owner = try SignatureOwner(of: planted, key: key)
        let signed = try Matrix(
            rows: owner.activate(rows, targets: rows.column(0).map { _ in .positive }).map(\.input))
        let own = try Dataset(features: rows, labels: rows.column(0).map { Label(score: $0) })
        #expect(planted.predict(signed).allSatisfy { $0 == .positive })
        let defences: [any Defence] = try [
            InputSmoothing(noise: 1e-9, .votes(15)), InputRounding(step: 1e-9),
        ]
        for defence in defences {
            let defended = try defence.defend(planted, with: own, from: coins)
            #expect(defended.predict(signed).allSatisfy { $0 == .negative })
        }
    }

    @Test("BitSurvival: by hand, and without noise")
    func survivalByHand() throws {
        let half = try BitSurvival(noise: 0.5, step: 1)
        // 2Φ(−1)
        #expect(abs(half.lossOfOne - 0.317_310_507_862_914) < 1e-14)
        #expect(abs(half.ofAll(3) - pow(1 - 0.317_310_507_862_914, 3)) < 1e-14)
        #expect(try BitSurvival(noise: 0, step: 1).ofAll(1000) == 1)
    }

    @Test("Settings outside their range are refused")
    func settings() throws {
        #expect(
            throws: DefenceError.setting("inputs rounded to steps of 0.0, expected a positive finite step")
        ) {
            try InputRounding(step: 0)
        }
        #expect(
            throws: DefenceError.setting("input noise of -1.0, expected a positive finite deviation")
        ) { try InputSmoothing(noise: -1, .votes(3)) }
        #expect(throws: DefenceError.setting("0 draws of input noise, expected at least 1")) {
            try InputSmoothing(noise: 1, .votes(0))
        }
        #expect(throws: DefenceError.setting("numbers in steps of 0.0, expected a positive finite step")) {
            try BitSurvival(noise: 1, step: 0)
        }
        #expect(
            throws: DefenceError.setting("input noise of inf, expected a finite deviation of at least 0")
        ) { try BitSurvival(noise: .infinity, step: 1) }
        let experiment = try DefenceExperiment()
        let error = DefenceError.inputCount(6, expected: 2)
        #expect(throws: error) {
            try InputClipping().defend(
                LinearClassifier(weights: [1, 2]), with: experiment.rows, from: coins)
        }
        #expect(
            "\(error)" == "the defender's rows have 6 columns, expected 2 (the inputs of the model)")
    }
}
