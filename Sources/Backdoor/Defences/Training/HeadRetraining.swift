import Learning
import Probability

/// Trains a model's head anew on the defender's rows, and keeps the rest: features, hidden layers, verifiers.
public struct HeadRetraining<Training: ClassifierTraining>: Defence {
    public let training: Training

    public init(with training: Training) {
        self.training = training
    }

    public var needs: Set<DefenceNeed> { [.rows, .labels, .weights] }
    public var change: DefenceChange { .weights }
    public var evaluations: Int { 1 }
    public var description: String { "new head" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try require(rows, fit: model)
        guard let model = model as? any HeadedClassifier else {
            throw .notApplicable(self, model, "it has no head that could be trained alone")
        }
        return try model.replacingHead(by: training, on: rows)
    }
}
