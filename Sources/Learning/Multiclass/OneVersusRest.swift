import CallSites
import LinearAlgebra

/// One two-class model for each class against all others: the class whose model is surest.
public struct OneVersusRest<Model: Classifier>: MulticlassClassifier {
    /// One model a class.
    public let models: [Model]

    public init(_ models: [Model], file: StaticString = #file, line: UInt = #line) {
        require(!models.isEmpty, "0 models, expected one a class", file, line)
        for model in models {
            require(
                model.inputCount == models[0].inputCount,
                "models of \(models[0].inputCount) and \(model.inputCount) inputs", file, line)
        }
        self.models = models
    }

    /// Trains one model for each class.
    ///
    /// - Throws: `TrainingError`, also where a class has no rows.
    public init<Training: ClassifierTraining>(
        training: Training, on dataset: MulticlassDataset
    ) throws(TrainingError) where Training.Model == Model {
        try dataset.requireAllClasses()
        guard dataset.classNames.count > 1 else {
            throw .oneClassOnly(dataset.classNames[0], rows: dataset.count)
        }
        var models: [Model] = []
        for index in dataset.classNames.indices {
            models.append(try training.fit(dataset.labelled(as: index)))
        }
        self.models = models
    }

    public var inputCount: Int { models[0].inputCount }
    public var classCount: Int { models.count }

    public func decision(_ rows: Matrix<Double>) -> Matrix<Double> {
        let columns = models.map { $0.decision(rows) }
        return Matrix(unsafeUninitializedRows: rows.rowCount, columns: models.count) { result in
            for (index, column) in columns.enumerated() {
                for row in 0..<rows.rowCount {
                    result.initializeElement(at: row * columns.count + index, to: column[row])
                }
            }
        }
    }

    public var description: String {
        models.enumerated().map { "class \($0):\n\($1)" }.joined(separator: "\n")
    }
}

extension OneVersusRest: Equatable where Model: Equatable {}
extension OneVersusRest: Hashable where Model: Hashable {}
extension OneVersusRest: Encodable where Model: Encodable {}
extension OneVersusRest: Decodable where Model: Decodable {}
