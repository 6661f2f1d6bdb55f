/// The singular value decomposition A = U diag(s) Vᵀ.
///
/// For m × n: U is m × k and Vᵀ is k × n, k = min(m, n).
///
/// Postcondition: ‖A − U diag(s) Vᵀ‖ ≤ c ε ‖A‖; each singular value is within c ε s₀ of the exact one, with c a
/// modest function of m and n (LAPACK users' guide, section 4.9).
public struct SVD<Element: Scalar>: Sendable {
    /// U, with orthonormal columns.
    public let left: Matrix<Element>
    /// s, the largest first; none is negative.
    public let values: Vector<Element>
    /// Vᵀ, with orthonormal rows: row i belongs to `values[i]`.
    public let rightTransposed: Matrix<Element>

    /// Decomposes a matrix, by bisection and merging (LAPACK's gesdd).
    ///
    /// - Throws: `MatrixError.notFinite` or `.notConverged`.
    public init(_ matrix: Matrix<Element>) throws(MatrixError) {
        try matrix.requireFinite()
        let (rows, columns, rank) = (
            matrix.rowCount, matrix.columnCount, min(matrix.rowCount, matrix.columnCount)
        )
        var work = matrix
        var left = Matrix<Element>.zeros(rows: rows, columns: rank)
        var right = Matrix<Element>.zeros(rows: rank, columns: columns)
        var values = Vector<Element>.zeros(rank)
        let status = work.withUnsafeMutableBufferPointer { work in
            left.withUnsafeMutableBufferPointer { left in
                right.withUnsafeMutableBufferPointer { right in
                    values.withUnsafeMutableBufferPointer { values in
                        guard rank > 0, let work = work.baseAddress, let left = left.baseAddress,
                            let right = right.baseAddress, let values = values.baseAddress
                        else { return 0 }
                        return Element.decomposeSingular(
                            work, rows: rows, columns: columns, singularValues: values, left: left,
                            right: right)
                    }
                }
            }
        }
        guard status == 0 else {
            throw .notConverged(matrix.shape, operation: "the singular value decomposition")
        }
        self.left = left
        self.values = values
        rightTransposed = right
    }

    /// The number of singular values above max(m, n) · ε times the largest one.
    public var rank: Int {
        let size = max(left.rowCount, rightTransposed.columnCount)
        let threshold = Element(size) * Element.ulpOfOne * (values.first ?? 0)
        return values.reduce(0) { $1 > threshold ? $0 + 1 : $0 }
    }
}

extension Matrix {
    /// The singular values, the largest first.
    ///
    /// - Throws: `MatrixError.notFinite` or `.notConverged`.
    public func singularValues() throws(MatrixError) -> Vector<Element> {
        try requireFinite()
        var work = self
        var values = Vector<Element>.zeros(min(rowCount, columnCount))
        let status = work.withUnsafeMutableBufferPointer { work in
            values.withUnsafeMutableBufferPointer { values in
                guard values.count > 0, let work = work.baseAddress, let values = values.baseAddress else {
                    return 0
                }
                return Element.singularValues(work, rows: rowCount, columns: columnCount, values: values)
            }
        }
        guard status == 0 else { throw .notConverged(shape, operation: "the singular values") }
        return values
    }

    /// The operator norm max ‖A x‖ / ‖x‖, the largest singular value; 0 for a matrix without elements.
    ///
    /// - Throws: `MatrixError.notFinite` or `.notConverged`.
    public func norm2() throws(MatrixError) -> Element {
        try singularValues().first ?? 0
    }
}
