internal import CVectorMath
import CallSites
import LinearAlgebra

/// K(x, y) = exp(−‖x − y‖² / 2σ²).
///
/// scikit-learn's `rbf_kernel(gamma:)` is the same with gamma = 1 / 2σ².
public struct GaussianKernel: Hashable, Sendable, Codable, CustomStringConvertible {
    /// σ > 0, in the unit of the inputs.
    public let bandwidth: Double

    public init(bandwidth: Double, file: StaticString = #file, line: UInt = #line) {
        require(
            bandwidth > 0 && bandwidth.isFinite,
            "a bandwidth of \(bandwidth), expected a finite number above 0", file, line)
        self.bandwidth = bandwidth
    }

    /// K of each point of one matrix with each of another: p × d and q × d points, p × q values in [0, 1].
    ///
    /// ‖x − y‖² is computed as ‖x‖² + ‖y‖² − 2 ⟨x, y⟩: one matrix product, with an absolute error of a few
    /// roundings of ‖x‖² + ‖y‖². Values below 10⁻³⁰⁷ are 0.
    public func values(
        _ rows: Matrix<Double>, _ others: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        require(
            rows.columnCount == others.columnCount,
            "kernel of points in matrices of \(rows.shape) and \(others.shape)", file, line)
        var result = rows * others.transposed
        let (squares, otherSquares) = (rows.squaredNorms, others.squaredNorms)
        let factor = -1 / (2 * bandwidth * bandwidth)
        let (height, width) = (rows.rowCount, others.rowCount)
        result.withUnsafeMutableBufferPointer { result in
            otherSquares.withUnsafeBufferPointer { otherSquares in
                for row in 0..<height {
                    let values = UnsafeMutableBufferPointer(rebasing: result[row * width..<(row + 1) * width])
                    for column in values.indices {
                        let distance = squares[row] + otherSquares[column] - 2 * values[column]
                        // Rounding may bring it below 0; the comparison keeps NaN.
                        values[column] = factor * (distance < 0 ? 0 : distance)
                    }
                    if let start = values.baseAddress { vector_exp(start, width) }
                }
            }
        }
        return result
    }

    public var description: String { "exp(−‖x − y‖² / (2 · \(bandwidth)²))" }
}

extension Matrix<Double> {
    /// ‖x‖² of each row.
    var squaredNorms: Vector<Double> {
        Vector((0..<rowCount).map { row($0).dot(row($0)) })
    }
}
