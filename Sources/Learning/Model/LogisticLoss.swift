internal import Glibc
import LinearAlgebra

/// Σᵢ ln(1 + exp(−yᵢ (⟨w, xᵢ⟩ + c))) + (penalty / 2) ‖w‖², a function of v = (w, c), or of v = w without c.
///
/// The points are read where they are, block by block: the score and the gradient of a block are computed
/// while it is in the cache.
struct LogisticLoss {
    /// n × d.
    private let points: Matrix<Double>
    /// n labels, 1 or −1.
    private let signs: Vector<Double>
    private let penalty: Double
    private let hasIntercept: Bool

    init(_ dataset: Dataset, penalty: Double, hasIntercept: Bool) {
        points = dataset.features
        signs = Vector(dataset.labels.map(\.sign))
        self.penalty = penalty
        self.hasIntercept = hasIntercept
    }

    /// The number of variables: d + 1, or d.
    var count: Int { points.columnCount + (hasIntercept ? 1 : 0) }
    var rowCount: Int { points.rowCount }

    private func weights(_ point: Vector<Double>) -> Vector<Double> { point.part(0..<points.columnCount) }
    private func intercept(_ point: Vector<Double>) -> Double { hasIntercept ? point[points.columnCount] : 0 }

    /// The ranges of rows that are taken together: `bytes` of points each, at least 16 rows.
    private func blocks(bytes: Int) -> [Range<Int>] {
        let size = max(16, bytes / (8 * max(1, points.columnCount)))
        return stride(from: 0, to: rowCount, by: size).map { $0..<min(rowCount, $0 + size) }
    }

    func value(at point: Vector<Double>) -> Double {
        let weights = weights(point)
        let scores = points * weights
        let intercept = intercept(point)
        var sum = 0.0
        for (score, sign) in zip(scores, signs) { sum += Self.loss(margin: sign * (score + intercept)).value }
        return sum + 0.5 * penalty * weights.dot(weights)
    }

    func valueAndGradient(at point: Vector<Double>) -> (value: Double, gradient: Vector<Double>) {
        let weights = weights(point)
        let intercept = intercept(point)
        var value = 0.5 * penalty * weights.dot(weights)
        var gradient = penalty * weights
        var slopeSum = 0.0
        // Half a processor's second cache.
        for range in blocks(bytes: 1 << 19) {
            let block = points.rows(range)
            var slopes = block * weights
            slopes.withUnsafeMutableBufferPointer { slopes in
                signs.withUnsafeBufferPointer { signs in
                    for index in slopes.indices {
                        let sign = signs[range.lowerBound + index]
                        let loss = Self.loss(margin: sign * (slopes[index] + intercept))
                        value += loss.value
                        slopes[index] = sign * loss.slope
                        slopeSum += slopes[index]
                    }
                }
            }
            gradient += block.transposed * slopes
        }
        return (value, hasIntercept ? Vector(gradient.elements + [slopeSum]) : gradient)
    }

    /// ln(1 + exp(−m)) and its derivative, without overflow: the exponent is never positive.
    @inline(__always)
    private static func loss(margin: Double) -> (value: Double, slope: Double) {
        let small = exp(-abs(margin))
        let value = log1p(small) + max(0, -margin)
        return (value, -(margin > 0 ? small : 1) / (1 + small))
    }

    func hessian(at point: Vector<Double>) -> Matrix<Double> {
        let (weights, intercept, columns) = (weights(point), intercept(point), points.columnCount)
        var result = Matrix<Double>.zeros(rows: count, columns: count)
        for range in blocks(bytes: 1 << 23) {
            let block = points.rows(range)
            let curvatures = (block * weights).mapElements { score in
                // p (1 − p) with p = 1 / (1 + exp(−s)), symmetric in s.
                let smaller = exp(-abs(score + intercept))
                return smaller / ((1 + smaller) * (1 + smaller))
            }
            let products = block.scalingRows(by: curvatures.mapElements { $0.squareRoot() }).gram
            let sums = block.transposed * curvatures
            for row in 0..<columns {
                for column in 0..<columns { result[row, column] += products[row, column] }
                if hasIntercept { result[columns, row] += sums[row] }
            }
            if hasIntercept { result[columns, columns] += curvatures.sum }
        }
        for index in 0..<columns { result[index, index] += penalty }
        return result
    }
}
