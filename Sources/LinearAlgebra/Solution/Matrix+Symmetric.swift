import CallSites

extension Matrix {
    /// The x with A x = b, for a symmetric A that need not be positive definite; its lower triangle is read.
    ///
    /// Bunch and Kaufman's diagonal pivoting: half the work of a general solution.
    ///
    /// - Throws: `MatrixError.notFinite`; `MatrixError.singular` where a pivot is 0.
    /// - Complexity: order³ / 3 multiplications; allocates a copy of the matrix.
    public func solveSymmetric(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        let row = try solveSymmetric(rows: Matrix(row: vector), file, line)
        return row.row(0)
    }

    /// The X with A X = B, for a symmetric A; its lower triangle is read.
    ///
    /// - Throws: `MatrixError.notFinite`; `MatrixError.singular` where a pivot is 0.
    public func solveSymmetric(
        _ matrix: Matrix, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Matrix {
        Matrix(try solveSymmetric(rows: Matrix(matrix.transposed), file, line).transposed)
    }

    /// One right-hand side a row.
    private func solveSymmetric(
        rows: Matrix, _ file: StaticString, _ line: UInt
    ) throws(MatrixError) -> Matrix {
        require(
            rowCount == columnCount && rows.columnCount == rowCount,
            "solve for a matrix of \(rows.transposed.shape) with a symmetric matrix of \(shape)", file, line)
        try requireFiniteLowerTriangle()
        var factors = self
        var result = rows
        let order = rowCount
        guard order > 0, rows.rowCount > 0 else { return rows }
        var pivots = [Int32](repeating: 0, count: order)
        let status = factors.withUnsafeMutableBufferPointer { factors in
            result.withUnsafeMutableBufferPointer { result in
                guard let factors = factors.baseAddress, let result = result.baseAddress else { return 0 }
                let status = Element.factorSymmetric(factors, order: order, pivots: &pivots)
                guard status == 0 else { return status }
                Element.solveSymmetric(
                    factors, order: order, pivots: pivots, rightHandSides: result, count: rows.rowCount)
                return 0
            }
        }
        if status != 0 { throw .singular(shape, pivot: status - 1, value: "0") }
        return result
    }
}
