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
    ///   finite; also where the square of a pivot is at most order · ε times the element of A in its place, for
    ///   then rounding alone may have made it.
    /// - Complexity: order³ / 3 multiplications; allocates L.
    ///
    /// Postcondition: ‖A − L Lᵀ‖ ≤ 4 order² ε ‖A‖ (Higham 2002, theorem 10.3).
    public init(
        _ matrix: Matrix<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(NotPositiveDefiniteError) {
        require(
            matrix.rowCount == matrix.columnCount, "Cholesky factor of a matrix of \(matrix.shape)", file,
            line)
        var lower = matrix
        try self.init(overwriting: &lower)
    }

    /// Takes the storage of a matrix for L, so that none is copied.
    init(overwriting matrix: inout Matrix<Element>) throws(NotPositiveDefiniteError) {
        let order = matrix.rowCount
        // LAPACK's own checks say neither where a NaN is nor always that there is one.
        if let place = matrix.firstNotFinite(inLowerTriangle: true) {
            throw NotPositiveDefiniteError(order: order, minor: place.row + 1)
        }
        let diagonal = (0..<order).map { matrix[$0, $0] }
        var minor = matrix.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress, order > 0 else { return 0 }
            for row in 0..<order - 1 {
                (start + row * order + row + 1).update(repeating: 0, count: order - row - 1)
            }
            return Element.factorCholesky(start, order: order)
        }
        if minor == 0 {
            let share = Element(order) * Element.ulpOfOne
            let index = (0..<order).first { matrix[$0, $0] * matrix[$0, $0] <= share * diagonal[$0] }
            minor = index.map { $0 + 1 } ?? 0
        }
        if minor != 0 { throw NotPositiveDefiniteError(order: order, minor: minor) }
        lower = matrix
        matrix = .zeros(rows: 0, columns: 0)
    }

    public var order: Int { lower.rowCount }

    /// The x with A x = b.
    public func solve(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Element> {
        require(
            vector.count == order, "solve for \(vector.count) elements with a matrix of \(lower.shape)", file,
            line)
        var result = vector
        result.withUnsafeMutableBufferPointer { solve(in: $0, columns: 1) }
        return result
    }

    /// The X with A X = B.
    public func solve(
        _ matrix: Matrix<Element>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Element> {
        require(
            matrix.rowCount == order, "solve for a matrix of \(matrix.shape) with a matrix of \(lower.shape)",
            file, line)
        var result = matrix
        let columns = matrix.columnCount
        result.withUnsafeMutableBufferPointer { solve(in: $0, columns: columns) }
        return result
    }

    private func solve(in buffer: UnsafeMutableBufferPointer<Element>, columns: Int) {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return }
        _ = lower.withUnsafeBase { factor in
            for transposed in [false, true] {
                Element.solveTriangular(
                    factor, order: order, stride: order, isLower: true, transposed: transposed,
                    hasUnitDiagonal: false, rightHandSides: start, columns: columns)
            }
        }
    }
}

extension Matrix {
    /// The x with A x = b, for a symmetric positive definite A of which the lower triangle is read.
    ///
    /// - Throws: `NotPositiveDefiniteError`.
    public func solvePositiveDefinite(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(NotPositiveDefiniteError) -> Vector<Element> {
        try Cholesky(self, file: file, line: line).solve(vector, file: file, line: line)
    }
}
