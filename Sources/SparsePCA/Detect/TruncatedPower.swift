internal import LinearAlgebra
public import Probability

/// Climbs to a k-sparse direction of large variance: multiplies by S, keeps the k largest entries, and again.
///
/// Each step raises the variance, as S has no negative eigenvalue. Where the places have settled, the best
/// direction on them is computed exactly, so that the climb ends after finitely many steps. It starts from the
/// columns of the thresholded covariance with the largest norms and keeps the best of all ends. The score is the
/// variance along it.
/// Source: Yuan and Zhang 2013, algorithm 1.
public struct TruncatedPower: SpikeFinder, Hashable {
    /// k.
    public let sparsity: Int
    /// From how many columns it starts, the largest first.
    public let starts: Int
    /// How many multiplications a climb may take.
    public let stepLimit: Int

    /// - Throws: `SparsePCAError.notPositive` unless all are at least 1.
    public init(
        sparsity: Int, starts: Int = 10, stepLimit: Int = 1000
    ) throws(SparsePCAError) {
        try SparsePCAError.requirePositive(sparsity: sparsity)
        guard starts >= 1 else { throw .notPositive(name: "the number of starts", value: "\(starts)") }
        guard stepLimit >= 1 else { throw .notPositive(name: "the limit of steps", value: "\(stepLimit)") }
        self.sparsity = sparsity
        self.starts = starts
        self.stepLimit = stepLimit
    }

    public var name: String { "truncated power iteration" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition:
                "θ of the order of √(k ln n / m) from a start with a constant overlap; no start is known to "
                + "have one below k/√m",
            source: "Yuan and Zhang 2013")
    }

    /// Ten steps a start are what is seen.
    public func cost(dimension: Int) -> ObserverCost {
        let (n, k) = (Double(dimension), Double(sparsity))
        return ObserverCost(
            count: n * n + Double(starts) * 10 * n * k, operation: "multiplications", isEstimate: true)
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        try spike(in: covariance).variance
    }

    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        try SparsePCAError.require(sparsity: sparsity, in: covariance)
        let columns = covariance.softThresholded(CovarianceThresholding.usualLevel)
        let norms = (0..<columns.rowCount).map { columns.row($0).norm }
        let order = norms.indices.sorted { norms[$0] > norms[$1] }
        var climb = PowerClimb(covariance, sparsity: sparsity, stepLimit: stepLimit)
        var best: FoundSpike?
        for column in order.prefix(starts) {
            var start = columns.row(column)
            // A column without anything above the noise still names its own coordinate.
            if norms[column] == 0 { start[column] = 1 }
            let end = try climb.climbed(from: start)
            if end.variance > best?.variance ?? -.infinity { best = end }
        }
        guard let best else { throw .notPositive(name: "the number of starts", value: "\(starts)") }
        return best
    }
}
