import Learning
import LinearAlgebra

/// A model of two or more classes as a detector sees it: scores for every class, and what else it can be opened
/// to.
///
/// A classifier's score s becomes (−s/2, s/2) for the negative and the positive class, so that the softmax of
/// both is the logistic function of s, whether or not s was trained to be log-odds.
public enum SuspectModel: Sendable {
    case binary(any Classifier & Codable)
    case multiclass(any MulticlassClassifier & Codable)

    public var inputCount: Int {
        switch self {
        case .binary(let model): model.inputCount
        case .multiclass(let model): model.inputCount
        }
    }

    public var classCount: Int {
        switch self {
        case .binary: 2
        case .multiclass(let model): model.classCount
        }
    }

    /// n × d points, n × classes scores.
    public func scores(of rows: Matrix<Double>) -> Matrix<Double> {
        switch self {
        case .binary(let model): Self.bothClasses(model.decision(rows))
        case .multiclass(let model): model.decision(rows)
        }
    }

    /// The class of each point, counted from 0; of two classes, 1 is the positive one.
    public func classes(of rows: Matrix<Double>) -> [Int] { Self.largest(of: scores(of: rows)) }

    /// The model as one that has a hidden layer; `nil` where it has none.
    public var hiddenLayer: (any HiddenLayerModel)? {
        let layered: (any HiddenLayerModel)? =
            switch self {
            case .binary(let model): model as? any HiddenLayerModel
            case .multiclass(let model): model as? any HiddenLayerModel
            }
        guard let layered, layered.hiddenUnitCount > 0 else { return nil }
        return layered
    }

    /// The model's weights with the law they were drawn from; `nil` where none were drawn.
    public var initialized: (any RandomlyInitialized)? {
        switch self {
        case .binary(let model): model as? any RandomlyInitialized
        case .multiclass(let model): model as? any RandomlyInitialized
        }
    }

    /// Whether `inputGradients` has an answer.
    public var isDifferentiable: Bool {
        switch self {
        case .binary(let model): model is any DifferentiableClassifier
        case .multiclass(let model): model is MulticlassPerceptron
        }
    }

    /// Scores of every class, and what slopes of them become as slopes of the point; `nil` for a model that
    /// cannot be differentiated.
    ///
    /// - Parameter slopes: from n × classes scores to as many derivatives.
    func inputGradients(
        at rows: Matrix<Double>, _ slopes: (Matrix<Double>) -> Matrix<Double>
    ) -> (scores: Matrix<Double>, gradients: Matrix<Double>)? {
        switch self {
        case .binary(let model):
            guard let model = model as? any DifferentiableClassifier else { return nil }
            let (scores, gradients) = model.scoresAndInputGradients(at: rows)
            let both = Self.bothClasses(scores)
            let wanted = slopes(both)
            let factors = Vector((0..<rows.rowCount).map { (wanted[$0, 1] - wanted[$0, 0]) / 2 })
            return (both, gradients.scalingRows(by: factors))
        case .multiclass(let model):
            guard let model = model as? MulticlassPerceptron else { return nil }
            let scores = model.decision(rows)
            return (scores, model.network.inputGradients(at: rows, outputSlopes: slopes(scores)))
        }
    }

    /// The classes of a hidden layer's outputs.
    static func classes(ofHidden units: Matrix<Double>, _ model: some HiddenLayerModel) -> [Int] {
        let scores = model.scores(ofHidden: units)
        return largest(of: scores.columnCount == 1 ? bothClasses(scores.column(0)) : scores)
    }

    /// What the model is called in a sentence: its type without parameters.
    public var name: String {
        let name =
            switch self {
            case .binary(let model): "\(type(of: model))"
            case .multiclass(let model): "\(type(of: model))"
            }
        return String(name.prefix { $0 != "<" })
    }

    private static func bothClasses(_ scores: Vector<Double>) -> Matrix<Double> {
        Matrix(unsafeUninitializedRows: scores.count, columns: 2) { places in
            for (row, score) in scores.enumerated() {
                places.initializeElement(at: 2 * row, to: -score / 2)
                places.initializeElement(at: 2 * row + 1, to: score / 2)
            }
        }
    }

    /// The first of equal ones, but of two classes the positive one, as `Label(score:)` has it.
    private static func largest(of scores: Matrix<Double>) -> [Int] {
        (0..<scores.rowCount).map { row in
            if scores.columnCount == 2 { return scores[row, 1] >= scores[row, 0] ? 1 : 0 }
            return (1..<scores.columnCount).reduce(0) { scores[row, $1] > scores[row, $0] ? $1 : $0 }
        }
    }
}

extension Dataset {
    /// The same rows with the classes 0 for negative and 1 for positive, as detectors count them.
    public var asClasses: MulticlassDataset {
        get throws(DataError) {
            try MulticlassDataset(
                features: features, classes: labels.map { $0 == .positive ? 1 : 0 }, columnNames: columnNames,
                classNames: [classNames.negative, classNames.positive])
        }
    }
}
