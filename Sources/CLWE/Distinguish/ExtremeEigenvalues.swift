internal import LinearAlgebra
public import Probability

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

    public func score(_ points: Points<StandardUnits>) throws(CLWEError) -> Double {
        try requireSamples(points)
        guard let values = try? points.rows.gram.symmetricEigenvalues(), let largest = values.first,
            let smallest = values.last
        else { throw .notFinite(name: "an eigenvalue of the points", value: "nan") }
        // The law is about YᵀY / m.
        let (m, n) = (points.count, points.dimension)
        let upper = MarchenkoPastur.standardised(largest: largest / Double(m), samples: m, dimension: n)
        guard m > n else { return upper }
        let lower = MarchenkoPastur.standardised(smallest: smallest / Double(m), samples: m, dimension: n)
        return max(upper, lower)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        TracyWidom.quantile(exceededWith: samples > dimension ? falseAlarmRate / 2 : falseAlarmRate)
    }
}
