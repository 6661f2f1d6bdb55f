import CallSites
import LinearAlgebra

/// Fits a weighted sum to real numbers, or to the labels −1 and 1, by penalised least squares.
///
/// Minimises Σᵢ (⟨w, xᵢ⟩ + c − yᵢ)² + penalty ‖w‖²; the intercept c is not penalised. scikit-learn's
/// `Ridge(alpha: penalty)` has the same minimum.
///
/// The normal equations (XᵀX + penalty · I) w = Xᵀy by Cholesky, of centred columns where there is an
/// intercept; or, with more columns than rows and a penalty, the smaller system
/// w = Xᵀ (XXᵀ + penalty · I)⁻¹ y.
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
    /// - Complexity: n·d·min(n, d)/2 + min(n, d)³/3 multiplications; allocates min(n, d)² numbers, and n·d for
    ///   fewer rows than columns with an intercept.
    public func fit(
        _ rows: Matrix<Double>, targets: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) throws(TrainingError) -> LinearFunction {
        require(
            rows.rowCount == targets.count, "\(targets.count) targets for a matrix of \(rows.shape)", file,
            line)
        guard rows.rowCount > 0 else { throw .noRows }
        guard targets.isFinite else { throw .notFinite("a target") }
        guard hasIntercept else {
            return LinearFunction(weights: try solve(rows, targets))
        }
        let mean = targets.sum / Double(targets.count)
        let centred = targets.mapElements { $0 - mean }
        let means = (1 / Double(rows.rowCount)) * rows.columnSums
        let weights =
            rows.rowCount < rows.columnCount && penalty > 0
            ? try solve(rows.addingToRows(-means), centred) : try solveScatter(rows, centred)
        return LinearFunction(weights: weights, intercept: mean - weights.dot(means))
    }

    /// The weights without an intercept.
    private func solve(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> Vector<Double> {
        if rows.rowCount < rows.columnCount, penalty > 0 {
            return rows.transposed * (try solve(rows * rows.transposed, for: targets))
        }
        return try solve(rows.gram, for: rows.transposed * targets)
    }

    /// The weights of centred columns, without a centred copy. The sum of the targets is 0, so the columns'
    /// products with them need no centring.
    private func solveScatter(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> Vector<Double> {
        var moments = RowMoments<Double>(columnCount: rows.columnCount)
        moments.add(rows)
        let covariance: Matrix<Double>
        do {
            covariance = try moments.covariance(.count)
        } catch {
            throw .noRows
        }
        return try solve(Double(rows.rowCount) * covariance, for: rows.transposed * targets)
    }

    /// The x with (A + penalty · I) x = b.
    private func solve(
        _ matrix: Matrix<Double>, for vector: Vector<Double>
    ) throws(TrainingError) -> Vector<Double> {
        var matrix = matrix
        for index in 0..<matrix.rowCount {
            // A sum of squares: it is finite only where all numbers of the column, or the row, are.
            guard matrix[index, index].isFinite else { throw .notFinite("a feature") }
            matrix[index, index] += penalty
        }
        do {
            return try Cholesky(matrix).solve(vector)
        } catch {
            throw .singular(order: error.order)
        }
    }
}
