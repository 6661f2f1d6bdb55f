import CallSites
import LinearAlgebra

/// Fits a weighted sum to real numbers, or to the labels −1 and 1, by penalised least squares.
///
/// Minimises Σᵢ (⟨w, xᵢ⟩ + c − yᵢ)² + penalty ‖w‖²; the intercept c is not penalised. scikit-learn's
/// `Ridge(alpha: penalty)` has the same minimum.
///
/// The normal equations (XᵀX + penalty · I) w = Xᵀy by Cholesky, of centred columns where there is an
/// intercept: these are centred a block at a time, in one pass over the rows. Or, with more columns than rows,
/// the smaller system w = Xᵀ (XXᵀ + penalty · I)⁻¹ y.
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
    /// - Complexity: n·d·min(n, d)/2 + min(n, d)³/3 multiplications; allocates a few times min(n, d)² numbers, and
    ///   with an intercept one block of rows, or all rows where there are fewer than columns.
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
        let centredTargets = targets.mapElements { $0 - mean }
        let (weights, means) =
            rows.rowCount >= rows.columnCount
            ? try solveCentred(rows, centredTargets) : try solveWideCentred(rows, centredTargets)
        return LinearFunction(weights: weights, intercept: mean - weights.dot(means))
    }

    /// The weights and the columns' means, by the normal equations divided by n: their matrix is the covariance.
    private func solveCentred(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> (weights: Vector<Double>, means: Vector<Double>) {
        let count = Double(rows.rowCount)
        var moments = RowMoments<Double>(columnCount: rows.columnCount)
        moments.add(rows)
        // Σ (x − m) y = Σ x y − m Σ y, and Σ y is 0 up to rounding, which a large mean would make much of.
        let products = rows.transposed * targets - targets.sum * moments.mean
        do {
            var system = try moments.covariance(.count)
            for index in 0..<system.rowCount { system[index, index] += penalty / count }
            return (try system.solvePositiveDefinite(products / count), moments.mean)
        } catch let error as NotPositiveDefiniteError {
            throw rows.isFinite ? .singular(order: error.order) : .notFinite("a feature")
        } catch {
            throw .notFinite("a feature")
        }
    }

    /// The same for more columns than rows, with a centred copy of the rows.
    private func solveWideCentred(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> (weights: Vector<Double>, means: Vector<Double>) {
        let means = (1 / Double(rows.rowCount)) * rows.columnSums
        return (try solve(Self.centred(rows, means), targets), means)
    }

    /// The rows minus the means.
    private static func centred(_ rows: Matrix<Double>, _ means: Vector<Double>) -> Matrix<Double> {
        let width = rows.columnCount
        return Matrix(unsafeUninitializedRows: rows.rowCount, columns: width) { result in
            LargeBuffer.prepare(result)
            means.withUnsafeBufferPointer { means in
                for row in 0..<rows.rowCount {
                    rows.row(row).withUnsafeBufferPointer { source in
                        for column in 0..<width {
                            result[row * width + column] = source[column] - means[column]
                        }
                    }
                }
            }
        }
    }

    /// The weights without an intercept.
    private func solve(
        _ rows: Matrix<Double>, _ targets: Vector<Double>
    ) throws(TrainingError) -> Vector<Double> {
        do {
            return try rows.solveRidge(targets, penalty: penalty)
        } catch {
            guard rows.isFinite else { throw .notFinite("a feature") }
            throw .singular(order: error.order)
        }
    }
}
