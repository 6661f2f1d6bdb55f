import Learning
import LinearAlgebra

/// All that a detector is handed on one model.
public struct Dossier: Sendable {
    public let model: SuspectModel
    /// Labelled rows of the defender's own, which nobody has tampered with.
    public var cleanRows: MulticlassDataset?
    /// The rows that the model was trained on, poisoned ones included.
    public var trainingRows: MulticlassDataset?
    /// Inputs that arrive while the model is at work; n × d.
    public var arrivals: Matrix<Double>?

    /// - Throws: `DetectorError.inputCount` or `.classCount` where rows are not the model's.
    public init(
        _ model: SuspectModel, cleanRows: MulticlassDataset? = nil, trainingRows: MulticlassDataset? = nil,
        arrivals: Matrix<Double>? = nil
    ) throws(DetectorError) {
        let features = [
            ("the clean rows", cleanRows?.features), ("the training rows", trainingRows?.features),
            ("the arrivals", arrivals),
        ]
        for case (let name, let rows?) in features where rows.columnCount != model.inputCount {
            throw .inputCount(of: name, rows.columnCount, expected: model.inputCount)
        }
        for case (let name, let rows?) in [
            ("the clean rows", cleanRows), ("the training rows", trainingRows),
        ]
        where rows.classNames.count != model.classCount {
            throw .classCount(of: name, rows.classNames.count, expected: model.classCount)
        }
        if let arrivals, !arrivals.isFinite { throw .arrivalsNotFinite }
        self.model = model
        self.cleanRows = cleanRows
        self.trainingRows = trainingRows
        self.arrivals = arrivals
    }

    /// On a model of two classes; its rows get the classes 0 and 1.
    ///
    /// - Throws: `DetectorError`.
    public init(
        _ model: some Classifier & Codable, cleanRows: Dataset? = nil, trainingRows: Dataset? = nil,
        arrivals: Matrix<Double>? = nil
    ) throws(DetectorError) {
        func classes(_ rows: Dataset?) throws(DetectorError) -> MulticlassDataset? {
            do { return try rows?.asClasses } catch { throw .data(error) }
        }
        try self.init(
            .binary(model), cleanRows: classes(cleanRows), trainingRows: classes(trainingRows),
            arrivals: arrivals)
    }

    /// Which needs this dossier meets.
    public var met: Set<DetectorNeed> {
        var met: Set<DetectorNeed> = [.answers]
        if model.isDifferentiable { met.insert(.gradients) }
        if model.hiddenLayer != nil { met.insert(.hiddenLayer) }
        if model.initialized != nil { met.insert(.initialWeights) }
        if cleanRows.map({ $0.count > 0 }) == true { met.insert(.cleanRows) }
        if trainingRows.map({ $0.count > 0 }) == true { met.insert(.trainingRows) }
        if arrivals.map({ $0.rowCount > 0 }) == true { met.insert(.arrivals) }
        return met
    }
}
