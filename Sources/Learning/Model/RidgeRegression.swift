import CallSites
import LinearAlgebra

/// Fits a weighted sum to real numbers, or to the labels −1 and 1, by penalised least squares.
///
/// Minimises Σᵢ (⟨w, xᵢ⟩ + c − yᵢ)² + penalty ‖w‖²; the intercept c is not penalised. scikit-learn's
/// `Ridge(alpha: penalty)` has the same minimum.
///
/// The normal equations (XᵀX + penalty · I) w = Xᵀy by Cholesky, of centred columns where there is an
/// intercept; or, with more columns than rows, the smaller system w = Xᵀ (XXᵀ + penalty · I)⁻¹ y.
public struct RidgeRegression: Hashable, Sendable, Codable, ClassifierTraining {
    /// At least 0.
    public var penalty: Double
    /// Whether c is fitted; it is 0 otherwise.
    public var hasIntercept: Bool

    public init(
        penalty: Double, hasIntercept: Bool = true, file: StaticString = #file, line: UInt = #line
    ) {
        require(penalty >= 0 && penalty.isFinite, "a penalty of \(penalty), expected at least 0", file, line)
        self.penalty = penalty
        self.hasIntercept = hasIntercept
    }

    /// Fits the labels −1 and 1.
    ///
    /// - Throws: `TrainingError`, also where all rows have the same label.
    public func fit(_ dataset: Dataset) throws(TrainingError) -> LinearClassifier {
        try dataset.requireBothClasses()
        return try fit(dataset.features, targets: Vector(dataset.labels.map(\.sign)))
            .classifier(inputNames: dataset.columnNames)
    }

    /// Fits real numbers.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row.
    ///   - targets: n numbers; another count stops the program.
    /// - Throws: `TrainingError` for no rows, numbers that are not finite, or a singular system.
    /// - Complexity: n·d·min(n, d) + min(n, d)³/3 multiplications; allocates min(n, d)², and n·d with an
    ///   intercept.
    public func fit(
        _ rows: Matrix<Double>, targets: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) throws(TrainingError) -> LinearFunction {
        require(
            rows.rowCount == targets.count, "\(targets.count) targets for a matrix of \(rows.shape)", file,
            line)
        guard rows.rowCount > 0 else { throw .noRows }
        guard rows.isFinite else { throw .notFinite("a feature") }
        guard targets.isFinite else { throw .notFinite("a target") }
        guard hasIntercept else {
            return LinearFunction(weights: try solve(rows, targets))
        }
        let means = (1 / Double(rows.rowCount)) * rows.columnSums
        let mean = targets.sum / Double(targets.count)
        let weights = try solve(rows.addingToRows(-means), targets.mapElements { $0 - mean })
        return LinearFunction(weights: weights, intercept: mean - weights.dot(means))
    }

    private func solve(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> Vector<Double> {
        do {
            if rows.rowCount < rows.columnCount, penalty > 0 {
                var products = rows * rows.transposed
                addPenalty(to: &products)
                return rows.transposed * (try Cholesky(products).solve(targets))
            }
            var products = rows.transposed * rows
            addPenalty(to: &products)
            return try Cholesky(products).solve(rows.transposed * targets)
        } catch {
            throw .singular(order: error.order)
        }
    }

    private func addPenalty(to matrix: inout Matrix<Double>) {
        for index in 0..<matrix.rowCount { matrix[index, index] += penalty }
    }
}
