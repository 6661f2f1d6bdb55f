import CallSites
import LinearAlgebra

/// The change of units after which each column of the training data has mean 0 and standard deviation 1.
public struct Standardization: Hashable, Sendable, Codable {
    /// One mean a column.
    public let means: Vector<Double>
    /// One standard deviation a column, with n in the denominator; 1 where a column is constant.
    public let deviations: Vector<Double>

    /// Measures the columns of the given rows: those of the training data, and no others.
    ///
    /// A constant column becomes 0 in the training data, and keeps its unit elsewhere.
    public init(fittedTo rows: Matrix<Double>) {
        require(rows.rowCount > 0, "standardization of a matrix of \(rows.shape)")
        let columns = (0..<rows.columnCount).map { Self.moments(rows.column($0)) }
        means = Vector(columns.map(\.mean))
        deviations = Vector(columns.map(\.deviation))
    }

    public init(fittedTo dataset: Dataset) {
        self.init(fittedTo: dataset.features)
    }

    private static func moments(_ column: Vector<Double>) -> (mean: Double, deviation: Double) {
        // Exactly constant: the mean must not differ from the constant by a rounding error.
        if column.allSatisfy({ $0 == column[0] }) { return (column[0], 1) }
        let mean = column.sum / Double(column.count)
        let variance = column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)
        // The squares of very small differences may all underflow.
        return (mean, variance > 0 ? variance.squareRoot() : 1)
    }

    public var columnCount: Int { means.count }

    /// (x − mean) / deviation in each column.
    public func apply(to rows: Matrix<Double>) -> Matrix<Double> {
        require(
            rows.columnCount == columnCount,
            "matrix has \(rows.columnCount) columns, expected \(columnCount) (those it was fitted to)")
        return rows.combineRows(with: means, -).combineRows(with: deviations, /)
    }

    /// The data set with its features in the new units.
    ///
    /// - Throws: `DataError.notFinite` where a number becomes infinite.
    public func apply(to dataset: Dataset) throws(DataError) -> Dataset {
        try dataset.replacingFeatures(apply(to: dataset.features))
    }

    /// x · deviation + mean in each column: the original units.
    public func undo(on rows: Matrix<Double>) -> Matrix<Double> {
        require(
            rows.columnCount == columnCount,
            "matrix has \(rows.columnCount) columns, expected \(columnCount) (those it was fitted to)")
        return rows.scalingColumns(by: deviations).addingToRows(means)
    }
}
