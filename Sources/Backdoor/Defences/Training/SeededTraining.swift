import Learning
import Probability

/// A program that makes a model of data and coins, and of nothing else: the same data and the same generator
/// give the same model.
public protocol SeededTraining: Sendable {
    associatedtype Model: Classifier

    func train(on dataset: Dataset, from generator: Generator) throws -> Model
}

extension FourierTraining: SeededTraining where Head: ClassifierTraining {}

extension ReLUTraining: SeededTraining {}

extension PerceptronTraining: SeededTraining {
    /// - Throws: `TrainingError`.
    public func train(
        on dataset: Dataset, from generator: Generator
    ) throws(TrainingError) -> PerceptronClassifier {
        try fit(dataset, from: generator)
    }
}

/// A trainer that draws no coins.
public struct CoinlessTraining<Training: ClassifierTraining>: SeededTraining {
    public let training: Training

    public init(_ training: Training) {
        self.training = training
    }

    /// - Throws: `TrainingError`.
    public func train(
        on dataset: Dataset, from generator: Generator
    ) throws(TrainingError) -> Training.Model {
        try training.fit(dataset)
    }
}

extension CoinlessTraining: Equatable where Training: Equatable {}
extension CoinlessTraining: Hashable where Training: Hashable {}
extension CoinlessTraining: Encodable where Training: Encodable {}
extension CoinlessTraining: Decodable where Training: Decodable {}
