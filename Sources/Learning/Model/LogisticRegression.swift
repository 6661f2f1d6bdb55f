import CallSites
internal import Glibc
import LinearAlgebra

/// Trains a linear classifier by penalised maximum likelihood.
///
/// Minimises Σᵢ ln(1 + exp(−yᵢ (⟨w, xᵢ⟩ + c))) + (penalty / 2) ‖w‖² over w and c; the intercept c is not
/// penalised. scikit-learn's `LogisticRegression(C: 1 / penalty)` has the same minimum.
///
/// The loss is convex, so the minimum is the only one, and nothing is random.
public struct LogisticRegression: Hashable, Sendable, Codable {
    /// How the minimum is found.
    public enum Solver: String, Hashable, Sendable, Codable, CaseIterable {
        /// Newton's method: each step solves a weighted least squares problem by Cholesky, and is halved until
        /// the loss falls. About 6 iterations of n·d² + d³/3 multiplications.
        case newton
        /// L-BFGS: 2·n·d multiplications an iteration, some tens or hundreds of iterations.
        case limitedMemory
        /// `newton` up to n·d² = 2·10⁷, where it takes milliseconds, `limitedMemory` above.
        case automatic
    }

    /// At least 0.
    public var penalty: Double
    /// Whether c is fitted; it is 0 otherwise.
    public var hasIntercept: Bool
    public var solver: Solver
    /// The largest derivative of the loss, divided by the number of rows, at which training ends.
    public var tolerance: Double
    public var maximumIterations: Int

    public init(
        penalty: Double = 1, hasIntercept: Bool = true, solver: Solver = .automatic,
        tolerance: Double = 1e-10, maximumIterations: Int = 1000,
        file: StaticString = #file, line: UInt = #line
    ) {
        require(penalty >= 0 && penalty.isFinite, "a penalty of \(penalty), expected at least 0", file, line)
        require(tolerance > 0, "a tolerance of \(tolerance), expected more than 0", file, line)
        require(
            maximumIterations > 0, "at most \(maximumIterations) iterations, expected at least 1", file, line)
        self.penalty = penalty
        self.hasIntercept = hasIntercept
        self.solver = solver
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }

    /// - Throws: `TrainingError`.
    /// - Complexity: see `Solver`; allocates a block of points, and d² numbers for `newton`.
    public func fit(_ dataset: Dataset) throws(TrainingError) -> LinearClassifier {
        try dataset.requireBothClasses()
        let loss = LogisticLoss(dataset, penalty: penalty, hasIntercept: hasIntercept)
        let columns = dataset.features.columnCount
        let isSmall = dataset.count * columns * columns <= 20_000_000
        let usesNewton = solver == .newton || (solver == .automatic && isSmall)
        let minimum = try usesNewton ? newtonMinimum(of: loss) : limitedMemoryMinimum(of: loss)
        return LinearClassifier(
            weights: Vector(minimum.elements[..<columns]), intercept: hasIntercept ? minimum[columns] : 0,
            inputNames: dataset.columnNames)
    }

    private func limitedMemoryMinimum(of loss: LogisticLoss) throws(TrainingError) -> Vector<Double> {
        let rows = Double(loss.rowCount)
        let search = LimitedMemoryMinimization(
            tolerance: tolerance * rows, maximumIterations: maximumIterations)
        return try search.minimum(from: .zeros(loss.count), unit: rows, of: loss.valueAndGradient)
    }

    private func newtonMinimum(of loss: LogisticLoss) throws(TrainingError) -> Vector<Double> {
        var point = Vector<Double>.zeros(loss.count)
        var slope = Double.infinity
        for _ in 0..<maximumIterations {
            let (value, gradient) = loss.valueAndGradient(at: point)
            slope = gradient.normInfinity / Double(loss.rowCount)
            if slope <= tolerance { return point }
            let step: Vector<Double>
            do {
                step = try Cholesky(loss.hessian(at: point)).solve(gradient)
            } catch {
                throw .singular(order: error.order)
            }
            guard let next = descend(loss, from: point, value: value, along: step, slope: gradient.dot(step))
            else {
                break
            }
            point = next
        }
        throw .notConverged(iterations: maximumIterations, gradient: slope, tolerance: tolerance)
    }

    /// The first of the full step, half of it, a quarter… that lowers the loss by a share of what its slope
    /// promises.
    private func descend(
        _ loss: LogisticLoss, from point: Vector<Double>, value: Double, along step: Vector<Double>,
        slope: Double
    ) -> Vector<Double>? {
        var length = 1.0
        for _ in 0..<50 {
            let next = point - length * step
            // Close to the minimum the fall is below the rounding error of the loss itself.
            if loss.value(at: next) <= value - 1e-4 * length * slope + 1e-14 * abs(value) { return next }
            length /= 2
        }
        return nil
    }
}
