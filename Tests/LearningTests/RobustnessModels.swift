import Foundation
import Learning
import LinearAlgebra
import Probability

/// Models of five inputs with random parameters, one of each differentiable kind.
enum DifferentiableKind: String, CaseIterable, Sendable {
    case linear, fourier, randomReLU, relu, tanh, standardized, averaged

    var model: any DifferentiableClassifier {
        get throws {
            var coins = Generator(seed: "robustness models").stream(rawValue)
            let weights = Vector(coins.gaussians(5))
            switch self {
            case .linear: return LinearClassifier(weights: weights, intercept: 0.3)
            case .fourier: return try fourierModel(features: 40, inputs: 5, scale: 0.1, from: coins)
            case .randomReLU:
                return RandomReLUNetwork(
                    weights: .gaussian(rows: 30, columns: 5, using: &coins), threshold: 0.8)
            case .relu, .tanh:
                let training = PerceptronTraining(
                    hiddenUnits: [12, 7], activation: self == .relu ? .relu : .tanh)
                return PerceptronClassifier(training.firstNetwork(inputs: 5, outputs: 1, from: coins))
            case .standardized:
                let rows = Matrix.gaussian(rows: 50, columns: 5, using: &coins)
                return StandardizedClassifier(
                    Standardization(fittedTo: rows.scalingColumns(by: [0.1, 1, 3, 10, 0.5])),
                    then: try fourierModel(features: 40, inputs: 5, scale: 0.1, from: coins))
            case .averaged:
                return try NoiseAveragedClassifier(
                    fourierModel(features: 40, inputs: 5, scale: 0.1, from: coins), noise: 0.5, draws: 30,
                    using: &coins)
            }
        }
    }
}

func fourierModel(
    features: Int, inputs: Int, scale: Double, from generator: Generator
) throws -> FeaturizedClassifier<RandomFourierFeatures, LinearClassifier> {
    var coins = generator.stream("head")
    return FeaturizedClassifier(
        try .honest(count: features, inputCount: inputs, scale: scale, from: generator),
        then: LinearClassifier(weights: Vector(coins.gaussians(features)), intercept: 0.2))
}

/// Two classes of digits, pixels from 0 to 1.
func digitSplit() throws -> DataSplit {
    let digits = try Dataset.digits(in: bookData)
    var coins = Generator(seed: "robustness split")
    return try digits.replacingFeatures(digits.features / 16).split(testShare: 0.25, using: &coins)
}

let digitTraining = PerceptronTraining(hiddenUnits: [32], adam: Adam(learningRate: 5e-3), epochs: 15)
