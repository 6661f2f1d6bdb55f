import CallSites
import LinearAlgebra

/// A weighted sum of kernels at the training points: f(x) = Σᵢ αᵢ K(x, xᵢ).
public struct KernelMachine: Classifier, Regressor, Hashable, Codable {
    public let kernel: GaussianKernel
    /// n × d: the training points, which are part of the model.
    public let points: Matrix<Double>
    /// α: n coefficients.
    public let coefficients: Vector<Double>

    public init(
        kernel: GaussianKernel, points: Matrix<Double>, coefficients: Vector<Double>,
        file: StaticString = #file, line: UInt = #line
    ) {
        require(
            points.rowCount == coefficients.count,
            "\(coefficients.count) coefficients for points in a matrix of \(points.shape)", file, line)
        self.kernel = kernel
        self.points = points
        self.coefficients = coefficients
    }

    public var inputCount: Int { points.columnCount }

    public func values(at rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return rows.inBlocks(of: 256) { kernel.values($0, points) * coefficients }
    }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> { values(at: rows) }

    /// The kernel, then one line for each training point with its coefficient.
    public var description: String {
        let lines = coefficients.enumerated().map { index, coefficient in
            let point = points.row(index).map { "\($0)" }.joined(separator: ", ")
            return "    \(coefficient < 0 ? "−" : "+") \(coefficient.magnitude) · K(x, (\(point)))"
        }
        return (["score = the sum of these, with K(x, y) = \(kernel)"] + lines).joined(separator: "\n")
    }
}
