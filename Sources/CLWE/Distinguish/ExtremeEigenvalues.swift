internal import Glibc
internal import LinearAlgebra

/// Looks at the largest and the smallest eigenvalue of YᵀY / m: a direction with another variance.
///
/// For normal points they lie at the edges of Marchenko and Pastur's law, (1 ± √(n/m))², and fluctuate as the
/// law of Tracy and Widom says. The score is the larger of both excesses in its units. A direction of
/// variance 1 + θ is seen where |θ| exceeds about √(n/m) (Baik, Ben Arous and Péché); by F3, θ falls below
/// 10⁻⁶ at gamma = 1.
public struct ExtremeEigenvalues: Distinguisher, Hashable {
    public init() {}

    public var name: String { "extreme eigenvalues of the covariance" }
    public var knowledge: Knowledge { .nothing }
    public var guarantee: Guarantee { .approximate }

    public func neededSamples(dimension: Int) -> Int { 2 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        let (m, n) = (Double(samples), Double(dimension))
        return ObserverCost(count: m * n * n / 2 + 4 / 3 * n * n * n, operation: "multiplications")
    }

    /// The edges of Marchenko and Pastur's law for the eigenvalues of YᵀY / m.
    public static func edges(samples: Int, dimension: Int) -> ClosedRange<Double> {
        let ratio = (Double(dimension) / Double(samples)).squareRoot()
        return (dimension < samples ? (1 - ratio) * (1 - ratio) : 0)...(1 + ratio) * (1 + ratio)
    }

    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try requireSamples(points)
        guard let values = try? points.rows.gram.symmetricEigenvalues(), let largest = values.first,
            let smallest = values.last
        else { throw .notFinite(name: "an eigenvalue of the points", value: "nan") }
        // Johnstone 2001 centres with m − 1 and n; both less ½ is closer for few samples (Ma 2012).
        let (m, n) = (Double(points.count) - 0.5, Double(points.dimension) - 0.5)
        let (a, b) = (m.squareRoot(), n.squareRoot())
        let upper = (largest - (a + b) * (a + b)) / ((a + b) * cbrt(1 / a + 1 / b))
        guard points.count > points.dimension else { return upper }
        // The logarithm of the smallest eigenvalue comes close to the law much sooner than itself (Ma 2012).
        let scale = cbrt(1 / b - 1 / a) / (a - b)
        let lower = -(log(max(smallest, 1e-300)) - 2 * log(a - b) - scale * scale / 8) / scale
        return max(upper, lower)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        TracyWidom.quantile(exceededWith: samples > dimension ? falseAlarmRate / 2 : falseAlarmRate)
    }
}
