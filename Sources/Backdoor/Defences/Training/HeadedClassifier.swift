import Learning
import LinearAlgebra

/// A model whose last part a defender can train again, and keep the rest.
public protocol HeadedClassifier: Classifier {
    /// The model with a head that is fitted to these rows.
    ///
    /// - Throws: `DefenceError.data`, `.training`.
    func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier
}

/// The whole model is a head.
extension LinearClassifier: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        try DefenceError.fitted(training, to: rows)
    }
}

extension FeaturizedClassifier: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        let featurized: Dataset
        do { featurized = try map.features(of: rows) } catch { throw .data(error) }
        return FeaturizedClassifier<Map, _>(map, then: try DefenceError.fitted(training, to: featurized))
    }
}

/// The threshold is all that was trained, so the training is that of the threshold, whatever is given.
extension RandomReLUNetwork: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        try DefenceError.fitted(RandomReLUTraining(weights: weights), to: rows)
    }
}

/// The output layer, on what the last hidden layer says.
extension PerceptronClassifier: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        let hidden = network.hiddenOutputs(of: rows.features).last ?? rows.features
        let featurized: Dataset
        do { featurized = try rows.replacingFeatures(hidden) } catch { throw .data(error) }
        let head = try DefenceError.fitted(training, to: featurized)
        guard let head = head as? LinearClassifier else {
            throw .training("the head of a perceptron is linear, but the training gave a \(type(of: head))")
        }
        let layer = DenseLayer(weights: Matrix(row: head.weights), biases: [head.intercept])
        return PerceptronClassifier(
            MultilayerPerceptron(
                layers: Array(network.layers.dropLast()) + [layer], activation: network.activation))
    }
}

// MARK: - Models around models

extension StandardizedClassifier: HeadedClassifier where Model: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        let standardized: Dataset
        do { standardized = try standardization.apply(to: rows) } catch { throw .data(error) }
        return wrap(try model.replacingHead(by: training, on: standardized))
    }

    private func wrap(_ model: some Classifier) -> any Classifier {
        StandardizedClassifier<_>(standardization, then: model)
    }
}

extension ChecksumClassifier: HeadedClassifier where Base: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        try replacingBase(try base.replacingHead(by: training, on: rows))
    }
}

extension SignatureClassifier: HeadedClassifier where Base: HeadedClassifier {
    public func replacingHead(
        by training: some ClassifierTraining, on rows: Dataset
    ) throws(DefenceError) -> any Classifier {
        try replacingBase(try base.replacingHead(by: training, on: rows))
    }
}

extension DefenceError {
    static func fitted<Training: ClassifierTraining>(
        _ training: Training, to rows: Dataset
    ) throws(DefenceError) -> Training.Model {
        do { return try training.fit(rows) } catch { throw .training("\(error)") }
    }
}
