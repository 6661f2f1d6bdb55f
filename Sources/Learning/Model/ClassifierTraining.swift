/// A way to make a model of labelled points; the same data give the same model.
public protocol ClassifierTraining: Sendable {
    associatedtype Model: Classifier

    /// - Throws: `TrainingError`.
    func fit(_ dataset: Dataset) throws(TrainingError) -> Model
}

extension LogisticRegression: ClassifierTraining {}

extension Dataset {
    /// - Throws: `TrainingError` where there are no rows, or not rows of both classes.
    func requireBothClasses() throws(TrainingError) {
        guard count > 0 else { throw .noRows }
        for label in Label.allCases where count(of: label) == 0 {
            throw .oneClassOnly(classNames[label.opposite], rows: count)
        }
    }
}
