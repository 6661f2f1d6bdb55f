import CallSites

/// The factorization A = Q R, with orthonormal columns in Q and an upper triangular R.
///
/// For m × n: Q is m × k, R is k × n, k = min(m, n).
///
/// Postcondition: ‖A − Q R‖ ≤ c ε ‖A‖ and ‖QᵀQ − I‖ ≤ c ε with c of order m √n (Higham 2002, theorem 19.4).
public struct QR<Element: Scalar>: Sendable {
    public let q: Matrix<Element>
    public let r: Matrix<Element>

    /// Factors a matrix, by Householder's reflections.
    ///
    /// - Throws: `MatrixError.notFinite`.
    /// - Complexity: 4 (m n² − n³ / 3) multiplications where m ≥ n; allocates Q, R and nothing larger.
    public init(_ matrix: Matrix<Element>) throws(MatrixError) {
        try matrix.requireFinite()
        let (rows, columns, rank) = (
            matrix.rowCount, matrix.columnCount, min(matrix.rowCount, matrix.columnCount)
        )
        guard rank > 0 else {
            q = .zeros(rows: rows, columns: 0)
            r = .zeros(rows: 0, columns: columns)
            return
        }
        var factors = matrix
        var scales = [Element](repeating: 0, count: rank)
        factors.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            Element.factorQR(start, rows: rows, columns: columns, factors: &scales)
        }
        var upper = factors.rows(0..<rank).compacted()
        upper.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            for row in 1..<max(rank, 1) { (start + row * columns).update(repeating: 0, count: row) }
        }
        factors.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            Element.formQ(start, rows: rows, columns: columns, factors: scales)
        }
        q = factors.block(rows: 0..<rows, columns: 0..<rank).compacted()
        r = upper
    }

    /// The x that minimizes ‖A x − b‖, for a matrix with at least as many rows as columns.
    ///
    /// - Throws: `MatrixError.singular` where an element of R's diagonal is at most m · ε times the norm of its
    ///   column: the columns of A are then dependent.
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    public func solveLeastSquares(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        let shape = Shape(rows: q.rowCount, columns: r.columnCount)
        require(
            vector.count == shape.rows, "solve for \(vector.count) elements with a matrix of \(shape)", file,
            line)
        guard shape.rows >= shape.columns else {
            throw .tooSmall(shape, expected: "at least as many rows as columns", operation: "least squares")
        }
        for index in 0..<shape.columns {
            let scale = r.column(index).norm
            if r[index, index].magnitude <= Element(shape.rows) * Element.ulpOfOne * scale {
                throw .singular(shape, pivot: index, value: ElementText.text(r[index, index]))
            }
        }
        return try r.solveTriangular(.upper, q.transposed * vector)
    }
}

extension Matrix {
    /// The x that minimizes ‖A x − b‖, by Q R: accurate where the normal equations lose half the digits.
    ///
    /// - Throws: `MatrixError.notFinite`, `.tooSmall` or `.singular`.
    public func solveLeastSquares(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        try QR(self).solveLeastSquares(vector, file: file, line: line)
    }
}
