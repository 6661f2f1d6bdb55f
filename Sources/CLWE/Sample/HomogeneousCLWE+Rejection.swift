internal import CallSites
internal import Glibc
internal import LinearAlgebra
public import Probability

/// Points that were drawn by rejection, and what that took.
public struct RejectionSample: Hashable, Sendable {
    public let points: Points<StandardUnits>
    /// How many normal vectors were drawn, the accepted ones among them.
    public let proposals: Int
}

// A second opinion on the exact sampler: slower, and written to share nothing with it but normal numbers. It
// knows the density only, not the layers' probabilities and places that the other one draws from, and sums it
// term by term.
extension HomogeneousCLWE {
    /// Draws from the distribution by throwing normal vectors away: y is kept with the probability
    /// Σᵢ exp(−(i + shift − γ⟨y, u⟩)² / 2β²) divided by the largest value that the sum can have.
    ///
    /// - Complexity: for small beta one of 0.4 / beta proposals is kept.
    public func pointsByRejection(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> RejectionSample {
        require(count >= 0, "\(count) points", file, line)
        let largest = layerSum(0)
        var rows = Matrix<Double>.zeros(rows: count, columns: secret.dimension)
        var (row, proposals) = (0, 0)
        while row < count {
            let point = Vector(generator.gaussians(secret.dimension))
            proposals += 1
            let place = parameters.gamma * point.dot(secret.direction) - parameters.shift
            guard generator.uniform() * largest < layerSum(place) else { continue }
            rows.setRow(row, to: point)
            row += 1
        }
        return RejectionSample(points: Points(rows), proposals: proposals)
    }

    /// Σᵢ exp(−(i − x)² / 2β²), all terms above 10⁻³⁵ of the largest.
    private func layerSum(_ x: Double) -> Double {
        let beta = parameters.beta
        let reach = (13 * beta).rounded(.up) + 1
        let middle = x.rounded()
        return stride(from: middle - reach, through: middle + reach, by: 1).reduce(0) { sum, i in
            sum + exp(-(i - x) * (i - x) / (2 * beta * beta))
        }
    }
}
