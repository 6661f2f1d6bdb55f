internal import Glibc
import LinearAlgebra
import Probability

extension ThreatModel {
    /// Moves each point along a gradient, and back to where it may be.
    ///
    /// For l∞ every coordinate moves by `length` in the sign of its derivative; for l2 the point moves by
    /// `length` in the direction of the gradient. A point whose gradient is 0 stays.
    ///
    /// - Parameters:
    ///   - points: n × d.
    ///   - gradients: n × d.
    ///   - signs: for each point 1 to climb, −1 to descend.
    ///   - centres: n × d, the points from which distances count; they lie in the box.
    ///
    /// Postcondition: ‖point − centre‖ ≤ ε up to rounding, and the point lies in the box.
    func step(
        _ points: inout Matrix<Double>, along gradients: Matrix<Double>, signs: [Double],
        length: Double, around centres: Matrix<Double>
    ) {
        let width = points.columnCount
        withBounds(width) { lower, upper in
            points.withUnsafeMutableBufferPointer { points in
                gradients.withUnsafeBufferPointer { gradients in
                    centres.withUnsafeBufferPointer { centres in
                        for (row, sign) in signs.enumerated() {
                            let places = row * width..<(row + 1) * width
                            let point = UnsafeMutableBufferPointer(rebasing: points[places])
                            let slope = UnsafeBufferPointer(rebasing: gradients[places])
                            let centre = UnsafeBufferPointer(rebasing: centres[places])
                            switch norm {
                            case .lInfinity:
                                signStep(point, slope, sign * length, centre, lower, upper)
                            case .l2:
                                directionStep(point, slope, sign * length)
                                pullBack(point, centre, lower, upper)
                            }
                        }
                    }
                }
            }
        }
    }

    /// Uniform points of the balls around the centres, moved into the box.
    func randomPoints(around centres: Matrix<Double>, using generator: inout Generator) -> Matrix<Double> {
        var points = centres
        let width = centres.columnCount
        withBounds(width) { lower, upper in
            points.withUnsafeMutableBufferPointer { points in
                for start in stride(from: 0, to: points.count, by: max(1, width)) {
                    let point = UnsafeMutableBufferPointer(rebasing: points[start..<start + width])
                    let change = randomChange(width, using: &generator)
                    for column in point.indices {
                        point[column] = min(max(point[column] + change[column], lower[column]), upper[column])
                    }
                }
            }
        }
        return points
    }

    private func randomChange(_ width: Int, using generator: inout Generator) -> [Double] {
        switch norm {
        case .lInfinity: return generator.uniforms(width).map { (2 * $0 - 1) * radius }
        case .l2:
            // The share of a ball within r of its centre is rᵈ.
            let length = radius * pow(generator.uniform(), 1 / Double(width))
            return generator.pointOnSphere(dimension: width).map { length * $0 }
        }
    }

    private func withBounds(
        _ width: Int, _ body: (UnsafeBufferPointer<Double>, UnsafeBufferPointer<Double>) -> Void
    ) {
        let lower = box?.lower ?? Vector(repeating: -.infinity, count: width)
        let upper = box?.upper ?? Vector(repeating: .infinity, count: width)
        lower.withUnsafeBufferPointer { lower in
            upper.withUnsafeBufferPointer { body(lower, $0) }
        }
    }

    /// One pass: the step, the ball and the box.
    private func signStep(
        _ point: UnsafeMutableBufferPointer<Double>, _ slope: UnsafeBufferPointer<Double>, _ length: Double,
        _ centre: UnsafeBufferPointer<Double>, _ lower: UnsafeBufferPointer<Double>,
        _ upper: UnsafeBufferPointer<Double>
    ) {
        for column in point.indices {
            let direction = slope[column] > 0 ? length : slope[column] < 0 ? -length : 0
            let least = max(centre[column] - radius, lower[column])
            let most = min(centre[column] + radius, upper[column])
            point[column] = min(max(point[column] + direction, least), most)
        }
    }

    private func directionStep(
        _ point: UnsafeMutableBufferPointer<Double>, _ slope: UnsafeBufferPointer<Double>, _ length: Double
    ) {
        let size = Vector(slope).norm
        guard size > 0, size.isFinite else { return }
        for column in point.indices { point[column] += length / size * slope[column] }
    }

    /// Into the ball, then into the box: this does not leave the ball, for the centre lies in the box.
    private func pullBack(
        _ point: UnsafeMutableBufferPointer<Double>, _ centre: UnsafeBufferPointer<Double>,
        _ lower: UnsafeBufferPointer<Double>, _ upper: UnsafeBufferPointer<Double>
    ) {
        var square = 0.0
        for column in point.indices {
            square += (point[column] - centre[column]) * (point[column] - centre[column])
        }
        let distance = square.squareRoot()
        let factor = distance > radius ? radius / distance : 1
        for column in point.indices {
            let moved =
                factor < 1 ? centre[column] + factor * (point[column] - centre[column]) : point[column]
            point[column] = min(max(moved, lower[column]), upper[column])
        }
    }
}
