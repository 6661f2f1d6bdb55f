/// One experiment of a phase diagram: a spike, or noise of the same size.
public struct PhasePoint: Hashable, Sendable, Codable {
    /// n.
    public let dimension: Int
    /// k, also for noise: what the detectors look for.
    public let sparsity: Int
    /// θ, 0 for noise.
    public let strength: Double
    /// m.
    public let samples: Int
    /// Noise is drawn in several rounds of repetitions, counted from 0.
    public let round: Int

    init(dimension: Int, sparsity: Int, strength: Double, samples: Int, round: Int) {
        self.dimension = dimension
        self.sparsity = sparsity
        self.strength = strength
        self.samples = samples
        self.round = round
    }

    init(_ parameters: SpikeParameters) {
        self.init(
            dimension: parameters.dimension, sparsity: parameters.sparsity, strength: parameters.strength,
            samples: parameters.samples, round: 0)
    }

    /// Noise of the size of these parameters.
    init(noiseOf parameters: SpikeParameters, round: Int) {
        self.init(
            dimension: parameters.dimension, sparsity: parameters.sparsity, strength: 0,
            samples: parameters.samples, round: round)
    }
}

extension SpikeParameters {
    /// Every combination of the given numbers, the strengths running fastest.
    ///
    /// - Throws: `SparsePCAError` for a combination that cannot be, such as k > n.
    public static func grid(
        dimensions: [Int], sparsities: [Int], strengths: [Double], samples: [Int]
    ) throws(SparsePCAError) -> [SpikeParameters] {
        var points: [SpikeParameters] = []
        for dimension in dimensions {
            for count in samples {
                for sparsity in sparsities {
                    for strength in strengths {
                        points.append(
                            try SpikeParameters(
                                dimension: dimension, sparsity: sparsity, strength: strength,
                                samples: count))
                    }
                }
            }
        }
        return points
    }
}
