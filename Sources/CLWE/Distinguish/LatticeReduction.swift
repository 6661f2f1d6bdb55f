internal import Glibc
internal import LinearAlgebra
public import Probability

/// Looks for the key as a short vector of a lattice: breaks small k and beta whatever gamma is.
///
/// Where it stops, stronger reduction may go on: a failure is no evidence of security.
///
/// Source: Kannan's embedding and the reduction of Lenstra, Lenstra and Lovász; that noise-free pancakes fall
/// to it is Song, Zadik and Bruna 2021.
public struct LatticeReduction: KeyFinder, Hashable {
    /// Of the pancakes that are looked for.
    public let parameters: PancakeParameters<StandardUnits>
    /// The secret's coordinates, where they are known.
    public let support: [Int]?
    /// m': how many points the lattice is made of.
    public let latticeSamples: Int
    /// How far the reduction goes, in (¼, 1).
    public let delta: Double

    /// - Parameters:
    ///   - support: k different coordinates in rising order; `nil` where the observer does not know them.
    ///   - latticeSamples: m', at least 1; the number with the best prospects where it is left out.
    /// - Throws: `CLWEError.invalidSupport` and `.notPositive`.
    public init(
        _ parameters: PancakeParameters<StandardUnits>, support: [Int]? = nil, latticeSamples: Int? = nil,
        delta: Double = 0.99
    ) throws(CLWEError) {
        if let support {
            let isRising = zip(support, support.dropFirst()).allSatisfy { $0 < $1 }
            guard let first = support.first, let last = support.last, isRising, first >= 0,
                last < parameters.dimension
            else { throw .invalidSupport(support, dimension: parameters.dimension) }
        }
        let reach = LatticeReach(parameters, keyLength: support?.count ?? parameters.dimension)
        let count = latticeSamples ?? reach.bestSampleCount
        guard count > 0 else {
            throw .notPositive(name: "the number of the lattice's samples", value: "\(count)")
        }
        self.parameters = parameters
        self.support = support
        self.latticeSamples = count
        self.delta = delta
    }

    public var name: String {
        "lattice reduction, support \(support == nil ? "unknown" : "known")"
    }

    public var knowledge: Knowledge { support == nil ? .parameters : .support }
    public var guarantee: Guarantee { .proven }

    /// The dimension of the lattice.
    public var latticeDimension: Int { latticeSamples + keyLength + (parameters.shift == 0 ? 0 : 1) }

    /// The points of the lattice and 200 to try keys on.
    public func neededSamples(dimension: Int) -> Int { latticeSamples + 200 }

    /// d³ log d steps of reduction with d multiplications each is what is seen, not what is proven.
    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        let d = Double(latticeDimension)
        return ObserverCost(count: d * d * d * d * log2(d), operation: "multiplications", isEstimate: true)
    }

    /// The key with the best mean cosine on the points that are not in the lattice, of all that short vectors
    /// stand for.
    public func key(in points: Points<StandardUnits>) throws(CLWEError) -> FoundKey? {
        try requireSamples(points)
        guard points.dimension == parameters.dimension else {
            throw .dimensionMismatch(
                of: "a point", points.dimension, expected: parameters.dimension, in: "the parameters")
        }
        let places = support ?? Array(0..<points.dimension)
        let samples = points.rows.columns(places)
        let (used, rest) = (
            samples.rows(0..<latticeSamples), samples.rows(latticeSamples..<points.count)
        )
        let comb = Comb(shift: parameters.shift)
        let candidates = candidates(in: used, comb)
        let judged = candidates.map { (key: $0, cosine: comb.meanCosine(rest * $0)) }
        guard let best = judged.max(by: { $0.cosine < $1.cosine }) else { return nil }
        var frequency = Vector<Double>.zeros(points.dimension)
        for (place, entry) in zip(places, best.key) { frequency[place] = entry }
        return FoundKey(
            frequency, meanCosine: best.cosine, heldOutCount: rest.rowCount,
            candidateCount: candidateLimit, gamma: parameters.gamma)
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        FoundKey.threshold(
            candidates: candidateLimit, heldOut: max(1, samples - latticeSamples), gamma: parameters.gamma,
            falseAlarmRate: falseAlarmRate)
    }

    var keyLength: Int { support?.count ?? parameters.dimension }

    /// Each vector of the basis stands for a key and for the one that least squares make of it.
    private var candidateLimit: Int { 2 * latticeDimension }

    /// The keys that short vectors stand for, of a length that the secret can have.
    private func candidates(in samples: Matrix<Double>, _ comb: Comb) -> [Vector<Double>] {
        let lattice = PancakeLattice(
            parameters, keyLength: keyLength, sampleCount: latticeSamples)
        let basis = LatticeBasis.reduced(lattice.basis(samples), delta: delta)
        let found = basis.compactMap(lattice.frequency(of:)).flatMap { key in
            [key] + [comb.refined(key, on: samples)].compactMap { $0 }
        }
        let lengths = (0.5 * parameters.gamma)...(1.5 * parameters.gamma)
        return found.filter { lengths.contains($0.norm) }
    }
}
