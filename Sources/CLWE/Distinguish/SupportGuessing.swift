internal import CallSites
internal import Glibc
public import Probability

/// Guesses coordinates that the secret lies in, and reduces a lattice of these alone: sparse secrets in more
/// dimensions than lattice reduction reaches at once.
///
/// A guess of s coordinates contains the k of the secret with the probability C(n − k, s − k) / C(n, s): the
/// smaller s, the easier the lattice and the rarer the luck.
public struct SupportGuessing: KeyFinder, Hashable {
    /// Of the pancakes that are looked for.
    public let parameters: PancakeParameters<StandardUnits>
    /// s: how many coordinates a guess has.
    public let guessSize: Int
    /// How many guesses are made before it gives up.
    public let attempts: Int
    private let seed: Int
    private let latticeSamples: Int

    /// - Parameters:
    ///   - guessSize: s, k to n; the largest that is expected to succeed where it is left out, at least k.
    ///   - attempts: at least 1.
    ///   - seed: of the guesses.
    /// - Throws: `CLWEError.sparsityOutOfRange` for a guess of another size.
    public init(
        _ parameters: PancakeParameters<StandardUnits>, guessSize: Int? = nil, attempts: Int, seed: Int,
        file: StaticString = #file, line: UInt = #line
    ) throws(CLWEError) {
        require(attempts > 0, "\(attempts) attempts", file, line)
        let size = guessSize ?? SupportGuessing.largestSize(parameters)
        guard size >= parameters.sparsity, size <= parameters.dimension else {
            throw .sparsityOutOfRange(size, dimension: parameters.dimension)
        }
        self.parameters = parameters
        self.guessSize = size
        self.attempts = attempts
        self.seed = seed
        latticeSamples = LatticeReach(parameters, keyLength: size).bestSampleCount
    }

    public var name: String {
        "lattice reduction on \(guessSize) guessed coordinates, up to \(attempts) times"
    }
    public var knowledge: Knowledge { .parameters }
    public var guarantee: Guarantee { .proven }

    /// The probability that a guess contains the secret's coordinates.
    public var luck: Double {
        (0..<parameters.sparsity).reduce(1) { product, i in
            product * Double(guessSize - i) / Double(parameters.dimension - i)
        }
    }

    public func neededSamples(dimension: Int) -> Int { latticeSamples + 200 }

    public func cost(samples: Int, dimension: Int) -> ObserverCost {
        let d = Double(latticeSamples + guessSize + 1)
        return ObserverCost(
            count: Double(attempts) * d * d * d * d * log2(d), operation: "multiplications", isEstimate: true)
    }

    /// The first key that is verified; the best of all where none is.
    public func key(in points: Points<StandardUnits>) throws(CLWEError) -> FoundKey? {
        try requireSamples(points)
        var coins = Generator(seed: seed).stream("guesses")
        var best: FoundKey?
        for _ in 0..<attempts {
            let guess = coins.sample(guessSize, of: parameters.dimension).sorted()
            let attack = try LatticeReduction(parameters, support: guess, latticeSamples: latticeSamples)
            guard let found = try attack.key(in: points)?.amongst(attempts, gamma: parameters.gamma) else {
                continue
            }
            if found.isVerified { return found }
            if found.meanCosine > best?.meanCosine ?? -1 { best = found }
        }
        return best
    }

    public func threshold(samples: Int, dimension: Int, falseAlarmRate: Double) -> Double {
        FoundKey.threshold(
            candidates: 2 * attempts * (latticeSamples + guessSize + 1),
            heldOut: max(1, samples - latticeSamples), gamma: parameters.gamma,
            falseAlarmRate: falseAlarmRate)
    }

    private static func largestSize(_ parameters: PancakeParameters<StandardUnits>) -> Int {
        let sizes = (parameters.sparsity...parameters.dimension).reversed()
        let fitting = sizes.first { size in
            let reach = LatticeReach(parameters, keyLength: size)
            return reach.margin(sampleCount: reach.bestSampleCount) >= 0
        }
        return fitting ?? parameters.sparsity
    }
}
