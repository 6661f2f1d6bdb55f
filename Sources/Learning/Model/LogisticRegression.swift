import CallSites
internal import Glibc
import LinearAlgebra

/// Trains a linear classifier by penalised maximum likelihood.
///
/// Minimises Σᵢ ln(1 + exp(−yᵢ (⟨w, xᵢ⟩ + c))) + (penalty / 2) ‖w‖² over w and c; the intercept c is not
/// penalised. scikit-learn's `LogisticRegression(C: 1 / penalty)` has the same minimum.
///
/// Newton's method: each step solves a weighted least squares problem by Cholesky, and is halved until the
/// loss falls. The loss is convex, so the minimum is the only one, and nothing is random.
public struct LogisticRegression: Hashable, Sendable, Codable {
    /// At least 0.
    public var penalty: Double
    /// The largest derivative of the loss, divided by the number of rows, at which training ends.
    public var tolerance: Double
    public var maximumIterations: Int

    public init(penalty: Double = 1, tolerance: Double = 1e-10, maximumIterations: Int = 100) {
        require(penalty >= 0 && penalty.isFinite, "a penalty of \(penalty), expected at least 0")
        require(tolerance > 0, "a tolerance of \(tolerance), expected more than 0")
        self.penalty = penalty
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }

    /// - Throws: `TrainingError`.
    /// - Complexity: n·d² + d³/3 multiplications an iteration, about 6 iterations; allocates 2·n·d doubles.
    public func fit(_ dataset: Dataset) throws(TrainingError) -> LinearClassifier {
        guard dataset.count > 0 else { throw .noRows }
        for label in Label.allCases where dataset.count(of: label) == 0 {
            throw .oneClassOnly(dataset.classNames[label.opposite], rows: dataset.count)
        }
        let loss = LogisticLoss(dataset, penalty: penalty)
        let minimum = try minimize(loss)
        let columns = dataset.features.columnCount
        return LinearClassifier(
            weights: Vector(minimum.elements[..<columns]), intercept: minimum[columns],
            inputNames: dataset.columnNames)
    }

    private func minimize(_ loss: LogisticLoss) throws(TrainingError) -> Vector<Double> {
        var point = Vector<Double>.zeros(loss.count)
        var value = loss.value(at: point)
        var slope = Double.infinity
        for _ in 0..<maximumIterations {
            let gradient = loss.gradient(at: point)
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
            (point, value) = next
        }
        throw .notConverged(iterations: maximumIterations, gradient: slope, tolerance: tolerance)
    }

    /// The first of the full step, half of it, a quarter… that lowers the loss by a share of what its slope
    /// promises.
    private func descend(
        _ loss: LogisticLoss, from point: Vector<Double>, value: Double, along step: Vector<Double>,
        slope: Double
    ) -> (Vector<Double>, Double)? {
        var length = 1.0
        for _ in 0..<50 {
            let next = point - length * step
            let nextValue = loss.value(at: next)
            // Close to the minimum the fall is below the rounding error of the loss itself.
            if nextValue <= value - 1e-4 * length * slope + 1e-14 * abs(value) { return (next, nextValue) }
            length /= 2
        }
        return nil
    }
}
