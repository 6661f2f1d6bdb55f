import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct Values: Decodable {
    struct Case: Decodable {
        let activation: NetworkActivation
        let labels: [Int]
        let weights: [[[Double]]]
        let biases, outputs, probabilities: [[Double]]
        let loss: Double

        enum CodingKeys: CodingKey { case activation, labels, weights, biases, outputs, loss, probabilities }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            activation = try container.decode(NetworkActivation.self, forKey: .activation)
            labels = try container.decode([Int].self, forKey: .labels)
            weights = try container.decode([[[Double]]].self, forKey: .weights)
            biases = try container.decode([[Double]].self, forKey: .biases)
            outputs = try container.decode([[Double]].self, forKey: .outputs)
            probabilities = try container.decode([[Double]].self, forKey: .probabilities)
            loss = try container.decode(Double.self, forKey: .loss)
        }

        func network() throws -> MultilayerPerceptron {
            let layers = try zip(weights, biases).map { weights, biases in
                DenseLayer(weights: try Matrix(rows: weights), biases: Vector(biases))
            }
            return MultilayerPerceptron(layers: layers, activation: activation)
        }

        var targets: NetworkTargets {
            outputs[0].count > 1 ? .classes(labels) : .labels(labels.map { $0 == 1 ? .positive : .negative })
        }
    }
    let features: [[Double]]
    let cases: [Case]
}

/// A network like the given one, with one weight or bias changed.
private func changed(
    _ network: MultilayerPerceptron, layer: Int, unit: Int, input: Int?, by step: Double
) -> MultilayerPerceptron {
    var layers = network.layers
    if let input { layers[layer].weights[unit, input] += step } else { layers[layer].biases[unit] += step }
    return MultilayerPerceptron(layers: layers, activation: network.activation)
}

private let exclusiveOr = """
    a,b,Class
    0,0,no
    0,1,yes
    1,0,yes
    1,1,no

    """

private struct Run: Decodable {
    struct Case: Decodable {
        let activation: NetworkActivation
        let labels: [Int]
        let weights, weightGradient, trainedWeights: [[[Double]]]
        let biases, biasGradient, trainedBiases: [[Double]]
    }
    let features: [[Double]]
    let penalty, learningRate: Double
    let steps: Int
    let cases: [Case]
}

private func layers(_ weights: [[[Double]]], _ biases: [[Double]]) throws -> [DenseLayer] {
    try zip(weights, biases).map { DenseLayer(weights: try Matrix(rows: $0), biases: Vector($1)) }
}

private func largestDifference(_ these: [DenseLayer], _ those: [DenseLayer]) -> Double {
    zip(these, those).map { this, that in
        max((this.weights - that.weights).norm, (this.biases - that.biases).norm)
    }.max() ?? .infinity
}

@Suite("MultilayerPerceptron")
struct PerceptronTests {
    @Test("MultilayerPerceptron: scikit-learn's outputs, probabilities and loss")
    func scikitLearn() throws {
        let values: Values = try reference("perceptron")
        let features = try Matrix(rows: values.features)
        #expect(values.cases.count == 4)
        for value in values.cases {
            let network = try value.network()
            let outputs = network.outputs(of: features)
            #expect((outputs - (try Matrix(rows: value.outputs))).norm < 1e-13)
            let loss = network.lossAndGradient(of: features, value.targets).loss
            #expect(abs(loss - value.loss) < 1e-13)
            let predicted = value.probabilities.map { row in row.firstIndex(of: row.max() ?? 0) }
            if network.outputCount == 1 {
                let labels = PerceptronClassifier(network).predict(features)
                #expect(labels.map { $0 == .positive ? 1 : 0 } == predicted)
            } else {
                #expect(MulticlassPerceptron(network).predict(features) == predicted)
            }
        }
    }

