public import LinearAlgebra
public import Probability

/// Looks at the largest ⟨S, X⟩ among positive semidefinite X of trace 1 whose entries' magnitudes add up to at
/// most k: the best convex stand-in for a k-sparse direction, for which X = v vᵀ.
///
/// The score is that value: never below the largest variance along a k-sparse direction, never above the largest
/// eigenvalue.
///
/// Solved by CSDP. A process solves one at a time: callers on several threads wait for each other.
/// Source: d'Aspremont, El Ghaoui, Jordan and Lanckriet 2007; as a test Berthet and Rigollet 2013.
public struct SemidefiniteRelaxation: SpikeFinder, Hashable {
    /// k.
    public let sparsity: Int
    /// Of the relative gap between the value and its proof, and of how far X is from what it has to be.
    public let tolerance: Double
    /// Steps of the interior point method; 15 are usual.
    public let iterationLimit: Int

    /// n; n²/2 equations take 8 (n²/2)² bytes, 200 MB at this order.
    public static var largestDimension: Int { 100 }

    /// - Throws: `SparsePCAError.notPositive` unless all are positive.
    public init(
        sparsity: Int, tolerance: Double = 1e-8, iterationLimit: Int = 100
    ) throws(SparsePCAError) {
        try SparsePCAError.requirePositive(sparsity: sparsity)
        guard tolerance > 0, tolerance.isFinite else {
            throw .notPositive(name: "the tolerance", value: "\(tolerance)")
        }
        guard iterationLimit >= 1 else {
            throw .notPositive(name: "the limit of iterations", value: "\(iterationLimit)")
        }
        self.sparsity = sparsity
        self.tolerance = tolerance
        self.iterationLimit = iterationLimit
    }

    public var name: String { "semidefinite relaxation" }
    public var regime: ProvenRegime {
        ProvenRegime(
            condition: "θ of the order of k √(ln n / m)",
            source: "Berthet and Rigollet 2013; Amini and Wainwright 2009")
    }

    /// Fifteen Cholesky decompositions of order n²/2 are what is seen.
    public func cost(dimension: Int) -> ObserverCost {
        let k = Double(dimension * (dimension - 1) / 2 + 2)
        return ObserverCost(count: 15 * k * k * k / 6, operation: "multiplications", isEstimate: true)
    }

    public func score(_ covariance: SampleCovariance) throws(SparsePCAError) -> Double {
        try optimum(covariance).value
    }

    /// The top eigenvector of X.
    public func spike(in covariance: SampleCovariance) throws(SparsePCAError) -> FoundSpike {
        let top = try FoundSpike(topOf: try optimum(covariance).matrix)
        return try FoundSpike(top.direction, in: covariance)
    }

    /// X and its value.
    ///
    /// - Throws: `SparsePCAError.notConverged` with the residual, `.tooLarge` above `largestDimension`.
    public func optimum(_ covariance: SampleCovariance) throws(SparsePCAError) -> RelaxedSpike {
        try SparsePCAError.require(sparsity: sparsity, in: covariance)
        let n = covariance.dimension
        // The only X without entries off the diagonal whose magnitudes add up to 1 are mixtures of coordinates.
        if sparsity == 1 { return bestCoordinate(covariance) }
        guard n <= SemidefiniteRelaxation.largestDimension else {
            throw .tooLarge(
                solver: name, count: "\(n)", limit: "\(SemidefiniteRelaxation.largestDimension)",
                unit: "dimensions")
        }
        let solution = try program(covariance).solved(
            iterationLimit: iterationLimit, tolerance: tolerance, solver: name)
        return RelaxedSpike(
            matrix: solution.matrix, value: solution.primal, upperBound: solution.dual,
            residual: solution.residual)
    }

    /// With P, N ≥ 0 for the positive and the negative parts above the diagonal, in the diagonal block, and one
    /// number for what is left of the bound: X = P − N above the diagonal, tr X = 1, Σ (P + N) + left = (k − 1)/2.
    private func program(_ covariance: SampleCovariance) -> SemidefiniteProgram {
        let n = covariance.dimension
        let pairs = n * (n - 1) / 2
        var program = SemidefiniteProgram(objective: covariance.matrix, diagonalCount: 2 * pairs + 1)
        program.require((0..<n).map { .dense(row: $0, column: $0, 1) }, equal: 1)
        program.require((0...2 * pairs).map { .diagonal($0, 1) }, equal: Double(sparsity - 1) / 2)
        var pair = 0
        for row in 0..<n {
            for column in row + 1..<n {
                // An entry off the diagonal stands for both of its pair, so ½ makes it X's.
                program.require(
                    [
                        .dense(row: row, column: column, 0.5), .diagonal(pair, -1),
                        .diagonal(pairs + pair, 1),
                    ], equal: 0)
                pair += 1
            }
        }
        return program
    }

    private func bestCoordinate(_ covariance: SampleCovariance) -> RelaxedSpike {
        let variances = covariance.variances
        let place = variances.indices.max { variances[$0] < variances[$1] } ?? 0
        var matrix = Matrix<Double>.zeros(rows: covariance.dimension, columns: covariance.dimension)
        matrix[place, place] = 1
        return RelaxedSpike(
            matrix: matrix, value: variances[place], upperBound: variances[place], residual: 0)
    }
}

/// The solution of a `SemidefiniteRelaxation`.
public struct RelaxedSpike: Hashable, Sendable {
    /// X: positive semidefinite, of trace 1, close to v vᵀ where a spike v is clear.
    public let matrix: Matrix<Double>
    /// ⟨S, X⟩.
    public let value: Double
    /// What no X exceeds, by the dual problem.
    public let upperBound: Double
    /// The largest of the relative gap between both and of X's relative violations.
    public let residual: Double
}
