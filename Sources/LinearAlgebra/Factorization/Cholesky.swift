import CallSites

/// The factorization A = L Lᵀ of a symmetric positive definite matrix.
///
/// Half the work of a general factorization, stable without pivoting, and it tells whether A is positive
/// definite.
public struct Cholesky<Element: Scalar>: Sendable {
    /// L, with zeros above its diagonal.
    public let lower: Matrix<Element>

    /// Factors a symmetric matrix, of which the diagonal and what is below it are read.
    ///
    /// - Throws: `NotPositiveDefiniteError` where a leading minor is not positive or an element is not
    ///   finite.
    /// - Complexity: order³ / 3 multiplications.
    public init(_ matrix: Matrix<Element>) throws(NotPositiveDefiniteError) {
        require(matrix.rowCount == matrix.columnCount, "Cholesky factor of a matrix of \(matrix.shape)")
        let order = matrix.rowCount
        // LAPACK's own checks say neither where a NaN is nor always that there is one.
        for row in 0..<order where !matrix.row(row).part(0..<row + 1).isFinite {
            throw NotPositiveDefiniteError(order: order, minor: row + 1)
        }
        var lower = matrix
        let minor = lower.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, order > 0 else { return 0 }
            for row in 0..<order {
                for column in row + 1..<max(order, row + 1) { buffer[row * order + column] = 0 }
            }
            return Element.factorCholesky(start, order: order)
        }
        if minor != 0 { throw NotPositiveDefiniteError(order: order, minor: minor) }
        self.lower = lower
    }

    public var order: Int { lower.rowCount }

    /// The x with A x = b.
    public func solve(_ vector: Vector<Element>) -> Vector<Element> {
        require(vector.count == order, "solve for \(vector.count) elements with a matrix of \(lower.shape)")
        var result = vector
        result.withUnsafeMutableBufferPointer { solve(in: $0, columns: 1) }
        return result
    }

    /// The X with A X = B.
    public func solve(_ matrix: Matrix<Element>) -> Matrix<Element> {
        require(
            matrix.rowCount == order, "solve for a matrix of \(matrix.shape) with a matrix of \(lower.shape)")
        var result = matrix
        let columns = matrix.columnCount
        result.withUnsafeMutableBufferPointer { solve(in: $0, columns: columns) }
        return result
    }

    private func solve(in buffer: UnsafeMutableBufferPointer<Element>, columns: Int) {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return }
        _ = lower.withUnsafeBase { factor in
            Element.solveCholesky(factor, order: order, rightHandSides: start, columns: columns)
        }
    }
}

extension Matrix {
    /// The x with A x = b, for a symmetric positive definite A of which the lower triangle is read.
    ///
    /// - Throws: `NotPositiveDefiniteError`.
    public func solvePositiveDefinite(
        _ vector: Vector<Element>
    ) throws(NotPositiveDefiniteError) -> Vector<Element> {
        try Cholesky(self).solve(vector)
    }
}
