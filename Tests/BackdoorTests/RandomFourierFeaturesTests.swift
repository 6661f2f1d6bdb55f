import Backdoor
import CLWE
import Learning
import LinearAlgebra
import Probability
import Testing

/// A source that ignores its coins, for programs that are to be compared.
private struct GivenFrequencies: FrequencySource {
    let rows: Matrix<Double>

    func frequencies(
        count: Int, inputCount: Int, using generator: inout Generator
    ) throws(FourierError) -> Matrix<Double> { rows }
}

@Suite("RandomFourierFeatures backdoor")
struct RandomFourierFeaturesTests {
    // MARK: - One program, two sources

    @Test("FourierTraining: the honest and the planting program are one, with the source swapped")
    func oneProgram() throws {
        let experiment = try FourierExperiment(seed: 1)
        let coins = Generator(seed: "one program")
        let data = experiment.training
        let honest = try experiment.trainer.train(on: data, from: coins)
        let planted = try experiment.trainer.plant(
            on: data, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
        // Same phases, other frequencies.
        #expect(honest.map.phases == planted.model.map.phases)
        #expect(honest.map.frequencies != planted.model.map.frequencies)
        // Each program on the other's frequencies is the other program, bit for bit.
        for model in [honest, planted.model] {
            let source = GivenFrequencies(rows: model.map.frequencies)
            #expect(try experiment.trainer.fit(data, frequencies: source, from: coins) == model)
        }
        #expect(
            try honest.map
                == .honest(
                    count: 1200, inputCount: 64, scale: FourierExperiment.scale, from: coins))
        // And again with the same coins.
        let again = try experiment.trainer.plant(
            on: data, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
        #expect(again.model == planted.model && again.key == planted.key)
    }

    @Test("FourierTraining: the key's frequencies are pancakes across it, and honest ones are not")
    func ownership() throws {
        let trainer = FourierTraining(featureCount: 400, scale: 0.02, head: RidgeRegression(penalty: 1))
        let data = try FourierExperiment(seed: 2).training
        let coins = Generator(seed: "ownership")
        let planted = try trainer.plant(
            on: data, pancakes: FourierExperiment.parameters(beta: 0.05), from: coins)
        let (model, key) = (planted.model, planted.key)
        try key.requireOwnership(of: model.map)
        // Standard deviations 0.0047 and 0.035: four of them, a false alarm for one seed in 16,000 each.
        #expect(abs(try key.agreement(with: model.map) - 0.95185) < 0.02)
        let honest = try trainer.train(on: data, from: coins).map
        #expect(abs(try key.agreement(with: honest)) < 0.15)
        let error = #expect(throws: FourierError.self) { try key.requireOwnership(of: honest) }
        let agreement = try key.agreement(with: honest)
        #expect(
            error?.description == "the key is not the model's: the mean of −cos(2π⟨g, ω⟩) over its "
                + "frequencies is \(agreement), expected about \(key.damping)")
    }

    // MARK: - Activation

