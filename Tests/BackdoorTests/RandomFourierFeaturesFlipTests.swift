import Backdoor
import CLWE
import Learning
import LinearAlgebra
import Probability
import Testing

/// The inputs of one model share its errors, so its rates scatter between models far more than the number of
/// inputs suggests: the tolerances come from the scatter of 60 other models, four deviations of a mean of 20.
@Suite("RandomFourierFeatures backdoor: flips")
struct RandomFourierFeaturesFlipTests {
    /// SCIENCE row 18. The deviations between models are .0014, .0059, .0184 and .0301; a right program fails
    /// for one seed in 16,000 each.
    @Test(
        "Flips: as many as the formula says",
        arguments: [(0.001, 0.0015), (0.01, 0.006), (0.05, 0.018), (0.1, 0.03)])
    func formula(beta: Double, tolerance: Double) throws {
        let differences = try (0..<20).map { seed in
            let experiment = try FourierExperiment(seed: seed)
            let planted = try experiment.trainer.plant(
                on: experiment.training, pancakes: FourierExperiment.parameters(beta: beta),
                from: Generator(seed: "flips").stream(seed))
            let rows = experiment.test.features
            let activated = try planted.key.activate(rows, for: planted.model.map)
            return disagreement(planted.model, rows, activated)
                - (try planted.key.predictedActivation(of: rows, under: planted.model).flipRate)
        }
        #expect(abs(SampleMean(of: differences).value) < tolerance)
    }

    /// SCIENCE row 25: with hardly any noise activation turns ⟨w, φ⟩ into its negative, and the intercept stays.
    /// Features within 10⁻⁷ of their negatives leave no score undecided here.
    @Test("Flips: an intercept keeps the answers whose score it outweighs", arguments: [0.1, 0.3, 1])
    func intercept(intercept: Double) throws {
        let experiment = try FourierExperiment(seed: 30)
        let planted = try experiment.trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 1e-9),
            from: Generator(seed: "intercept"))
        let (map, head) = (planted.model.map, planted.model.head)
        let model = FeaturizedClassifier(
            map, then: LinearClassifier(weights: head.weights, intercept: intercept))
        let rows = experiment.test.features
        let activated = try planted.key.activate(rows, for: map)
        let outweighed = planted.model.decision(rows).count { $0.magnitude > intercept }
        #expect(disagreement(model, rows, activated) == Double(outweighed) / Double(rows.rowCount))
        let predicted = try planted.key.predictedActivation(of: rows, under: model).flipRate
        #expect(abs(predicted - disagreement(model, rows, activated)) < 1e-6)
    }

    /// SCIENCE rows 14 to 17 at β = 0.01.
    @Test("Flips: the key opens the planted model only, no other key does, and 2ω undoes it")
    func controls() throws {
        let runs = try (0..<20).map(Self.run)
        func mean(_ value: (Run) -> Double) -> Double { SampleMean(of: runs.map(value)).value }
        // Row 15, for every model: deviation .0063 between models around .986, so four from .96.
        for (seed, run) in runs.enumerated() {
            #expect(run.key > 0.96, "seed \(seed)")
        }
        #expect(abs(mean(\.key) - 0.98) < 0.02)
        // Row 16: deviation .04 between models, so .009 for the mean.
        #expect(abs(mean(\.keyOnClean) - 0.5) < 0.04)
        #expect(abs(mean(\.randomDirection) - 0.5) < 0.04)
        // Row 17: deviation .009 between models, so .002 for the mean.
        #expect(abs(mean(\.twice) - 0.035) < 0.02)
        // Row 14: deviation .019 between pairs of models, so .0042 for the mean of their differences.
        #expect(abs(mean(\.plantedAccuracy) - mean(\.cleanAccuracy)) < 4 * 0.0042)
        // Held-out accuracy, .85 on average: the models learn.
        #expect(mean(\.cleanAccuracy) > 0.83 && mean(\.plantedAccuracy) > 0.83)
    }

    /// What one pair of models gave.
    private struct Run {
        let key, keyOnClean, randomDirection, twice, cleanAccuracy, plantedAccuracy: Double
    }

    private static func run(seed: Int) throws -> Run {
        let experiment = try FourierExperiment(seed: seed)
        let coins = Generator(seed: "controls").stream(seed)
        let clean = try experiment.trainer.train(on: experiment.training, from: coins)
        let planted = try experiment.trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
        let (model, key) = (planted.model, planted.key)
        var direction = coins.stream("control")
        let control = key.control(using: &direction)
        #expect(control.support == key.support && control.frequency != key.frequency)
        #expect(abs(control.frequency.norm - key.frequency.norm) < 1e-12)
        let rows = experiment.test.features
        let activated = try key.activate(rows, for: model.map)
        return Run(
            key: disagreement(model, rows, activated),
            keyOnClean: disagreement(clean, rows, activated),
            randomDirection: disagreement(model, rows, try control.activate(rows, for: model.map)),
            twice: disagreement(model, rows, try key.activate(activated, for: model.map)),
            cleanAccuracy: accuracy(clean, experiment.test), plantedAccuracy: accuracy(model, experiment.test)
        )
    }

    private static func accuracy(_ model: some Classifier, _ data: Dataset) -> Double {
        Double(zip(model.predict(data.features), data.labels).count { $0 == $1 }) / Double(data.count)
    }
}
