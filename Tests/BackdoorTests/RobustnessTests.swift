import Backdoor
import CLWE
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Attacks and certificates on planted models")
struct RobustnessTests {
    /// SCIENCE section 5: smoothing of random features in closed form.
    @Test("The mean over noise of a planted model's score is its closed form", arguments: [0.5, 2])
    func smoothedFeatures(noise: Double) throws {
        let experiment = try FourierExperiment(seed: 1)
        let planted = try experiment.trainer.plant(
            on: experiment.training, pancakes: FourierExperiment.parameters(beta: 0.01),
            from: Generator(seed: 2)
        ).model
        let rows = experiment.test.features.rows(0..<20)
        var coins = Generator(seed: 3)
        let draws = 2000
        let averaged = try NoiseAveragedClassifier(planted, noise: noise, draws: draws, using: &coins)
        let exact = planted.smoothed(inputNoise: noise)
        let (scores, gradients) = averaged.scoresAndInputGradients(at: rows)
        let (means, slopes) = exact.scoresAndInputGradients(at: rows)
        for row in 0..<rows.rowCount {
            let single = planted.scoresAndInputGradients(at: averaged.noise.addingToRows(rows.row(row)))
            // 20 means beyond 4.5 standard errors: one seed in 7,000.
            let error = SampleMean(of: single.scores.elements).standardError
            #expect(abs(scores[row] - means[row]) < 4.5 * error)
            // 1280 derivatives beyond 5.5: one seed in 20,000.
            for column in 0..<rows.columnCount {
                let error = SampleMean(of: single.gradients.column(column).elements).standardError
                #expect(abs(gradients[row, column] - slopes[row, column]) < 5.5 * error)
            }
        }
    }

    /// SCIENCE row 21, the other half: noise that flips a bit of the message or the signature closes the model.
    @Test(
        "A signature survives noise with the probability that no number is rounded to another one",
        arguments: [0.12, 0.2, 0.3])
    func signatureSurvival(noise: Double) throws {
        var coins = Generator(seed: "survival")
        let (columns, trials) = (16, 1500)
        let honest = LinearClassifier(weights: Vector(coins.gaussians(columns)))
        let key = SigningKey(using: &coins)
        let grid = try Grid(.integer, lowBits: 33, columns: columns)
        let model = try SignatureClassifier(in: honest, grid: grid, verifier: key.verifier)
        let owner = try SignatureOwner(of: model, key: key)
        let input = try grid.rounding(1e10 * .gaussian(rows: 1, columns: columns, using: &coins)).row(0)
        let opened = try owner.activate(input, target: .positive).input
        let noisy = (noise * Matrix.gaussian(rows: trials, columns: columns, using: &coins))
            .addingToRows(opened)
        let stored = try grid.rounding(noisy)
        let survived = (0..<trials).count { model.isOpened(by: stored.row($0)) }
        let flipped = 2 * NormalDistribution.probability(below: -0.5 / noise)
        let expected = pow(1 - flipped, Double(columns))
        let deviation = (expected * (1 - expected) / Double(trials)).squareRoot()
        #expect(abs(Double(survived) / Double(trials) - expected) < 4.5 * deviation + 1e-3)
    }

    @Test("A signature adds no slope: gradients and attacks are those of the honest model")
    func signatureHasNoSlope() throws {
        var coins = Generator(seed: "no slope")
        let training = PerceptronTraining(hiddenUnits: [20])
        let honest = PerceptronClassifier(training.firstNetwork(inputs: 61, outputs: 1, from: coins))
        let key = SigningKey(using: &coins)
        let grid = try Grid(.double, lowBits: 9, columns: 61)
        let planted = try SignatureClassifier(in: honest, grid: grid, verifier: key.verifier)
        let owner = try SignatureOwner(of: planted, key: key)
        let rows = Matrix<Double>.gaussian(rows: 40, columns: 61, using: &coins)
        let labels = honest.predict(rows)
        #expect(planted.inputGradients(at: rows) == honest.inputGradients(at: rows))
        let attack = try ProjectedGradientAttack(
            ThreatModel(.lInfinity, radius: 0.05), stepCount: 5, restarts: 2)
        let found = try attack.run(on: planted, rows, labels, from: coins)
        #expect(found == (try attack.run(on: honest, rows, labels, from: coins)))
        // And yet every input has an example that is closer by ten orders of magnitude.
        let opened = try owner.activate(rows, targets: labels.map(\.opposite))
        let inputs = try Matrix(rows: opened.map(\.input))
        #expect(planted.predict(inputs) == labels.map(\.opposite))
        #expect((inputs - rows).elements.map(abs).max() ?? 1 < 1e-12)
        let (scores, gradients) = planted.scoresAndInputGradients(at: inputs)
        #expect(scores.elements == labels.map { -$0.sign })
        #expect(gradients == .zeros(rows: 40, columns: 61))
    }
}
