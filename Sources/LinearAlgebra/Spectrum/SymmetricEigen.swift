import CallSites

/// Eigenvalues of a symmetric matrix with their eigenvectors: A vᵢ = λᵢ vᵢ.
///
/// Postcondition: ‖A vᵢ − λᵢ vᵢ‖ ≤ c ε ‖A‖, and the vectors are orthonormal to c ε, with c of order n.
public struct SymmetricEigen<Element: Scalar>: Sendable {
    /// λ, the largest first.
    public let values: Vector<Element>
    /// One eigenvector of length 1 a row: row i belongs to `values[i]`. Its sign is not determined.
    public let vectors: Matrix<Element>

    init(values: Vector<Element>, vectors: Matrix<Element>) {
        self.values = values
        self.vectors = vectors
    }

    /// All eigenvalues and eigenvectors of a symmetric matrix, of which the lower triangle is read.
    ///
    /// By divide and conquer (LAPACK's syevd).
    ///
    /// - Throws: `MatrixError.notFinite` or `.notConverged`.
    public init(
        _ matrix: Matrix<Element>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) {
        require(
            matrix.rowCount == matrix.columnCount, "eigenvectors of a matrix of \(matrix.shape)", file, line)
        try matrix.requireFiniteLowerTriangle()
        var vectors = matrix
        let values = try vectors.replaceByEigenvectors(wanted: true)
        self.init(values: Vector(values.reversed()), vectors: vectors.rowsReversed())
    }

    /// The `count` largest eigenvalues and their eigenvectors.
    ///
    /// The largest alone by Lanczos' iteration where that is cheaper; more by LAPACK's range driver (syevr), or
    /// by the driver for all where that is cheaper.
    ///
    /// - Throws: `MatrixError.countOutOfRange`, `.notFinite` or `.notConverged`.
    public init(
        _ matrix: Matrix<Element>, largest count: Int, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) {
        require(
            matrix.rowCount == matrix.columnCount, "eigenvectors of a matrix of \(matrix.shape)", file, line)
        let order = matrix.rowCount
        guard count >= 1, count <= order else {
            throw .countOutOfRange(
                count, expected: min(1, order)...order, operation: "eigenvectors of \(matrix.shape)")
        }
        try matrix.requireFiniteLowerTriangle()
        if count == 1, let pair = Self.lanczosPair(matrix) {
            self.init(values: [pair.value], vectors: Matrix(row: pair.vector))
        } else if count > order / 4 {
            let all = try SymmetricEigen(matrix)
            self.init(
                values: Vector(all.values.part(0..<count).elements),
                vectors: all.vectors.rows(0..<count).compacted())
        } else {
            try self.init(byRange: matrix, count)
        }
    }

    private static func lanczosPair(
        _ matrix: Matrix<Element>
    ) -> (value: Element, vector: Vector<Element>)? {
        var iteration = Lanczos(matrix)
        return iteration.largest()
    }

    private init(byRange matrix: Matrix<Element>, _ count: Int) throws(MatrixError) {
        var work = matrix
        var values = Vector<Element>.zeros(matrix.rowCount)
        var vectors = Matrix<Element>.zeros(rows: count, columns: matrix.rowCount)
        let status = work.withUnsafeMutableBufferPointer { work in
            values.withUnsafeMutableBufferPointer { values in
                vectors.withUnsafeMutableBufferPointer { vectors in
                    guard let work = work.baseAddress, let values = values.baseAddress,
                        let vectors = vectors.baseAddress
                    else { return 0 }
                    return Element.decomposeSymmetric(
                        work, order: matrix.rowCount, largest: count, values: values, vectors: vectors)
                }
            }
        }
        guard status == 0 else { throw .notConverged(matrix.shape, operation: "the largest eigenvalues") }
        self.init(
            values: Vector(values.part(0..<count).reversed()), vectors: vectors.rowsReversed())
    }
}

extension Matrix {
    /// All eigenvalues of a symmetric matrix, the largest first; its lower triangle is read.
    ///
    /// - Throws: `MatrixError.notFinite` or `.notConverged`.
    public func symmetricEigenvalues(
        file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> Vector<Element> {
        require(rowCount == columnCount, "eigenvalues of a matrix of \(shape)", file, line)
        try requireFiniteLowerTriangle()
        var work = self
        return Vector(try work.replaceByEigenvectors(wanted: false).reversed())
    }

    /// - Returns: the eigenvalues in ascending order.
    mutating func replaceByEigenvectors(wanted: Bool) throws(MatrixError) -> Vector<Element> {
        var values = Vector<Element>.zeros(rowCount)
        let order = rowCount
        let status = withUnsafeMutableBufferPointer { work in
            values.withUnsafeMutableBufferPointer { values in
                guard order > 0, let work = work.baseAddress, let values = values.baseAddress else {
                    return 0
                }
                return Element.decomposeSymmetric(work, order: order, withVectors: wanted, values: values)
            }
        }
        guard status == 0 else { throw .notConverged(shape, operation: "the eigenvalues") }
        return values
    }

    /// The last row first.
    func rowsReversed() -> Matrix {
        Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            guard let result = result.baseAddress else { return }
            _ = withUnsafeBase { source in
                for row in 0..<rowCount {
                    (result + (rowCount - 1 - row) * columnCount)
                        .initialize(from: source + row * stride, count: columnCount)
                }
            }
        }
    }
}
