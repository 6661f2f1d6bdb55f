import CallSites
import LinearAlgebra

/// A fixed function from points to features, on which a simpler model is then trained.
public protocol FeatureMap: Sendable, Hashable, Codable, CustomStringConvertible {
    /// The number n of coordinates of a point.
    var inputCount: Int { get }
    /// The number m of features.
    var featureCount: Int { get }

    /// Computes the features of points that `features(of:)` has checked.
    ///
    /// - Parameter rows: one point of n coordinates a row.
    /// - Returns: m features a row; NaN where a point is not finite.
    func uncheckedFeatures(of rows: Matrix<Double>) -> Matrix<Double>
}

extension FeatureMap {
    /// The features of each point.
    ///
    /// - Parameter rows: one point of n coordinates a row; another number of columns stops the program.
    /// - Returns: m features a row; NaN where a point is not finite.
    public func features(
        of rows: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        require(
            rows.columnCount == inputCount,
            "matrix of \(rows.shape) has \(rows.columnCount) columns, expected \(inputCount) "
                + "(the inputs of the \(featureCount) features)", file, line)
        return uncheckedFeatures(of: rows)
    }

    /// The features of one point of n coordinates.
    public func features(
        of point: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double> {
        features(of: Matrix(row: point), file: file, line: line).row(0)
    }

    /// The same points with their labels, each as its features.
    ///
    /// - Throws: `DataError.notFinite` where a feature is not finite.
    public func features(
        of dataset: Dataset, file: StaticString = #file, line: UInt = #line
    ) throws(DataError) -> Dataset {
        try dataset.replacingFeatures(features(of: dataset.features, file: file, line: line))
    }
}
