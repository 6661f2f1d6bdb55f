internal import CallSites
public import LinearAlgebra

/// What every observer of this module looks at: S = XᵀX / m, the covariance of points of known mean 0.
///
///     let covariance = try SampleCovariance(of: network.weights)
///     let found = try TruncatedPower(sparsity: 10).spike(in: covariance)
public struct SampleCovariance: Hashable, Sendable {
    /// S, n × n and symmetric.
    public let matrix: Matrix<Double>
    /// m.
    public let samples: Int

    /// - Parameter rows: X, m × n, one point a row, m and n at least 1.
    /// - Throws: `SparsePCAError.notFinite` at the first entry, row by row, that is NaN or infinite, and
    ///   `.tooFewSamples` for no rows or columns.
    /// - Complexity: m n² / 2 multiplications.
    public init(of rows: Matrix<Double>) throws(SparsePCAError) {
        guard rows.rowCount >= 1, rows.columnCount >= 1 else {
            throw .tooFewSamples(
                rows.rowCount, needed: 1, purpose: "a covariance of \(rows.columnCount) dimensions")
        }
        let gram = rows.gram
        // What is not finite makes its column's variance so; only then is it looked for.
        if (0..<gram.rowCount).contains(where: { !gram[$0, $0].isFinite }) {
            try SampleCovariance.requireFinite(rows, "the points")
        }
        matrix = gram / Double(rows.rowCount)
        samples = rows.rowCount
    }

    /// A covariance that was computed elsewhere.
    ///
    /// - Parameter matrix: S, n × n, symmetric within 10⁻⁹ of its largest entry.
    /// - Throws: `SparsePCAError.notFinite`, `.notSymmetric` and `.tooFewSamples`.
    public init(
        _ matrix: Matrix<Double>, samples: Int, file: StaticString = #file, line: UInt = #line
    ) throws(SparsePCAError) {
        require(
            matrix.rowCount == matrix.columnCount, "a covariance of \(matrix.shape)", file, line)
        guard samples >= 1, matrix.rowCount >= 1 else {
            throw .tooFewSamples(
                samples, needed: 1, purpose: "a covariance of \(matrix.rowCount) dimensions")
        }
        try SampleCovariance.requireFinite(matrix, "the covariance")
        let scale = matrix.elements.reduce(0) { max($0, abs($1)) }
        for i in 0..<matrix.rowCount {
            for j in 0..<i where abs(matrix[i, j] - matrix[j, i]) > 1e-9 * scale {
                throw .notSymmetric(row: i, column: j, difference: "\(matrix[i, j] - matrix[j, i])")
            }
        }
        self.matrix = matrix
        self.samples = samples
    }

    /// n.
    public var dimension: Int { matrix.rowCount }

    /// Sⱼⱼ for each coordinate j.
    public var variances: Vector<Double> { Vector((0..<dimension).map { matrix[$0, $0] }) }

    /// vᵀ S v: the variance of the points along a unit vector v.
    ///
    /// - Throws: `SparsePCAError.dimensionMismatch`.
    public func variance(along direction: Vector<Double>) throws(SparsePCAError) -> Double {
        guard direction.count == dimension else {
            throw .dimensionMismatch(
                of: "a direction", direction.count, expected: dimension, in: "the covariance")
        }
        return direction.dot(matrix * direction)
    }

    /// The rows and columns of some coordinates.
    func part(_ places: [Int]) -> Matrix<Double> {
        Matrix(unsafeUninitializedRows: places.count, columns: places.count) { buffer in
            for (i, row) in places.enumerated() {
                for (j, column) in places.enumerated() {
                    buffer.initializeElement(at: i * places.count + j, to: matrix[row, column])
                }
            }
        }
    }

    private static func requireFinite(
        _ matrix: Matrix<Double>, _ name: String
    ) throws(SparsePCAError) {
        for row in 0..<matrix.rowCount {
            for column in 0..<matrix.columnCount where !matrix[row, column].isFinite {
                throw .notFinite(
                    name: "element (\(row), \(column)) of \(name)", value: "\(matrix[row, column])")
            }
        }
        // All are finite, but a square overflows.
        if name == "the points" {
            throw .notFinite(name: "the variance of \(name)", value: "inf")
        }
    }
}
