import Learning
import LinearAlgebra
import Probability

/// A model with weights that were drawn from a law which everybody knows.
///
/// Training may have moved them since; a weight statistic compares them with the law all the same, and its
/// threshold is chosen on models that were trained alike.
public protocol RandomlyInitialized: Sendable {
    /// From the input on, one unit a row.
    var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { get }
}

/// The law of every single weight of a layer before training.
public enum WeightLaw: Hashable, Sendable, Codable {
    /// N(0, 1).
    case standardNormal
    /// Uniform in −bound ... bound.
    case uniform(bound: Double)

    /// P(weight ≤ x).
    public func probability(upTo x: Double) -> Double {
        switch self {
        case .standardNormal: NormalDistribution.probability(below: x)
        case .uniform(let bound): min(1, max(0, (x / bound + 1) / 2))
        }
    }

    public var standardDeviation: Double {
        switch self {
        case .standardNormal: 1
        case .uniform(let bound): bound / 3.0.squareRoot()
        }
    }

    /// E w⁴ / (E w²)².
    public var kurtosis: Double {
        switch self {
        case .standardNormal: 3
        case .uniform: 1.8
        }
    }
}

/// Honest frequencies are normal.
extension FeaturizedClassifier: RandomlyInitialized where Map == RandomFourierFeatures {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] {
        [(map.frequencies, .standardNormal)]
    }
}

extension RandomReLUNetwork: RandomlyInitialized {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { [(weights, .standardNormal)] }
}

extension PerceptronClassifier: RandomlyInitialized {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { network.glorotWeights }
}

extension MulticlassPerceptron: RandomlyInitialized {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { network.glorotWeights }
}

extension MultilayerPerceptron {
    /// The law of `PerceptronTraining.firstNetwork`.
    fileprivate var glorotWeights: [(weights: Matrix<Double>, law: WeightLaw)] {
        layers.map { layer in
            let bound = (6 / Double(layer.inputCount + layer.outputCount)).squareRoot()
            return (layer.weights, .uniform(bound: bound))
        }
    }
}

extension StandardizedClassifier: RandomlyInitialized where Model: RandomlyInitialized {
    public var initialWeights: [(weights: Matrix<Double>, law: WeightLaw)] { model.initialWeights }
}
