/// Input that an algorithm cannot work with.
///
/// Rows, columns and pivots count from 0. Wrong shapes in a program's own arithmetic stop it instead.
public enum MatrixError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A matrix without the rows or columns that an operation needs.
    case tooSmall(Shape, expected: String, operation: String)
    /// An element that is NaN or infinite.
    case notFinite(String, row: Int, column: Int, shape: Shape)
    /// A pivot that is 0 or cannot be told from 0.
    case singular(Shape, pivot: Int, value: String)
    /// A number of eigenvectors or the like that the matrix does not have.
    case countOutOfRange(Int, expected: ClosedRange<Int>, operation: String)
    /// An iteration that did not come to its end.
    case notConverged(Shape, operation: String)

    public var description: String {
        switch self {
        case .tooSmall(let shape, let expected, let operation):
            "\(operation) of a matrix of \(shape), expected \(expected)"
        case .notFinite(let value, let row, let column, let shape):
            "element (\(row), \(column)) of a matrix of \(shape) is \(value), expected a finite number"
        case .singular(let shape, let pivot, let value):
            "matrix of \(shape) is singular: its pivot \(pivot), counted from 0, is \(value)"
        case .countOutOfRange(let count, let expected, let operation):
            "\(count) \(operation) were asked for, expected \(expected.lowerBound) to \(expected.upperBound)"
        case .notConverged(let shape, let operation):
            "\(operation) of a matrix of \(shape) did not converge"
        }
    }
}

extension Matrix {
    /// - Throws: `MatrixError.notFinite` at the first element, row by row, that is NaN or infinite.
    func requireFinite() throws(MatrixError) {
        guard let (row, column) = firstNotFinite() else { return }
        throw .notFinite("\(self[row, column])", row: row, column: column, shape: shape)
    }

    /// - Throws: `MatrixError.notFinite` at the first such element of the lower triangle.
    func requireFiniteLowerTriangle() throws(MatrixError) {
        guard let (row, column) = firstNotFinite(inLowerTriangle: true) else { return }
        throw .notFinite("\(self[row, column])", row: row, column: column, shape: shape)
    }

    func firstNotFinite(inLowerTriangle: Bool = false) -> (row: Int, column: Int)? {
        withUnsafeBase { start -> (row: Int, column: Int)? in
            for row in 0..<rowCount {
                let count = inLowerTriangle ? min(row + 1, columnCount) : columnCount
                if let column = Element.firstNotFinite(start + row * stride, count: count) {
                    return (row, column)
                }
            }
            return nil
        } ?? nil
    }
}
