internal import LinearAlgebra

/// Walks through all sets of k coordinates, one after the other, and skips those that cannot be the best.
///
/// The largest eigenvalue λ of a symmetric k × k matrix A with the mean eigenvalue μ = tr A / k is at most
/// μ + √((k − 1)/k (‖A‖² − k μ²)): with λ given, the squares of the others are smallest if they are equal.
/// Trace and norm of a set follow from those of the set without its last member by reading k entries.
struct SupportSearch {
    private let covariance: SampleCovariance
    private let sparsity: Int
    private(set) var best: FoundSpike
    private var places: [Int] = []

    init(_ covariance: SampleCovariance, sparsity: Int, best: FoundSpike) {
        self.covariance = covariance
        self.sparsity = sparsity
        self.best = best
    }

    mutating func run() throws(SparsePCAError) {
        try extend(from: 0, trace: 0, squares: 0)
    }

    /// Adds coordinates from `first` on to the set, which has the given trace and sum of squared entries.
    private mutating func extend(
        from first: Int, trace: Double, squares: Double
    ) throws(SparsePCAError) {
        if places.count == sparsity { return try judge(trace: trace, squares: squares) }
        let last = covariance.dimension - (sparsity - places.count)
        guard first <= last else { return }
        for place in first...last {
            let variance = covariance.matrix[place, place]
            var added = variance * variance
            for other in places {
                let entry = covariance.matrix[place, other]
                added += 2 * entry * entry
            }
            places.append(place)
            try extend(from: place + 1, trace: trace + variance, squares: squares + added)
            places.removeLast()
        }
    }

    private mutating func judge(trace: Double, squares: Double) throws(SparsePCAError) {
        let k = Double(sparsity)
        let mean = trace / k
        let spread = max(0, (k - 1) / k * (squares - k * mean * mean)).squareRoot()
        // Rounding must not exclude the best: a bound that equals the record is looked at.
        guard mean + spread >= best.variance * (1 - 1e-12) else { return }
        let candidate = try FoundSpike(bestOn: places, in: covariance)
        if candidate.variance > best.variance { best = candidate }
    }
}
