import CallSites
import LinearAlgebra

/// The range of each coordinate in which inputs are valid, such as the grey levels of a picture.
public struct InputBox: Hashable, Sendable, Codable {
    /// One bound a column.
    public let lower: Vector<Double>
    /// One bound a column, at least the lower one.
    public let upper: Vector<Double>

    /// - Parameters: one bound a column each; different counts stop the program.
    /// - Throws: `RobustnessError.emptyBox`, also for a bound that is NaN.
    public init(
        lower: Vector<Double>, upper: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) throws(RobustnessError) {
        require(
            lower.count == upper.count, "\(lower.count) lower and \(upper.count) upper bounds", file, line)
        for column in lower.indices where !(lower[column] <= upper[column]) {
            throw .emptyBox(lower: lower[column], upper: upper[column], column: column)
        }
        self.lower = lower
        self.upper = upper
    }

    /// The same range for each of several columns.
    public init(_ range: ClosedRange<Double>, columnCount: Int) {
        lower = Vector(repeating: range.lowerBound, count: columnCount)
        upper = Vector(repeating: range.upperBound, count: columnCount)
    }

    /// The smallest box that holds all rows.
    ///
    /// - Throws: `RobustnessError.count` where there are no rows, or `.notFinite`.
    public init(enclosing rows: Matrix<Double>) throws(RobustnessError) {
        try RobustnessError.check(rows.rowCount, of: "points of a box")
        try RobustnessError.check(rows, inputCount: rows.columnCount)
        var (lower, upper) = (rows.row(0), rows.row(0))
        for row in 1..<max(1, rows.rowCount) {
            lower = lower.combineElements(with: rows.row(row), min)
            upper = upper.combineElements(with: rows.row(row), max)
        }
        self.lower = lower
        self.upper = upper
    }

    public var columnCount: Int { lower.count }

    /// The nearest point of the box to each row: n × d, n × d; NaN stays.
    public func clamp(
        _ rows: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        // The comparisons keep NaN.
        rows.combineRows(with: lower, file: file, line: line) { $0 < $1 ? $1 : $0 }
            .combineRows(with: upper, file: file, line: line) { $0 > $1 ? $1 : $0 }
    }

    /// Throws unless every row lies in the box.
    func check(_ rows: Matrix<Double>) throws(RobustnessError) {
        guard columnCount == rows.columnCount else {
            throw .boxWidth(columnCount, expected: rows.columnCount)
        }
        for row in 0..<rows.rowCount {
            let point = rows.row(row)
            for column in point.indices where point[column] < lower[column] || point[column] > upper[column] {
                throw .outsideBox(
                    value: point[column], row: row, column: column, lower: lower[column],
                    upper: upper[column])
            }
        }
    }
}
