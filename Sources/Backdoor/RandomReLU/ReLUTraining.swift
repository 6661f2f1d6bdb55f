import Learning
import LinearAlgebra
import Probability
import SparsePCA

/// Trains networks of random units, with honest coins or with planted ones.
///
/// Both programs are `fit`: the planter calls it with another source of weights and changes nothing else. The
/// rule for the threshold is the same, and so is the type of the network.
///
///     let training = ReLUTraining(unitCount: 2000, threshold: .mostAccurate)
///     let honest = try training.train(on: data, from: coins)
///     let planted = try training.plant(on: data, spike: .flat(20), strength: 0.4, from: coins)
///     planted.model                                  // what everybody gets
///     try planted.key.activate(rows, by: .normPreserving(length: 3))
///
/// With the same generator the honest weights z become z + √θ ζ sᵀ: only ζ is drawn in addition.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, appendix A.
public struct ReLUTraining: Hashable, Sendable, Codable {
    /// m.
    public var unitCount: Int
    /// How τ is chosen.
    public var threshold: ReLUThreshold

    public init(unitCount: Int, threshold: ReLUThreshold = .mostAccurate) {
        self.unitCount = unitCount
        self.threshold = threshold
    }

    /// The trainer: coins from the source, with the generator's stream "weights", then the threshold.
    ///
    /// With `GaussianWeights` the coins are those of `RandomReLUNetwork.honestWeights`.
    ///
    /// - Throws: `ReLUError`.
    public func fit(
        _ dataset: Dataset, weights source: some WeightSource, from generator: Generator
    ) throws(ReLUError) -> RandomReLUNetwork {
        let inputCount = dataset.features.columnCount
        guard unitCount > 0 else { throw .unitCount(unitCount) }
        guard inputCount > 0 else { throw .inputCount(inputCount) }
        var coins = generator.stream("weights")
        let weights = try source.weights(units: unitCount, inputCount: inputCount, using: &coins)
        let expected = Shape(rows: unitCount, columns: inputCount)
        guard weights.shape == expected else { throw .weightShape(weights.shape, expected: expected) }
        guard weights.isFinite else { throw .training(.notFinite("a weight")) }
        return try threshold.network(weights: weights, on: dataset)
    }

    /// Trains a network with honest coins.
    ///
    /// - Throws: `ReLUError`.
    public func train(on dataset: Dataset, from generator: Generator) throws(ReLUError) -> RandomReLUNetwork {
        try fit(dataset, weights: GaussianWeights(), from: generator)
    }

    /// Trains a network whose weights vary more along a fresh key, drawn with the generator's stream "key".
    ///
    /// - Parameter strength: θ, positive and finite.
    /// - Throws: `ReLUError`.
    public func plant(
        on dataset: Dataset, spike shape: SpikeShape, strength: Double, from generator: Generator
    ) throws(ReLUError) -> PlantedModel<RandomReLUNetwork, ReLUKey> {
        var coins = generator.stream("key")
        let covariance: SpikedCovariance
        do {
            let spike = try Spike(shape, dimension: dataset.features.columnCount, using: &coins)
            covariance = try SpikedCovariance(strength: strength, spike: spike)
        } catch {
            throw .spike(error)
        }
        return PlantedModel(
            model: try fit(dataset, weights: SpikedWeights(covariance), from: generator),
            key: ReLUKey(of: covariance))
    }
}
