internal import LinearAlgebra

/// The steps of `TruncatedPower` from one start, in memory that all starts share.
struct PowerClimb {
    private let covariance: SampleCovariance
    private let sparsity: Int
    private let stepLimit: Int
    private var product: [Double]
    private var selection = LargestPlaces()
    /// The places of the current direction's entries, in rising order, and the entries.
    private var places: [Int] = []
    private var entries: [Double] = []

    init(_ covariance: SampleCovariance, sparsity: Int, stepLimit: Int) {
        self.covariance = covariance
        self.sparsity = sparsity
        self.stepLimit = stepLimit
        product = Array(repeating: 0, count: covariance.dimension)
    }

    /// Where the climb ends.
    ///
    /// - Throws: `SparsePCAError.notConverged` with ‖w − v‖ for the last direction v and the one w that follows it.
    mutating func climbed(from start: Vector<Double>) throws(SparsePCAError) -> FoundSpike {
        product = start.elements
        truncate()
        var settled: FoundSpike?
        for _ in 0..<stepLimit {
            let last = places
            multiply()
            truncate()
            if places != last { continue }
            let exact = try FoundSpike(bestOn: places, in: covariance)
            // A variance that no longer rises: the places are a tie.
            if let settled, exact.variance <= settled.variance * (1 + 1e-12) { return settled }
            entries = places.map { exact.direction[$0] }
            multiply()
            truncate()
            if places == last { return exact }
            settled = exact
        }
        throw .notConverged(
            solver: "truncated power iteration", steps: stepLimit, residual: movement(), wanted: 0)
    }

    /// S v for the sparse v, row by row: S is symmetric.
    private mutating func multiply() {
        let (n, places, entries) = (covariance.dimension, places, entries)
        covariance.matrix.withUnsafeBufferPointer { matrix in
            product.withUnsafeMutableBufferPointer { product in
                product.update(repeating: 0)
                for (place, entry) in zip(places, entries) {
                    let row = UnsafeBufferPointer(rebasing: matrix[place * n..<(place + 1) * n])
                    for index in 0..<n { product[index] += entry * row[index] }
                }
            }
        }
    }

    /// Keeps the largest entries of the product, scaled to length 1.
    private mutating func truncate() {
        places = selection.find(sparsity, in: product)
        let length = places.reduce(0) { $0 + product[$1] * product[$1] }.squareRoot()
        entries = places.map { product[$0] / length }
    }

    /// ‖w − v‖ for the current direction v and the one w that follows it.
    private mutating func movement() -> Double {
        var last = Vector<Double>.zeros(covariance.dimension)
        for (place, entry) in zip(places, entries) { last[place] = entry }
        multiply()
        truncate()
        for (place, entry) in zip(places, entries) { last[place] -= entry }
        return last.norm
    }
}
