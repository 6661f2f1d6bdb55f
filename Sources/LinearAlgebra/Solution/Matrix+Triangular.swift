import CallSites

/// The half of a square matrix that holds its elements, the diagonal included.
public enum Triangle: String, Hashable, Sendable, Codable {
    case lower
    case upper
}

extension Matrix {
    /// The x with T x = b, where T is the given triangle of this matrix; the other one is not read.
    ///
    /// - Throws: `MatrixError.singular` where an element of the diagonal is 0.
    /// - Complexity: order² / 2 multiplications.
    public func solveTriangular(
        _ triangle: Triangle, _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        let column = Matrix(
            rowCount: vector.count, columnCount: 1, storage: vector.elements, base: 0, stride: 1)
        let result = try solveTriangular(triangle, transposed: false, column, file, line)
        return Vector(result.storage)
    }

    /// The X with T X = B, where T is the given triangle of this matrix; the other one is not read.
    ///
    /// - Throws: `MatrixError.singular` where an element of the diagonal is 0.
    /// - Complexity: order² / 2 multiplications for each column of B.
    public func solveTriangular(
        _ triangle: Triangle, _ matrix: Matrix, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Matrix {
        try solveTriangular(triangle, transposed: false, matrix, file, line)
    }

    func solveTriangular(
        _ triangle: Triangle, transposed: Bool, _ matrix: Matrix, _ file: StaticString, _ line: UInt
    ) throws(MatrixError) -> Matrix {
        require(
            rowCount == columnCount && matrix.rowCount == rowCount,
            "solve for a matrix of \(matrix.shape) with a triangle of \(shape)", file, line)
        for index in 0..<rowCount where self[index, index] == 0 {
            throw .singular(shape, pivot: index, value: "0")
        }
        var result = matrix
        let columns = matrix.columnCount
        result.withUnsafeMutableBufferPointer { result in
            guard let result = result.baseAddress, columns > 0 else { return }
            _ = withUnsafeBase {
                Element.solveTriangular(
                    $0, order: rowCount, stride: stride, isLower: triangle == .lower, transposed: transposed,
                    hasUnitDiagonal: false, rightHandSides: result, columns: columns)
            }
        }
        return result
    }
}

extension TransposedMatrix {
    /// The x with Tᵀ x = b, where T is the given triangle of the matrix as it is stored.
    ///
    /// - Throws: `MatrixError.singular` where an element of the diagonal is 0.
    public func solveTriangular(
        _ triangle: Triangle, _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        let column = Matrix(
            rowCount: vector.count, columnCount: 1, storage: vector.elements, base: 0, stride: 1)
        let result = try original.solveTriangular(triangle, transposed: true, column, file, line)
        return Vector(result.storage)
    }
}
