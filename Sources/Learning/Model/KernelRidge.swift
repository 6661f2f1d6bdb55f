import CallSites
import LinearAlgebra

/// Fits a sum of Gaussian kernels to real numbers, or to the labels −1 and 1: ridge regression in the space
/// that random Fourier features approximate, without an approximation.
///
/// Minimises Σᵢ (f(xᵢ) − yᵢ)² + penalty ‖f‖² over all f of the kernel's space; the coefficients are
/// α = (K + penalty · I)⁻¹ y, by Cholesky. No intercept.
public struct KernelRidge: Hashable, Sendable, Codable, ClassifierTraining {
    public var kernel: GaussianKernel
    /// Above 0.
    public var penalty: Double

    public init(
        kernel: GaussianKernel, penalty: Double, file: StaticString = #file, line: UInt = #line
    ) {
        require(penalty > 0 && penalty.isFinite, "a penalty of \(penalty), expected above 0", file, line)
        self.kernel = kernel
        self.penalty = penalty
    }

    /// Fits the labels −1 and 1.
    ///
    /// - Throws: `TrainingError`, also where all rows have the same label.
    public func fit(_ dataset: Dataset) throws(TrainingError) -> KernelMachine {
        try dataset.requireBothClasses()
        return try fit(dataset.features, targets: Vector(dataset.labels.map(\.sign)))
    }

    /// Fits real numbers.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row.
    ///   - targets: n numbers; another count stops the program.
    /// - Throws: `TrainingError` for no rows, numbers that are not finite, or a singular system.
    /// - Complexity: n²·d + n³/3 multiplications, n² exponentials; allocates n² numbers.
    public func fit(
        _ rows: Matrix<Double>, targets: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) throws(TrainingError) -> KernelMachine {
        require(
            rows.rowCount == targets.count, "\(targets.count) targets for a matrix of \(rows.shape)", file,
            line)
        guard rows.rowCount > 0 else { throw .noRows }
        guard rows.isFinite else { throw .notFinite("a feature") }
        guard targets.isFinite else { throw .notFinite("a target") }
        var values = kernel.values(rows, rows)
        for index in 0..<rows.rowCount { values[index, index] += penalty }
        do {
            let coefficients = try Cholesky(values).solve(targets)
            return KernelMachine(kernel: kernel, points: rows, coefficients: coefficients)
        } catch {
            throw .singular(order: error.order)
        }
    }
}
