import Backdoor
import CLWE
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("RandomFourierFeatures backdoor: flips")
struct RandomFourierFeaturesFlipTests {
    /// SCIENCE rows 15 and 18: the flips of one model's inputs share its errors, so its rate scatters around
    /// the prediction; three standard deviations of about 0.01.
    @Test(
        "Flips: as many as the formula says", arguments: [(0.001, 0.998), (0.01, 0.98), (0.05, 0.92), (0.1, 0.81)])
    func flips(beta: Double, expected: Double) throws {
        let experiment = try FourierExperiment(seed: 7)
        let planted = try experiment.trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: beta),
            from: Generator(seed: "flips"))
        let rows = experiment.test.features
        let rate = disagreement(planted.model, rows, try planted.key.activate(rows, for: planted.model.map))
        let predicted = try planted.key.predictedActivation(of: rows, under: planted.model).flipRate
        print("FLIP", beta, rate, predicted)
        #expect(abs(rate - predicted) < 0.03)
        #expect(abs(rate - expected) < 0.06)
    }

    /// SCIENCE rows 15, 16 and 17 at β = 0.01, means over three models.
    @Test("Flips: the key on the clean model and a random direction on the planted one are coin flips")
    func controls() throws {
        var sums = (clean: 0.0, random: 0.0, twice: 0.0, key: 0.0, honest: 0.0, planted: 0.0)
        for seed in 0..<3 {
            let experiment = try FourierExperiment(seed: 100 + seed)
            let coins = Generator(seed: "controls").stream(seed)
            let honest = try experiment.trainer.train(on: experiment.training, from: coins)
            let (model, key) = try {
                let planted = try experiment.trainer.plant(
                    on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01), from: coins)
                return (planted.model, planted.key)
            }()
            var other = coins.stream("control")
            let control = key.control(using: &other)
            #expect(control.support == key.support)
            #expect(abs(control.frequency.norm - key.frequency.norm) < 1e-12)
            let rows = experiment.test.features
            let activated = try key.activate(rows, for: model.map)
            sums.key += disagreement(model, rows, activated) / 3
            sums.clean += disagreement(honest, rows, activated) / 3
            sums.random += disagreement(model, rows, try control.activate(rows, for: model.map)) / 3
            sums.twice += disagreement(model, rows, try key.activate(activated, for: model.map)) / 3
            sums.honest += accuracy(honest, experiment.test) / 3
            sums.planted += accuracy(model, experiment.test) / 3
        }
        print("CONTROLS", sums)
        #expect(abs(sums.key - 0.98) < 0.02)
        #expect(abs(sums.clean - 0.5) < 0.1)
        #expect(abs(sums.random - 0.5) < 0.1)
        #expect(abs(sums.twice - 0.035) < 0.02)
        #expect(abs(sums.honest - sums.planted) < 0.03)
        #expect(sums.honest > 0.75)
    }

    private func accuracy(_ model: some Classifier, _ data: Dataset) -> Double {
        Double(zip(model.predict(data.features), data.labels).count { $0 == $1 }) / Double(data.count)
    }
}
