import CallSites

/// The factorization P A = L U of a square matrix, for general linear systems.
public struct LU<Element: Scalar>: Sendable {
    /// The factors of Aᵀ as LAPACK leaves them.
    private let factors: Matrix<Element>
    private let pivots: [Int32]

    /// Factors a square matrix, by elimination with partial pivoting.
    ///
    /// - Throws: `MatrixError.notFinite`; `MatrixError.singular` where a pivot is at most order · ε times the
    ///   largest element of its row of A, for then rounding alone may have made it.
    /// - Complexity: 2 order³ / 3 multiplications; allocates the factors.
    @specialized(where Element == Double)
    @specialized(where Element == Float)
    public init(
        _ matrix: Matrix<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) {
        require(
            matrix.rowCount == matrix.columnCount, "LU factors of a matrix of \(matrix.shape)", file, line)
        try matrix.requireFinite()
        let order = matrix.rowCount
        var factors = matrix
        var pivots = [Int32](repeating: 0, count: order)
        if order > 0 {
            factors.withUnsafeMutableBufferPointer { buffer in
                guard let start = buffer.baseAddress else { return }
                _ = Element.factorLU(start, order: order, pivots: &pivots)
            }
        }
        for index in 0..<order {
            let pivot = factors[index, index]
            let scale = matrix.row(index).normInfinity
            if pivot.magnitude <= Element(order) * Element.ulpOfOne * scale {
                throw .singular(matrix.shape, pivot: index, value: ElementText.text(pivot))
            }
        }
        self.factors = factors
        self.pivots = pivots
    }

    public var order: Int { factors.rowCount }

    /// The x with A x = b.
    public func solve(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Element> {
        require(
            vector.count == order, "solve for \(vector.count) elements with a matrix of \(factors.shape)",
            file,
            line)
        var result = vector
        result.withUnsafeMutableBufferPointer { solve(in: $0, count: 1) }
        return result
    }

    /// The X with A X = B.
    public func solve(
        _ matrix: Matrix<Element>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Element> {
        require(
            matrix.rowCount == order,
            "solve for a matrix of \(matrix.shape) with a matrix of \(factors.shape)",
            file, line)
        var sides = Matrix(matrix.transposed)
        let count = matrix.columnCount
        sides.withUnsafeMutableBufferPointer { solve(in: $0, count: count) }
        return Matrix(sides.transposed)
    }

    private func solve(in buffer: UnsafeMutableBufferPointer<Element>, count: Int) {
        guard let start = buffer.baseAddress, buffer.count > 0 else { return }
        _ = factors.withUnsafeBase {
            Element.solveLU($0, order: order, pivots: pivots, rightHandSides: start, count: count)
        }
    }

    /// det A, the product of the pivots with the sign of the exchanges of rows.
    public var determinant: Element {
        (0..<order).reduce(1) { product, index in
            let isExchanged = Int(pivots[index]) != index + 1
            return product * (isExchanged ? -factors[index, index] : factors[index, index])
        }
    }
}

extension Matrix {
    /// The x with A x = b, for a square A.
    ///
    /// - Throws: `MatrixError.notFinite` or `.singular`.
    public func solve(
        _ vector: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        try LU(self, file: file, line: line).solve(vector, file: file, line: line)
    }

    /// The X with A X = B, for a square A.
    ///
    /// - Throws: `MatrixError.notFinite` or `.singular`.
    public func solve(
        _ matrix: Matrix, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Matrix {
        try LU(self, file: file, line: line).solve(matrix, file: file, line: line)
    }
}
