internal import LinearAlgebra
public import Probability

/// Looks at the largest eigenvalue of the covariance after its small entries were made 0.
///
/// The noise of an entry is 1/√m; a flat spike makes k² entries as large as θ/k. Every entry of S − I is moved
/// towards 0 by `level`/√m, which leaves little of the noise and what sticks out of it.
/// Source: Krauthgamer, Nadler and Vilenchik 2015; Deshpande and Montanari 2014.
public struct CovarianceThresholding: SpikeFinder, Hashable {
    /// How many standard errors of an entry are taken away.
    public let level: Double

    /// The level that showed the largest power of ½, 1, 1½, 2 and 2½ at n = 200, m = 400, k = 5 and 10; our choice.
    public static var usualLevel: Double { 1.5 }

    /// - Parameter level: positive and finite.
    /// - Throws: `SparsePCAError.notPositive`.
    public init(level: Double = usualLevel) throws(SparsePCAError) {
        guard level > 0, level.isFinite else {
            throw .notPositive(name: "the level", value: "\(level)")
        }
        self.level = level
    }

    public var name: String { "covariance thresholding" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition: "θ of the order of k/√m, for n/m and θ that do not grow",
            source: "Deshpande and Montanari 2014")
    }

    public func cost(dimension: Int) -> ObserverCost {
        let n = Double(dimension)
        return ObserverCost(count: 4 / 3 * n * n * n, operation: "multiplications")
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        let thresholded = covariance.softThresholded(level)
        let values = try SparsePCAError.converting { try thresholded.symmetricEigenvalues() }
        return values[0]
    }

    /// The top eigenvector of the thresholded matrix.
    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        let top = try FoundSpike(topOf: covariance.softThresholded(level))
        return try FoundSpike(top.direction, in: covariance)
    }
}
