import Learning
import Probability

/// Goes on training all weights of a perceptron on the defender's rows.
public struct FineTuning: Defence, Hashable, Codable {
    /// With the hidden layers and the activation of the network.
    public let training: PerceptronTraining

    public init(_ training: PerceptronTraining) {
        self.training = training
    }

    public var needs: Set<DefenceNeed> { [.rows, .labels, .weights] }
    public var change: DefenceChange { .weights }
    public var evaluations: Int { 1 }
    public var description: String { "training on" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try require(rows, fit: model)
        guard let model = model as? PerceptronClassifier else {
            throw .notApplicable(self, model, "only a perceptron has layers to go on training")
        }
        do {
            return try training.fit(rows, continuing: model.network, from: generator.stream("fine tuning"))
        } catch {
            throw .training("\(error)")
        }
    }
}
