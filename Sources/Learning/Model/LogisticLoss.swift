internal import Glibc
import LinearAlgebra

/// Σᵢ ln(1 + exp(−yᵢ ⟨v, aᵢ⟩)) + (penalty / 2) ‖w‖² with aᵢ = (xᵢ, 1) and v = (w, c).
struct LogisticLoss {
    /// n × (d + 1): the points with a last column of ones.
    private let points: Matrix<Double>
    /// n labels, 1 or −1.
    private let signs: Vector<Double>
    /// d + 1 penalties; the last is 0, the intercept's.
    private let penalties: Vector<Double>

    init(_ dataset: Dataset, penalty: Double) {
        let (rows, columns) = (dataset.features.rowCount, dataset.features.columnCount)
        points = Matrix(unsafeUninitializedRows: rows, columns: columns + 1) { buffer in
            for row in 0..<rows {
                let start = row * (columns + 1)
                _ = buffer[start..<start + columns].initialize(fromContentsOf: dataset.features.row(row))
                buffer.initializeElement(at: start + columns, to: 1)
            }
        }
        signs = Vector(dataset.labels.map(\.sign))
        penalties = Vector(Array(repeating: penalty, count: columns) + [0])
    }

    var count: Int { points.columnCount }
    var rowCount: Int { points.rowCount }

    func value(at point: Vector<Double>) -> Double {
        let margins = signs.multipliedElementwise(by: points * point)
        // ln(1 + exp(−m)) without overflow: the exponent is never positive.
        let losses = margins.mapElements { log1p(exp(-abs($0))) + max(0, -$0) }
        let squares = point.multipliedElementwise(by: point)
        return losses.sum + 0.5 * penalties.dot(squares)
    }

    func gradient(at point: Vector<Double>) -> Vector<Double> {
        let scores = points * point
        // d/ds ln(1 + exp(−y s)) = −y / (1 + exp(y s)).
        let slopes = scores.combineElements(with: signs) { score, sign in -sign / (1 + exp(sign * score)) }
        return points.transposed * slopes + penalties.multipliedElementwise(by: point)
    }

    func hessian(at point: Vector<Double>) -> Matrix<Double> {
        let curvatures = (points * point).mapElements { score in
            // p (1 − p) with p = 1 / (1 + exp(−s)), symmetric in s.
            let smaller = exp(-abs(score))
            return smaller / ((1 + smaller) * (1 + smaller))
        }
        return points.transposed * points.scalingRows(by: curvatures) + Matrix.diagonal(penalties)
    }
}
