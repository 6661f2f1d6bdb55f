import LinearAlgebra

extension RobustnessError {
    /// Throws unless the points are finite and of as many coordinates as the model's.
    static func check(_ rows: Matrix<Double>, inputCount: Int) throws(RobustnessError) {
        guard rows.columnCount == inputCount else {
            throw .inputCount(rows.columnCount, expected: inputCount)
        }
        if let place = rows.firstNonFinite {
            throw .notFinite(
                value: "\(rows[place.row, place.column])", row: place.row, column: place.column)
        }
    }

    /// Throws unless there are as many labels as points, beside the above.
    static func check(
        _ rows: Matrix<Double>, _ labels: [Label], inputCount: Int
    ) throws(RobustnessError) {
        try check(rows, inputCount: inputCount)
        guard labels.count == rows.rowCount else {
            throw .labelCount(labels.count, expected: rows.rowCount)
        }
    }

    static func check(
        _ count: Int, of name: String, atLeast least: Int = 1
    ) throws(RobustnessError) {
        guard count >= least else { throw .count(count, of: name, atLeast: least) }
    }
}
