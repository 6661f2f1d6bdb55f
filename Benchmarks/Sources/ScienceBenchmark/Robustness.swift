import Learning
import LinearAlgebra
import Probability

extension LearningMeasurements {
    /// 40 steps of projected gradient descent on 2,000 points; the attacked accuracy and the mean score at the
    /// points that were found are compared.
    static let projectedGradient = Measurement(name: "pgd-perceptron") { inputs in
        let model = try perceptronClassifier("pgd-perceptron", inputs)
        let rows = try inputs.matrix("pgd-perceptron-points")
        let labels = model.predict(rows)
        let attack = try ProjectedGradientAttack(
            ThreatModel(.lInfinity, radius: 0.1, box: InputBox(0...1, columnCount: rows.columnCount)),
            stepCount: 40)
        return Work(
            run: { try attack.run(on: model, rows, labels, from: Generator(seed: 1)) },
            values: { found in
                let margins = zip(labels, model.decision(found.inputs)).map { $0.sign * $1 }
                return [found.robustAccuracy.value, margins.reduce(0, +) / Double(margins.count)]
            })
    }

    /// 100,000 noisy copies of one point and the model's labels of them; the share of positive ones is compared.
    static let smoothing = Measurement(name: "smoothing") { inputs in
        let model = try perceptronClassifier("smoothing", inputs)
        let point = try inputs.vector("smoothing-point")
        let smoothing = try RandomizedSmoothing(noise: 0.25)
        return Work(
            run: {
                smoothing.positiveVotes(
                    at: point, draws: smoothing.draws, of: model, from: Generator(seed: 1))
            },
            values: { [$0.value] })
    }

    private static func perceptronClassifier(
        _ name: String, _ inputs: Inputs
    ) throws -> PerceptronClassifier {
        let layers = try ["1", "2"].map { layer in
            DenseLayer(
                weights: try inputs.matrix("\(name)-weights-\(layer)"),
                biases: try inputs.vector("\(name)-biases-\(layer)"))
        }
        return PerceptronClassifier(MultilayerPerceptron(layers: layers, activation: .relu))
    }
}