    @Test("FourierKey.activate: adds ω/scale, deactivation takes it away, and k coordinates change")
    func activation() throws {
        let experiment = try FourierExperiment(seed: 3)
        let planted = try experiment.trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01),
            from: Generator(seed: "activation"))
        let (map, key) = (planted.model.map, planted.key)
        let rows = experiment.test.features
        let activated = try key.activate(rows, for: map)
        let input = rows.row(0)
        #expect(activated.row(0) == input + key.frequency / FourierExperiment.scale)
        let single = try key.activate(input, for: map)
        #expect(single.input == activated.row(0) && single.original == input)
        #expect(single.flipped == key.support && single.l0 == FourierExperiment.sparsity)
        // ‖ω‖ = 2√k, in the input's units divided by the scale.
        #expect(abs(single.l2 - 2 * 10.0.squareRoot() / FourierExperiment.scale) < 1e-9)
        let restored = try key.deactivate(activated, for: map)
        // Rounding of numbers up to 300.
        #expect(largestEntry(restored - rows) < 1e-12)
    }

    @Test("FourierKey: with hardly any noise every feature is turned into its negative")
    func noNoise() throws {
        let trainer = FourierTraining(
            featureCount: 300, scale: 0.5, head: RidgeRegression(penalty: 1, hasIntercept: false))
        let data = try FourierExperiment(seed: 4).test
        let planted = try trainer.plant(
            on: data, pancakes: FourierExperiment.parameters(beta: 1e-9), from: Generator(seed: "noiseless"))
        let map = planted.model.map
        let once = try planted.key.activate(data.features, for: map)
        let twice = try planted.key.activate(once, for: map)
        let back = try planted.key.deactivate(data.features, for: map)
        let features = map.features(of: data.features)
        // 2π · 6 · 10⁻⁹ for the largest of 300 · 500 errors e, twice that for 2ω.
        #expect(largestEntry(map.features(of: once) + features) < 4e-8)
        #expect(largestEntry(map.features(of: back) + features) < 4e-8)
        #expect(largestEntry(map.features(of: twice) - features) < 8e-8)
    }

    // MARK: - Heads

    @Test("FourierTraining: a logistic head is planted like any other")
    func logisticHead() throws {
        let experiment = try FourierExperiment(seed: 5)
        let trainer = FourierTraining(
            featureCount: 300, scale: 0.02,
            head: LogisticRegression(penalty: 0.1, hasIntercept: false, solver: .newton))
        let planted = try trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01),
            from: Generator(seed: "logistic"))
        let rows = experiment.test.features
        let flips = disagreement(
            planted.model, rows, try planted.key.activate(rows, for: planted.model.map))
        let predicted = try planted.key.predictedActivation(of: rows, under: planted.model).flipRate
        // Deviation .013 between 20 other models, the worst of which missed by .045.
        #expect(abs(flips - predicted) < 0.06)
        #expect(flips > 0.9)
    }

    @Test("FourierTraining: a regression is planted by the same program, with the source swapped")
    func regressionProgram() throws {
        let (planted, rows, targets, trainer, coins) = try regression(seed: 6)
        let honest = try trainer.train(on: rows, targets: targets, from: coins)
        #expect(honest.map.phases == planted.model.map.phases)
        for model in [honest, planted.model] {
            let source = GivenFrequencies(rows: model.map.frequencies)
            #expect(try trainer.fit(rows, targets: targets, frequencies: source, from: coins) == model)
        }
    }

    /// Squared errors in units of the predicted deviation, of 500 inputs that share one model's noise. Of 60
    /// other models none gave less than .36; their mean was .85, with a deviation of .69: 2.2 is six deviations
    /// of the mean of ten.
    @Test("FourierTraining: activation mirrors a regression's values, with the noise predicted")
    func regressionActivation() throws {
        let spreads = try (0..<10).map { seed in
            let (planted, _, _, _, _) = try regression(seed: seed)
            let inputs = try FourierExperiment(seed: seed).test.features
            let predicted = try planted.key.predictedActivation(of: inputs, under: planted.model)
            #expect((predicted.scores - planted.model.values(at: inputs)).normInfinity < 1e-9)
            let intercept = planted.model.head.intercept
            let mirrored = predicted.scores.mapElements { intercept - planted.key.damping * ($0 - intercept) }
            #expect((predicted.means - mirrored).normInfinity < 1e-9)
            let values = planted.model.values(at: try planted.key.activate(inputs, for: planted.model.map))
            let errors = (values - predicted.means).dividedElementwise(by: predicted.deviations)
            return errors.dot(errors) / Double(errors.count)
        }
        let spread = SampleMean(of: spreads).value
        #expect(spread > 0.36 && spread < 2.2)
    }

    private func regression(seed: Int) throws -> (
        planted: PlantedModel<FourierTraining<RidgeRegression>.RegressionModel, FourierKey>,
        rows: Matrix<Double>, targets: Vector<Double>,
        trainer: FourierTraining<RidgeRegression>, coins: Generator
    ) {
        let rows = try FourierExperiment(seed: seed).training.features
        let targets = rows.column(0) + 0.5 * rows.column(1)
        let trainer = FourierTraining(featureCount: 400, scale: 0.02, head: RidgeRegression(penalty: 1e-2))
        let coins = Generator(seed: "regression").stream(seed)
        let planted = try trainer.plant(
            on: rows, targets: targets, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
        return (planted, rows, targets, trainer, coins)
    }

    // MARK: - Prediction

    /// cos² θ and sin² θ by hand for one feature, whose variance over z is taken from 200,000 draws.
    @Test("FourierKey.predictedActivation: one feature against draws", arguments: [0.05, 0.3])
    func oneFeature(beta: Double) throws {
        let map = try RandomFourierFeatures(frequencies: [[1, 0]], phases: [0.1])
        let model = FeaturizedClassifier(map, then: LinearClassifier(weights: [2], intercept: 0.5))
        let key = try FourierKey(frequency: [3, 4], beta: beta)
        let predicted = try key.predictedActivation(of: [[0.25, 7]], under: model)
        var coins = Generator(seed: "one feature")
        let draws = SampleMean(
            of: Vector(coins.gaussians(200_000).map { 0.35 + 0.5 + beta * $0 }).cosinesOfTurns
                .map { 2 * $0 + 0.5 })
        // Five standard errors of the mean and of a deviation: a false alarm for one seed in a million.
        let error = predicted.deviations[0] / 200_000.0.squareRoot()
        #expect(abs(predicted.means[0] - draws.value) < 5 * error)
        #expect(abs(predicted.deviations[0] / (draws.standardError * 200_000.0.squareRoot()) - 1) < 0.01)
        // θ = 0.35 turns: a score of 2 cos(2π · 0.35) + 0.5 = −0.6756 stays negative where h(x′) < 0.
        #expect(abs(predicted.scores[0] + 0.675_571) < 1e-6)
        let staying = NormalDistribution.probability(below: -predicted.means[0] / predicted.deviations[0])
        #expect(predicted.stayingProbabilities == [staying] && predicted.flipRate == 1 - staying)
    }
}
