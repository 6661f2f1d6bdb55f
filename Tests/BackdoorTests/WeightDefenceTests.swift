import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Defences of weights and training")
struct WeightDefenceTests {
    private let coins = Generator(seed: "weight defences")

    private func weights(_ model: any Classifier) throws -> [Matrix<Double>] {
        try #require(model as? any WeightedClassifier).weightMatrices
    }

    private func models(_ experiment: DefenceExperiment) throws -> [any Classifier] {
        try [
            experiment.linear(), experiment.perceptron(), experiment.features(), experiment.network(),
            experiment.checksum(),
            StandardizedClassifier(Standardization(fittedTo: experiment.rows), then: experiment.linear()),
        ]
    }

    // MARK: - Weights

    @Test("WeightedClassifier: a model with its own weights is the same model")
    func ownWeights() throws {
        let experiment = try DefenceExperiment()
        for model in try models(experiment) {
            let weighted = try #require(model as? any WeightedClassifier)
            let same = try weighted.replacingWeights(weighted.weightMatrices)
            #expect(same.decision(experiment.test.features) == model.decision(experiment.test.features))
            #expect(type(of: same) == type(of: model))
            #expect(throws: DefenceError.self) {
                try weighted.replacingWeights(weighted.weightMatrices.map { 2 * $0 } + [[[1]]])
            }
        }
    }

    /// 12 % for 72 weights: four standard deviations of a mean square, √(2/72)/2 each.
    @Test("WeightNoise: of the asked share of the root mean square, in the asked layers")
    func noise() throws {
        let experiment = try DefenceExperiment()
        for model in try models(experiment) {
            let before = try weights(model)
            for scope in WeightScope.allCases {
                let noise = try WeightNoise(share: 0.3, in: scope)
                let after = try weights(noise.defend(model, with: experiment.rows, from: coins))
                for layer in before.indices {
                    let ratio = (after[layer] - before[layer]).norm / before[layer].norm
                    if scope == .first && layer > 0 {
                        #expect(ratio == 0)
                    } else {
                        let count = Double(before[layer].elements.count)
                        #expect(abs(ratio / 0.3 - 1) < 4 * (0.5 / count).squareRoot())
                    }
                }
            }
        }
    }

    @Test("WeightQuantization: by hand, with three bits")
    func quantization() throws {
        let experiment = try DefenceExperiment()
        let model = LinearClassifier(weights: [3, -0.4, 0.6, 1.4, -2.6, 0])
        let rounded = try WeightQuantization(bits: 3).defend(model, with: experiment.rows, from: coins)
        #expect(try weights(rounded) == [[[3, 0, 1, 1, -3, 0]]])
        let fine = try WeightQuantization(bits: 32).defend(model, with: experiment.rows, from: coins)
        #expect(try (weights(fine)[0] - Matrix(row: model.weights)).norm < 1e-8)
        let nothing = LinearClassifier(weights: .zeros(6))
        #expect(
            try weights(WeightQuantization(bits: 2).defend(nothing, with: experiment.rows, from: coins))
                == weights(nothing))
    }

    // MARK: - Training

    @Test("HeadRetraining: a head on the model's own features, everything else as before")
    func head() throws {
        let experiment = try DefenceExperiment()
        let other = try Dataset(
            features: experiment.rows.features, labels: experiment.rows.labels.map(\.opposite))
        let ridge = HeadRetraining(with: RidgeRegression(penalty: 1, hasIntercept: false))
        for model in try models(experiment).filter({ !($0 is RandomReLUNetwork) }) {
            let defended = try ridge.defend(model, with: other, from: coins)
            let (before, after) = try (weights(model), weights(defended))
            #expect(Array(before.dropLast()) == Array(after.dropLast()))
            let answers = zip(
                model.predict(experiment.test.features), defended.predict(experiment.test.features))
            // Trained on the opposite labels it has turned round.
            #expect(Proportion(of: answers.map { $0 != $1 }).value > 0.8)
        }
        let features = try experiment.features()
        #expect(
            try ridge.defend(features, with: experiment.rows, from: coins).description
                == features.description)
        let network = try experiment.network()
        #expect(
            try ridge.defend(network, with: experiment.rows, from: coins).description == network.description)
    }

    @Test("FinePruning: the quietest units are gone and stay so, and the accuracy comes back")
    func pruning() throws {
        let experiment = try DefenceExperiment()
        let model = try experiment.perceptron()
        let silent = DefenceExperiment.perceptron
        var still = silent
        still.epochs = 0
        let sums = try #require(model.network.hiddenOutputs(of: experiment.rows.features).last).columnSums
        let order = sums.indices.sorted { sums[$0] < sums[$1] }
        for training in [still, silent] {
            let pruning = try FinePruning(share: 0.5, then: training)
            let defended = try pruning.defend(model, with: experiment.rows, from: coins)
            let layers = try weights(defended)
            for (place, unit) in order.enumerated() {
                #expect((layers[0].row(unit).norm == 0) == (place < 6))
                #expect((layers[1][0, unit] == 0) == (place < 6))
            }
        }
        let tuned = try FinePruning(share: 0.5, then: silent).defend(
            model, with: experiment.rows, from: coins)
        #expect(
            Proportion(of: zip(tuned.predict(experiment.test.features), experiment.test.labels).map(==)).value
                > 0.9)
    }

    @Test("FineTuning: is the training that goes on from the network")
    func tuning() throws {
        let experiment = try DefenceExperiment()
        let model = try experiment.perceptron()
        let defended = try FineTuning(DefenceExperiment.perceptron).defend(
            model, with: experiment.rows, from: coins)
        let expected = try DefenceExperiment.perceptron.fit(
            experiment.rows, continuing: model.network, from: coins.stream("fine tuning"))
        #expect(defended.description == expected.description)
        #expect(defended.description != model.description)
    }

    @Test("FreshCoins: the recipe's model, whatever was given")
    func freshCoins() throws {
        let experiment = try DefenceExperiment()
        let expected = try DefenceExperiment.fourier.train(
            on: experiment.rows, from: coins.stream("fresh coins"))
        for model in try models(experiment) + [Opaque()] {
            let defended = try FreshCoins(DefenceExperiment.fourier).defend(
                model, with: experiment.rows, from: coins)
            #expect(defended.description == expected.description)
        }
        let logistic = LogisticRegression(penalty: 1)
        let plain = try FreshCoins(CoinlessTraining(logistic)).defend(
            Opaque(), with: experiment.rows, from: coins)
        #expect(plain.description == (try logistic.fit(experiment.rows)).description)
    }

    // MARK: - Bad input

    @Test("A defence that cannot be done to a model says why")
    func notApplicable() throws {
        let experiment = try DefenceExperiment()
        let training = DefenceExperiment.perceptron
        let cases: [(any Defence, String)] = try [
            (WeightNoise(share: 0.1), "its weights cannot be replaced"),
            (WeightQuantization(bits: 8), "its weights cannot be replaced"),
            (HeadRetraining(with: RidgeRegression(penalty: 1)), "it has no head that could be trained alone"),
            (FineTuning(training), "only a perceptron has layers to go on training"),
            (
                FinePruning(share: 0.5, then: training),
                "only a perceptron with a hidden layer has units to prune"
            ),
        ]
        for (defence, reason) in cases {
            let error = DefenceError.notApplicable(
                defence: defence.description, model: "Opaque", reason: reason)
            #expect(throws: error) { try defence.defend(Opaque(), with: experiment.rows, from: coins) }
            #expect("\(error)" == "\(defence) cannot be done to a Opaque: \(reason)")
        }
    }

    @Test("Settings and rows that make no sense are refused")
    func settings() throws {
        let experiment = try DefenceExperiment()
        let training = DefenceExperiment.perceptron
        #expect(
            throws: DefenceError.setting("weight noise of a share of 0.0, expected a positive finite one")
        ) { try WeightNoise(share: 0) }
        #expect(throws: DefenceError.setting("weights of 1 bits, expected 2 to 32")) {
            try WeightQuantization(bits: 1)
        }
        #expect(
            throws: DefenceError.setting("pruning a share of 1.0 of the units, expected between 0 and 1")
        ) { try FinePruning(share: 1, then: training) }
        let none = experiment.rows.rows([])
        let error = DefenceError.noRows(defence: "training on")
        #expect(throws: error) {
            try FineTuning(training).defend(experiment.perceptron(), with: none, from: coins)
        }
        #expect("\(error)" == "training on needs rows of the defender's, but there are none")
        let one = experiment.rows.rows(
            experiment.rows.labels.indices.filter { experiment.rows.labels[$0] == .positive })
        #expect(
            throws: DefenceError.training(
                "\(TrainingError.oneClassOnly("1", rows: one.count))")
        ) {
            try HeadRetraining(with: RidgeRegression(penalty: 1)).defend(
                experiment.features(), with: one, from: coins)
        }
    }
}
