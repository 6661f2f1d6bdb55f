internal import LinearAlgebra
public import Probability

/// Looks at the largest eigenvalue of the covariance: sees any spike, sparse or not, that is strong enough.
///
/// The score is centred and scaled so that for noise it follows the law of Tracy and Widom.
public struct TopEigenvalue: SpikeFinder, AnalyticThreshold, Hashable {
    public init() {}

    public var name: String { "largest eigenvalue" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition: "θ > √(n/m) for growing n and m",
            source: "Baik, Ben Arous and Péché 2005; Baik and Silverstein 2006")
    }
    public var guarantee: Guarantee { .approximate }

    public func cost(dimension: Int) -> ObserverCost {
        let n = Double(dimension)
        return ObserverCost(count: 4 / 3 * n * n * n, operation: "multiplications")
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        let values = try SparsePCAError.converting { try covariance.matrix.symmetricEigenvalues() }
        return MarchenkoPastur.standardised(
            largest: values[0], samples: covariance.samples, dimension: covariance.dimension)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        TracyWidom.quantile(exceededWith: falseAlarmRate)
    }

    /// The eigenvector, which is not sparse.
    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        try FoundSpike(topOf: covariance.matrix)
    }
}

extension FoundSpike {
    /// The largest eigenvalue of a matrix and its vector.
    init(topOf matrix: Matrix<Double>) throws(SparsePCAError) {
        let top = try SparsePCAError.converting { try SymmetricEigen(matrix, largest: 1) }
        self.init(top.vectors.row(0), variance: top.values[0])
    }
}

extension SparsePCAError {
    /// What LAPACK says, as an error of this module.
    static func converting<Result>(
        _ body: () throws -> Result
    ) throws(SparsePCAError) -> Result {
        do { return try body() } catch { throw .eigenvalues("\(error)") }
    }
}
