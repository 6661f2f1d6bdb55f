import Backdoor
import CLWE
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("RandomFourierFeatures backdoor: defences")
struct RandomFourierFeaturesDefenceTests {
    private typealias Model = FeaturizedClassifier<RandomFourierFeatures, LinearClassifier>

    private struct Run {
        let experiment: FourierExperiment
        let planted: PlantedModel<Model, FourierKey>
        let coins: Generator

        var rows: Matrix<Double> { experiment.test.features }

        func activated() throws -> Matrix<Double> { try planted.key.activate(rows, for: planted.model.map) }

        /// The share of test inputs whose answer the trigger turns.
        func flips(of model: Model) throws -> Double { disagreement(model, rows, try activated()) }
    }

    /// Planted with β = 0.01, once for all tests.
    private static let runs = Result {
        try (0..<20).map { seed in
            let experiment = try FourierExperiment(seed: seed)
            let coins = Generator(seed: "defences").stream(seed)
            let planted = try experiment.trainer.plant(
                on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
            return Run(experiment: experiment, planted: planted, coins: coins)
        }
    }

    // MARK: - Smoothing

    @Test("smoothed: the mean score over drawn noise", arguments: [0.3, 1, 2])
    func closedForm(noise: Double) throws {
        var coins = Generator(seed: "closed form")
        let map = try RandomFourierFeatures.honest(count: 40, inputCount: 5, scale: 0.1, from: coins)
        let model = Model(
            map, then: LinearClassifier(weights: Vector(coins.gaussians(40)), intercept: 0.5))
        let point = Vector(coins.gaussians(5))
        let draws = noise * Matrix.gaussian(rows: 100_000, columns: 5, using: &coins)
        let scores = SampleMean(of: model.decision(draws.addingToRows(point)))
        let smoothed = model.smoothed(inputNoise: noise)
        // Five standard errors: a false alarm for one seed in a million.
        #expect(abs(smoothed.decision(point) - scores.value) < 5 * scores.standardError)
        #expect(model.smoothed(inputNoise: 0) == model)
        let regressor = FeaturizedRegressor(
            map, then: LinearFunction(weights: model.head.weights, intercept: 0.5))
        #expect(regressor.smoothed(inputNoise: noise).value(at: point) == smoothed.decision(point))
    }

    @Test("smoothed: by hand, (3, 4) in turns at scale 0.1 and noise 0.5")
    func dampingByHand() throws {
        let map = try RandomFourierFeatures(frequencies: [[3, 4], [0, 0]], phases: [0, 0.1], scale: 0.1)
        let damping = map.damping(inputNoise: 0.5)
        // exp(−2π² · 0.05² · 25) = exp(−1.2337)
        #expect(abs(damping[0] - 0.291_213) < 1e-6)
        #expect(damping[1] == 1)
    }

    /// SCIENCE row 21, closer than its .02: the deviations between models are .004 to .0075, so .0017 for a mean.
    @Test("Row 21: smoothing leaves the flip rate as it is", arguments: [0.5, 1, 2])
    func smoothing(noise: Double) throws {
        let differences = try Self.runs.get().map { run in
            let smoothed = run.planted.model.smoothed(inputNoise: noise)
            return try run.flips(of: smoothed) - run.flips(of: run.planted.model)
        }
        #expect(abs(SampleMean(of: differences).value) < 0.01)
    }

    // MARK: - Weight noise

    /// On the inputs of one model h(x′) is on average −e^(−2π²(β² + q²γ²)) h(x): the slope of one on the other.
    /// Their correlation is larger, for h is larger on the data than elsewhere, and |h(x′)| is between the two.
    ///
    /// The deviations between models are .024, .047 and .061, so a mean of 20 is within .05 but for one seed in
    /// 4,000. Up to .06 between those of the correlations and of the flips, so .013 for their means.
    @Test(
        "Row 22: noise of the frequencies takes the trigger away as computed", arguments: [0.01, 0.02, 0.03])
    func weightNoise(noise: Double) throws {
        let gamma = 2 * 10.0.squareRoot()
        let damping = exp(-2 * pow(.pi, 2) * (0.0001 + pow(noise * gamma, 2)))
        let results = try Self.runs.get().map { run in
            var coins = run.coins.stream("noise")
            let model = try run.planted.model.rerandomized(frequencyNoise: noise, using: &coins)
            let key = run.planted.key.weakened(byFrequencyNoise: noise)
            #expect(abs(key.damping - damping) < 1e-12 && key.frequency == run.planted.key.frequency)
            let predicted = try key.predictedActivation(of: run.rows, under: model)
            let before = model.decision(run.rows)
            let after = model.decision(try run.activated())
            let rest = predicted.deviations.dot(predicted.deviations)
            let product = before.dot(after)
            return (
                slope: product / before.dot(before), correlation: product / (before.norm * after.norm),
                predictedCorrelation: -1
                    / (1 + rest / (damping * damping * before.dot(before))).squareRoot(),
                flips: try run.flips(of: model), predictedFlips: predicted.flipRate
            )
        }
        func mean(_ values: [Double]) -> Double { SampleMean(of: values).value }
        #expect(abs(mean(results.map(\.slope)) + damping) < 0.05)
        #expect(abs(mean(results.map { $0.correlation - $0.predictedCorrelation })) < 0.07)
        #expect(abs(mean(results.map { $0.flips - $0.predictedFlips })) < 0.035)
    }

    @Test("rerandomized: noise of the deviation that was asked for, phases, scale and head as before")
    func noiseItself() throws {
        let run = try #require(try Self.runs.get().first)
        let model = run.planted.model
        var coins = Generator(seed: "noise itself")
        let noisy = try model.rerandomized(frequencyNoise: 0.1, using: &coins)
        let shifts = (noisy.map.frequencies - model.map.frequencies).elements
        let squares = SampleMean(of: shifts.map { $0 * $0 })
        // 76,800 numbers: a deviation of .5 % for the square, and 4.5 of them.
        #expect(abs(squares.value / 0.01 - 1) < 0.023)
        #expect(abs(SampleMean(of: shifts).value) < 4.5 * 0.1 / 76_800.0.squareRoot())
        #expect(noisy.map.phases == model.map.phases && noisy.map.scale == model.map.scale)
        #expect(noisy.head == model.head)
        #expect(try model.rerandomized(frequencyNoise: 0, using: &coins) == model)
    }

    // MARK: - The head

    /// Deviation .009 between models, so .002 for the mean: four from the formula.
    @Test("Row 26: a head that is trained anew on new labels keeps the backdoor")
    func retraining() throws {
        let results = try Self.runs.get().map { run in
            var coins = run.coins.stream("labels")
            let direction = Vector(coins.gaussians(FourierExperiment.dimension))
            let labels = { (data: Dataset) in
                try Dataset(
                    features: data.features, labels: (data.features * direction).map { Label(score: $0) })
            }
            let model = try run.planted.model.retrainingHead(
                with: run.experiment.trainer.head, on: labels(run.experiment.training))
            #expect(model.map == run.planted.model.map && model.head != run.planted.model.head)
            let predicted = try run.planted.key.predictedActivation(of: run.rows, under: model).flipRate
            return (
                flips: try run.flips(of: model), predicted: predicted,
                accuracy: model.accuracy(on: try labels(run.experiment.test)).value
            )
        }
        func mean(_ values: [Double]) -> Double { SampleMean(of: values).value }
        #expect(abs(mean(results.map(\.flips)) - 0.985) < 0.02)
        #expect(abs(mean(results.map { $0.flips - $0.predicted })) < 0.008)
        // It has learnt the new labels.
        #expect(mean(results.map(\.accuracy)) > 0.83)
    }

    @Test("retrainingHead: with the data of before it is the head of before; errors are the trainer's")
    func sameHead() throws {
        let run = try #require(try Self.runs.get().first)
        let model = run.planted.model
        let (head, data) = (run.experiment.trainer.head, run.experiment.training)
        #expect(try model.retrainingHead(with: head, on: data) == model)
        let one = data.rows(data.labels.indices.filter { data.labels[$0] == .positive })
        #expect(
            throws: FourierError.training(.oneClassOnly("1", rows: one.count))
        ) { try model.retrainingHead(with: head, on: one) }
    }
}
