/// What decides whether a sparse spike can be seen: n, k, θ and the number of samples.
///
///     let demonstration = try SpikeParameters(dimension: 400, sparsity: 40, strength: 0.4, samples: 2000)
///     print(demonstration.hardness.words)
public struct SpikeParameters: Hashable, Sendable, Codable {
    /// n.
    public let dimension: Int
    /// k: how many entries of the spike are not 0.
    public let sparsity: Int
    /// θ: the variance along the spike is 1 + θ.
    public let strength: Double
    /// m: how many points the observer is shown.
    public let samples: Int

    /// - Throws: `SparsePCAError` unless 1 ≤ k ≤ n, θ is positive and finite, and m ≥ 1.
    public init(
        dimension: Int, sparsity: Int, strength: Double, samples: Int
    ) throws(SparsePCAError) {
        guard sparsity >= 1, sparsity <= dimension else {
            throw .sparsityOutOfRange(sparsity, dimension: dimension)
        }
        guard strength > 0, strength.isFinite else {
            throw .notPositive(name: "theta", value: "\(strength)")
        }
        guard samples >= 1 else { throw .tooFewSamples(samples, needed: 1, purpose: "an observer") }
        self.dimension = dimension
        self.sparsity = sparsity
        self.strength = strength
        self.samples = samples
    }

    /// Those of an observer of `samples` points of a spiked covariance.
    ///
    /// - Throws: `SparsePCAError.tooFewSamples` unless there is at least one.
    public init(_ spiked: SpikedCovariance, samples: Int) throws(SparsePCAError) {
        try self.init(
            dimension: spiked.dimension, sparsity: spiked.spike.sparsity, strength: spiked.strength,
            samples: samples)
    }
}

extension SpikeParameters: CustomStringConvertible {
    public var description: String {
        "n = \(dimension), k = \(sparsity), theta = \(strength), m = \(samples)"
    }
}
