import CallSites
import LinearAlgebra

/// A model whose answer follows from the outputs of a last hidden layer, which can be looked at and changed.
///
/// The first part and the second part together are the model: the scores of `scores(ofHidden:)` at
/// `hiddenUnits(of:)` are those of its `decision`, up to rounding.
public protocol HiddenLayerModel: Sendable {
    /// The number of units of the last hidden layer; 0 where there is none.
    var hiddenUnitCount: Int { get }

    /// The output of every unit of the last hidden layer for each point: n × d points, n × units.
    ///
    /// The points themselves where there is no hidden layer.
    func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double>

    /// The scores that the rest of the model gives to outputs of the hidden layer: n × units, n × 1 for a
    /// model of two classes, n × classes for one of several.
    func scores(ofHidden units: Matrix<Double>) -> Matrix<Double>
}

extension HiddenLayerModel {
    /// The scores of each point where some units of the last hidden layer say 0 whatever comes in.
    ///
    /// - Parameters:
    ///   - rows: n × d.
    ///   - pruned: the units, counted from 0; others than there are stop the program.
    /// - Returns: n × 1 or n × classes.
    public func scores(
        of rows: Matrix<Double>, pruning pruned: [Int], file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        scores(ofHidden: Self.pruning(pruned, in: hiddenUnits(of: rows), file: file, line: line))
    }

    /// Outputs of a hidden layer, with 0 in the columns of the pruned units.
    public static func pruning(
        _ pruned: [Int], in units: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        var kept = Vector<Double>(repeating: 1, count: units.columnCount)
        for unit in pruned {
            require(
                kept.indices.contains(unit),
                "unit \(unit) of a layer of \(units.columnCount) is to be pruned",
                file, line)
            kept[unit] = 0
        }
        return units.scalingColumns(by: kept)
    }
}

extension MultilayerPerceptron: HiddenLayerModel {
    public var hiddenUnitCount: Int { layers.count > 1 ? layers[layers.count - 1].inputCount : 0 }

    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> {
        hiddenOutputs(of: rows).last ?? rows
    }

    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> {
        layers[layers.count - 1].outputs(units)
    }
}

extension PerceptronClassifier: HiddenLayerModel {
    public var hiddenUnitCount: Int { network.hiddenUnitCount }
    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> { network.hiddenUnits(of: rows) }
    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> { network.scores(ofHidden: units) }
}

extension MulticlassPerceptron: HiddenLayerModel {
    public var hiddenUnitCount: Int { network.hiddenUnitCount }
    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> { network.hiddenUnits(of: rows) }
    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> { network.scores(ofHidden: units) }
}

/// The features are the hidden layer.
extension FeaturizedClassifier: HiddenLayerModel {
    public var hiddenUnitCount: Int { map.featureCount }
    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> { map.features(of: rows) }

    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> {
        head.decision(units).asColumn
    }
}

extension RandomReLUNetwork: HiddenLayerModel {
    public var hiddenUnitCount: Int { unitCount }

    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> {
        requireInputs(rows)
        // The comparison keeps NaN.
        return (rows * weights.transposed).mapElements { $0 < 0 ? 0 : $0 }
    }

    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> {
        let share = Vector<Double>(repeating: 1 / Double(unitCount), count: unitCount)
        return (units * share).mapElements { $0 - threshold }.asColumn
    }
}

extension StandardizedClassifier: HiddenLayerModel where Model: HiddenLayerModel {
    public var hiddenUnitCount: Int { model.hiddenUnitCount }

    public func hiddenUnits(of rows: Matrix<Double>) -> Matrix<Double> {
        model.hiddenUnits(of: standardization.apply(to: rows))
    }

    public func scores(ofHidden units: Matrix<Double>) -> Matrix<Double> { model.scores(ofHidden: units) }
}

extension Vector<Double> {
    /// The vector as a matrix of one column.
    var asColumn: Matrix<Double> {
        Matrix(unsafeUninitializedRows: count, columns: 1) { _ = $0.initialize(fromContentsOf: elements) }
    }
}
