internal import Glibc
internal import LinearAlgebra
public import Probability

/// Tries every set of k coordinates: nothing that looks for k-sparse directions sees more, and only small n and k
/// can be tried.
///
/// The score is the largest variance along any k-sparse direction, exactly.
/// Source: Berthet and Rigollet 2013, "Optimal detection of sparse principal components in high dimension".
public struct ExhaustiveSearch: SpikeFinder, Hashable {
    /// k.
    public let sparsity: Int
    /// How many sets of coordinates it is ready to try.
    public let limit: Double

    /// - Throws: `SparsePCAError.notPositive` unless both are positive.
    public init(sparsity: Int, limit: Double = 1e8) throws(SparsePCAError) {
        try SparsePCAError.requirePositive(sparsity: sparsity)
        guard limit > 0, limit.isFinite else { throw .notPositive(name: "the limit", value: "\(limit)") }
        self.sparsity = sparsity
        self.limit = limit
    }

    public var name: String { "exhaustive search" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition: "θ of the order of √(k ln(n/k) / m): no test does better by more than a constant",
            source: "Berthet and Rigollet 2013, Annals of Statistics")
    }

    /// Without the eigenvalues of the sets that cannot be excluded.
    public func cost(dimension: Int) -> ObserverCost {
        ObserverCost(
            count: count(in: dimension).rounded() * Double(sparsity), operation: "entries read")
    }

    /// C(n, k), to about 14 digits.
    private func count(in dimension: Int) -> Double {
        let (n, k) = (Double(dimension), Double(sparsity))
        return n < k ? 0 : exp(lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1))
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        try spike(in: covariance).variance
    }

    /// - Throws: `SparsePCAError.tooLarge` where there are more sets than `limit`.
    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        try SparsePCAError.require(sparsity: sparsity, in: covariance)
        let count = count(in: covariance.dimension)
        guard count.rounded() <= limit else {
            throw .tooLarge(
                solver: name, count: "\(count.rounded())", limit: "\(limit)", unit: "sets of coordinates")
        }
        // A good guess first: most sets are then excluded without their eigenvalues.
        let guess = try TruncatedPower(sparsity: sparsity).spike(in: covariance)
        var search = SupportSearch(covariance, sparsity: sparsity, best: guess)
        try search.run()
        return search.best
    }
}