    @Test(
        "MultilayerPerceptron, PerceptronTraining: scikit-learn's gradients, and its weights after 60 steps")
    func scikitLearnTraining() throws {
        let run: Run = try reference("perceptron-training")
        let features = try Matrix(rows: run.features)
        #expect(run.cases.count == 4)
        for value in run.cases {
            let first = MultilayerPerceptron(
                layers: try layers(value.weights, value.biases), activation: value.activation)
            let labels = value.labels.map { $0 == 1 ? Label.positive : .negative }
            let isBinary = first.outputCount == 1
            let gradient = first.lossAndGradient(
                of: features, isBinary ? .labels(labels) : .classes(value.labels), penalty: run.penalty
            ).gradient
            #expect(
                largestDifference(gradient, try layers(value.weightGradient, value.biasGradient)) < 1e-14)
            let training = PerceptronTraining(
                hiddenUnits: [6, 5], activation: value.activation, penalty: run.penalty,
                adam: Adam(learningRate: run.learningRate), batchSize: features.rowCount, epochs: run.steps)
            let coins = Generator(seed: 1)
            let trained =
                isBinary
                ? try training.fit(
                    Dataset(features: features, labels: labels), continuing: first, from: coins
                ).network
                : try training.fit(
                    MulticlassDataset(
                        features: features, classes: value.labels, classNames: ["0", "1", "2"]),
                    continuing: first, from: coins
                ).network
            // Adam divides by roots of small squares, so the order of the rows' sums shows a little.
            #expect(
                largestDifference(trained.layers, try layers(value.trainedWeights, value.trainedBiases))
                    < 1e-9, "\(value.activation)")
        }
    }

    @Test("PerceptronTraining: a network of other sizes cannot be gone on with")
    func continuingForeignNetwork() throws {
        let data = try MulticlassDataset(
            features: [[1, 2], [3, 4]], classes: [0, 1], classNames: ["a", "b"])
        let training = PerceptronTraining(hiddenUnits: [3], activation: .tanh)
        let other = PerceptronTraining(hiddenUnits: [4]).firstNetwork(
            inputs: 2, outputs: 2, from: Generator(seed: 1))
        let error = #expect(throws: TrainingError.self) {
            try training.fit(data, continuing: other, from: Generator(seed: 1))
        }
        #expect(
            error?.description
                == "the network to go on with has layers of [2, 4, 2] and relu, the training and the data "
                + "expect [2, 3, 2] and tanh")
    }

    @Test("MultilayerPerceptron: the gradient of every weight and bias is that of finite differences")
    func finiteDifferences() throws {
        let values: Values = try reference("perceptron")
        let features = try Matrix(rows: values.features)
        for value in values.cases {
            let network = try value.network()
            let gradient = network.lossAndGradient(of: features, value.targets, penalty: 0.3).gradient
            for (index, layer) in gradient.enumerated() {
                for unit in 0..<layer.outputCount {
                    for input in [nil] + (0..<layer.inputCount).map(Optional.some) {
                        let loss = { (step: Double) in
                            changed(network, layer: index, unit: unit, input: input, by: step)
                                .lossAndGradient(of: features, value.targets, penalty: 0.3).loss
                        }
                        // Fourth order: the error is about h⁴ / 30 of the fifth derivative, plus 2⁻⁵³ / h.
                        let h = 1e-3
                        let slope = (8 * (loss(h) - loss(-h)) - loss(2 * h) + loss(-2 * h)) / (12 * h)
                        let exact = input.map { layer.weights[unit, $0] } ?? layer.biases[unit]
                        #expect(abs(slope - exact) < 1e-9, "\(value.activation) layer \(index)")
                    }
                }
            }
        }
    }

    @Test("MultilayerPerceptron: by hand, and a unit at 0 has no slope")
    func byHand() {
        let layers = [
            DenseLayer(weights: [[1, -1], [2, 0]], biases: [0, -1]),
            DenseLayer(weights: [[3, -2]], biases: [0.5]),
        ]
        let network = MultilayerPerceptron(layers: layers, activation: .relu)
        // Units max(0, 2 − 1) = 1 and max(0, 4 − 1) = 3: 0.5 + 3 − 6.
        #expect(network.outputs(of: [[2, 1]]) == [[-2.5]])
        #expect(network.hiddenOutputs(of: [[2, 1]]) == [[[1, 3]]])
        #expect(network.parameterCount == 9)
        // Both units are at exactly 0, and the output is 0.5.
        let gradient = network.lossAndGradient(of: [[0.5, 0.5]], .labels([.positive])).gradient
        #expect(gradient[0].weights == .zeros(rows: 2, columns: 2))
        #expect(abs(gradient[1].biases[0] + 1 / (1 + exp(0.5))) < 1e-15)
    }

    @Test("MultilayerPerceptron: scores of any size have finite losses", arguments: [1e3, -1e3, 1e300])
    func extremes(score: Double) {
        let binary = MultilayerPerceptron(
            layers: [DenseLayer(weights: [[score]], biases: [0])], activation: .relu)
        let (loss, _) = binary.lossAndGradient(of: [[1]], .labels([.positive]))
        #expect(loss == (score < 0 ? -score : 0))
        let three = MultilayerPerceptron(
            layers: [DenseLayer(weights: [[score], [0], [-score]], biases: [0, 0, 0])], activation: .relu)
        let softmax = three.lossAndGradient(of: [[1]], .classes([1]))
        #expect(softmax.loss == abs(score))
        #expect(softmax.gradient[0].weights.isFinite)
    }

    @Test("PerceptronTraining: learns exclusive or, the smallest case that no line separates")
    func learnsExclusiveOr() throws {
        let names = ClassNames(negative: "no", positive: "yes")
        let data = try Dataset(
            table: CSVTable(text: exclusiveOr, file: "xor.csv"), classColumn: "Class", classNames: names)
        for activation in NetworkActivation.allCases {
            let training = PerceptronTraining(
                hiddenUnits: [8], activation: activation, adam: Adam(learningRate: 0.02), batchSize: 4,
                epochs: 500)
            var losses: [Double] = []
            let model = try training.fit(data, from: Generator(seed: 3)) { epoch, loss in
                #expect(epoch == losses.count + 1)
                losses.append(loss)
            }
            #expect(model.predict(data.features) == data.labels, "\(activation)")
            #expect(losses.count == 500 && losses[499] < 0.1 * losses[0])
        }
    }

    @Test("PerceptronTraining: the first step moves each weight by the learning rate, against its gradient")
    func firstStep() throws {
        let data = try Dataset(
            features: [[1, 2], [-1, 0.5], [0.3, -2]], labels: [.positive, .negative, .positive])
        let training = PerceptronTraining(
            hiddenUnits: [3], activation: .tanh, adam: Adam(learningRate: 0.01), batchSize: 3, epochs: 1)
        let generator = Generator(seed: 5)
        let first = training.firstNetwork(inputs: 2, outputs: 1, from: generator)
        let slopes = first.lossAndGradient(of: data.features, .labels(data.labels)).gradient
        let trained = try training.fit(data, from: generator).network
        for (index, layer) in trained.layers.enumerated() {
            let moved = layer.weights - first.layers[index].weights
            for (step, slope) in zip(moved.elements, slopes[index].weights.elements) {
                #expect(abs(step + (slope < 0 ? -0.01 : 0.01)) < 1e-6)
            }
        }
    }

    @Test("PerceptronTraining: the same generator gives the same network, another one another")
    func repeatable() throws {
        let data = try Dataset.breastCancer(in: bookData)
        let scaled = try Standardization(fittedTo: data).apply(to: data)
        let training = PerceptronTraining(hiddenUnits: [10], epochs: 5)
        let model = try training.fit(scaled, from: Generator(seed: 1))
        #expect(try model == training.fit(scaled, from: Generator(seed: 1)))
        #expect(try model != training.fit(scaled, from: Generator(seed: 2)))
        let copy = try JSONDecoder().decode(PerceptronClassifier.self, from: JSONEncoder().encode(model))
        #expect(copy == model)
    }

    @Test("PerceptronTraining: ten digits by softmax, more than 95 % of those held back")
    func digits() throws {
        let data = try MulticlassDataset.digits(in: bookData)
        #expect(data.count == 1797 && data.classNames.count == 10)
        var generator = Generator(seed: "digits")
        let split = data.split(testShare: 0.3, using: &generator)
        let scaled = try split.training.replacingFeatures(split.training.features / 16)
        let test = try split.test.replacingFeatures(split.test.features / 16)
        let training = PerceptronTraining(
            hiddenUnits: [64], adam: Adam(learningRate: 3e-3), batchSize: 50, epochs: 40)
        let model = try training.fit(scaled, from: generator)
        let table = MulticlassConfusion(model, on: test)
        #expect(table.accuracy == model.accuracy(on: test))
        #expect(table.accuracy.value > 0.95)
        #expect(table.recall(of: 3).trials == test.classes.count { $0 == 3 })
    }

    @Test(
        "PerceptronTraining: settings out of range are refused with a reason",
        arguments: [
            (
                PerceptronTraining(hiddenUnits: [3, 0]), "a hidden layer has 0 units, expected at least 1"
            ),
            (
                PerceptronTraining(hiddenUnits: [], batchSize: 0), "the batch size is 0, expected at least 1"
            ),
            (
                PerceptronTraining(hiddenUnits: [], epochs: -1),
                "the number of epochs is -1, expected at least 0"
            ),
            (
                PerceptronTraining(hiddenUnits: [], adam: Adam(learningRate: 0)),
                "the learning rate is 0.0, expected a finite number above 0"
            ),
            (
                PerceptronTraining(hiddenUnits: [], penalty: .nan),
                "the penalty is nan, expected a finite number of at least 0"
            ),
            (
                PerceptronTraining(hiddenUnits: [], adam: Adam(learningRate: 1e308), epochs: 3),
                "the loss in epoch 2 is NaN or infinite, expected finite numbers"
            ),
        ])
    func refused(training: PerceptronTraining, message: String) throws {
        let data = try Dataset(features: [[1e3], [1e3]], labels: [.positive, .negative])
        let error = #expect(throws: TrainingError.self) { try training.fit(data, from: Generator(seed: 1)) }
        #expect(error?.description == message)
    }

    @Test("MultilayerPerceptron: the description shows every weight")
    func description() {
        let layers = [
            DenseLayer(weights: [[1, -1]], biases: [0.5]), DenseLayer(weights: [[3]], biases: [-2]),
        ]
        #expect(
            PerceptronClassifier(MultilayerPerceptron(layers: layers, activation: .tanh)).description == """
                hidden layer 1, tanh: 2 inputs, 1 units
                    0.5 + ⟨(1.0, -1.0), ·⟩
                output layer: 1 inputs, 1 units
                    -2.0 + ⟨(3.0), ·⟩
                """)
    }

    @Test("MultilayerPerceptron: layers that do not fit stop the program with both sizes")
    func shapes() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let layers = [
                DenseLayer(weights: [[1, -1]], biases: [0]), DenseLayer(weights: [[3, 4]], biases: [0]),
            ]
            _ = MultilayerPerceptron(layers: layers, activation: .tanh)
        }
        #expect(text(result).contains("layer 1 has 1 outputs, layer 2 has 2 inputs"))
        #expect(text(result).contains("PerceptronTests.swift"))
    }
}
