import LinearAlgebra
import Probability

/// Rows in two clusters, each row with the nearer centre.
///
/// Lloyd's iteration from starts drawn as k-means++ does; the best of several. Source: Lloyd 1982; Arthur and
/// Vassilvitskii 2007.
struct TwoMeans {
    /// Whether each row is in the second cluster.
    private(set) var isSecond: [Bool]
    /// The sum of the squared distances from the centres.
    private(set) var inertia: Double

    /// - Parameter rows: at least 2.
    init(_ rows: Matrix<Double>, starts: Int, using coins: inout Generator) {
        var best = TwoMeans(rows, from: Self.start(rows, &coins))
        for _ in 1..<max(1, starts) {
            let other = TwoMeans(rows, from: Self.start(rows, &coins))
            if other.inertia < best.inertia { best = other }
        }
        self = best
    }

    private init(_ rows: Matrix<Double>, from start: (Vector<Double>, Vector<Double>)) {
        var (first, second) = start
        isSecond = []
        inertia = .infinity
        // Every step lowers the inertia, so the iteration ends.
        while true {
            let a = Self.squaredDistances(rows, first)
            let b = Self.squaredDistances(rows, second)
            let next = zip(a, b).map { $0 > $1 }
            inertia = zip(a, b).reduce(0) { $0 + min($1.0, $1.1) }
            if next == isSecond { break }
            isSecond = next
            if let centre = Self.mean(rows, next, false) { first = centre }
            if let centre = Self.mean(rows, next, true) { second = centre }
        }
    }

    /// The share of the smaller cluster.
    var smallerShare: Double {
        let count = isSecond.count { $0 }
        return Double(min(count, isSecond.count - count)) / Double(isSecond.count)
    }

    /// The mean over the rows of (b − a) / max(a, b), with a the mean distance from the others of the row's
    /// cluster and b from those of the other one; a row alone in its cluster counts 0.
    ///
    /// Source: Rousseeuw 1987.
    func silhouette(_ rows: Matrix<Double>) -> Double {
        let sizes = [isSecond.count { !$0 }, isSecond.count { $0 }]
        guard sizes[0] > 0, sizes[1] > 0 else { return 0 }
        var sum = 0.0
        for row in 0..<rows.rowCount where sizes[isSecond[row] ? 1 : 0] > 1 {
            var totals = [0.0, 0.0]
            for (other, square) in Self.squaredDistances(rows, rows.row(row)).enumerated() {
                totals[isSecond[other] ? 1 : 0] += square.squareRoot()
            }
            let own = isSecond[row] ? 1 : 0
            let (near, far) = (totals[own] / Double(sizes[own] - 1), totals[1 - own] / Double(sizes[1 - own]))
            if max(near, far) > 0 { sum += (far - near) / max(near, far) }
        }
        return sum / Double(rows.rowCount)
    }

    /// A row drawn evenly, and one drawn with its squared distance from it for a weight.
    private static func start(
        _ rows: Matrix<Double>, _ coins: inout Generator
    ) -> (Vector<Double>, Vector<Double>) {
        let first = rows.row(coins.integer(below: rows.rowCount))
        let squares = squaredDistances(rows, first)
        var left = coins.uniform() * squares.reduce(0, +)
        for (row, square) in squares.enumerated() {
            left -= square
            if left < 0 { return (first, rows.row(row)) }
        }
        return (first, rows.row(rows.rowCount - 1))
    }

    private static func squaredDistances(_ rows: Matrix<Double>, _ centre: Vector<Double>) -> [Double] {
        let width = rows.columnCount
        return rows.withUnsafeBufferPointer { rows in
            centre.withUnsafeBufferPointer { centre in
                (0..<(width == 0 ? 0 : rows.count / width)).map { row in
                    var sum = 0.0
                    for column in 0..<width {
                        let difference = rows[row * width + column] - centre[column]
                        sum += difference * difference
                    }
                    return sum
                }
            }
        }
    }

    private static func mean(_ rows: Matrix<Double>, _ isSecond: [Bool], _ side: Bool) -> Vector<Double>? {
        let members = isSecond.indices.filter { isSecond[$0] == side }
        return members.isEmpty ? nil : rows.rows(members).columnSums / Double(members.count)
    }
}
