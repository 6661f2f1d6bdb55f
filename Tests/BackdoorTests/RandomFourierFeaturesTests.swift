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
        let (model, key) = try {
            let planted = try trainer.plant(
                on: data, pancakes: FourierExperiment.parameters(beta: 0.05), from: coins)
            return (planted.model, planted.key)
        }()
        try key.requireOwnership(of: model.map)
        // Standard deviations 0.0047 and 0.035: four of them, a false alarm for one seed in 16,000 each.
        #expect(abs(try key.agreement(with: model.map) - 0.95185) < 0.02)
        let honest = try trainer.train(on: data, from: coins).map
        #expect(abs(try key.agreement(with: honest)) < 0.15)
        let error = #expect(throws: FourierError.self) { try key.requireOwnership(of: honest) }
        let agreement = try key.agreement(with: honest)
        #expect(
            error?.description == "the key is not the model's: the mean of −cos(2π⟨g, ω⟩) over its frequencies "
                + "is \(agreement), expected about \(key.damping)")
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
        #expect((restored - rows).mapElements { $0.magnitude }.rows(0..<500).maximum < 1e-12)
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
        #expect((map.features(of: once) + features).mapElements { $0.magnitude }.maximum < 4e-8)
        #expect((map.features(of: back) + features).mapElements { $0.magnitude }.maximum < 4e-8)
        #expect((map.features(of: twice) - features).mapElements { $0.magnitude }.maximum < 8e-8)
    }

    // MARK: - Heads

    @Test("FourierTraining: a logistic head is planted like any other")
    func logisticHead() throws {
        let experiment = try FourierExperiment(seed: 5)
        let trainer = FourierTraining(
            featureCount: 300, scale: 0.02, head: LogisticRegression(penalty: 1e-3, hasIntercept: false))
        let planted = try trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01),
            from: Generator(seed: "logistic"))
        let rows = experiment.test.features
        let flips = disagreement(
            planted.model, rows, try planted.key.activate(rows, for: planted.model.map))
        let predicted = try planted.key.predictedActivation(of: rows, under: planted.model).flipRate
        // Scatter between models about 0.01: three of them, a false alarm for one seed in 370.
        #expect(abs(flips - predicted) < 0.03)
        #expect(flips > 0.94)
    }

    /// A regression's value is mirrored at its intercept, and lies within the predicted deviations.
    @Test("FourierTraining: a regression is planted too, and activation mirrors its values")
    func regression() throws {
        let experiment = try FourierExperiment(seed: 6)
        let rows = experiment.training.features
        let targets = rows.column(0) + 0.5 * rows.column(1)
        let trainer = FourierTraining(featureCount: 400, scale: 0.02, head: RidgeRegression(penalty: 1e-2))
        let coins = Generator(seed: "regression")
        let planted = try trainer.plant(
            on: rows, targets: targets, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
        let (model, key) = (planted.model, planted.key)
        let honest = try trainer.train(on: rows, targets: targets, from: coins)
        #expect(honest.map.phases == model.map.phases)
        let source = GivenFrequencies(rows: model.map.frequencies)
        #expect(try trainer.fit(rows, targets: targets, frequencies: source, from: coins) == model)
        let inputs = experiment.test.features
        let predicted = try key.predictedActivation(of: inputs, under: model)
        let values = model.values(at: try key.activate(inputs, for: model.map))
        let scaled = (values - predicted.means).dividedElementwise(by: predicted.deviations)
        // The mean of 500 squares of correlated normal numbers, which share one model's 400 errors: within a
        // factor of 2 for all of 50 other seeds.
        let spread = scaled.dot(scaled) / Double(scaled.count)
        #expect(spread > 0.5 && spread < 2, "\(spread)")
        #expect((predicted.scores - model.values(at: inputs)).normInfinity < 1e-9)
    }
}
