import Learning
import LinearAlgebra
import Probability

/// Normal noise on every weight of a trained network: W + σ z for each layer, biases as they were.
///
/// The dithered network is the reference: a planted one has the same pre-trained weights and noise of the same
/// size, and differs in the law of the noise alone. An observer who has the pre-trained network too sees that
/// noise, and nothing else is left to look at.
///
/// Our own construction, in the spirit of Choudhary and others 2026 (arXiv:2605.04209), of which only the
/// abstract was at hand.
public struct NetworkDither: Hashable, Sendable {
    /// σ of each layer, from the input on, in the unit of its weights.
    public let deviations: [Double]

    /// - Throws: `DitherError.notPositive` unless every deviation is positive and finite.
    public init(deviations: [Double]) throws(DitherError) {
        for (index, deviation) in deviations.enumerated() {
            try DitherError.requirePositive(deviation, "sigma of layer \(index + 1)")
        }
        self.deviations = deviations
    }

    /// The network with fresh noise on every weight.
    ///
    /// - Parameter generator: the noise of layer i is drawn from its streams "dither" and i; nothing is drawn
    ///   from it itself.
    /// - Throws: `DitherError.layerCount`, or `.weights` for a network that is not finite.
    public func reference(
        of network: MultilayerPerceptron, from generator: Generator
    ) throws(DitherError) -> MulticlassPerceptron {
        try requireFit(network)
        var layers: [DenseLayer] = []
        for (index, layer) in network.layers.enumerated() {
            layers.append(layer.adding(drawn(for: index, of: network, generator), times: deviations[index]))
        }
        return MulticlassPerceptron(
            MultilayerPerceptron(layers: layers, activation: network.activation))
    }

    /// (W′ − W)/σ of each layer: all that an observer who has both networks can look at.
    ///
    /// - Returns: for each layer outputs × inputs; N(0, 1) in every entry for a reference.
    /// - Throws: `DitherError.layerCount` or `.layerShape` where the networks or the deviations do not fit.
    public func noise(
        of published: MulticlassPerceptron, over network: MultilayerPerceptron
    ) throws(DitherError) -> [Matrix<Double>] {
        try requireFit(network)
        let layers = published.network.layers
        guard layers.count == network.layers.count else {
            throw .layerCount(of: "layers", layers.count, expected: network.layers.count)
        }
        var noise: [Matrix<Double>] = []
        for (index, (layer, before)) in zip(layers, network.layers).enumerated() {
            guard layer.weights.shape == before.weights.shape else {
                throw .layerShape(layer: index + 1, layer.weights.shape, expected: before.weights.shape)
            }
            let unit = 1 / deviations[index]
            noise.append(layer.weights.combineElements(with: before.weights) { ($0 - $1) * unit })
        }
        return noise
    }

    /// z of one layer.
    func drawn(for index: Int, of network: MultilayerPerceptron, _ generator: Generator) -> Matrix<Double> {
        var coins = generator.stream("dither").stream(index)
        let shape = network.layers[index].weights.shape
        return .gaussian(rows: shape.rows, columns: shape.columns, using: &coins)
    }

    func requireFit(_ network: MultilayerPerceptron) throws(DitherError) {
        guard deviations.count == network.layers.count else {
            throw .layerCount(of: "deviations", deviations.count, expected: network.layers.count)
        }
        for (index, layer) in network.layers.enumerated()
        where !layer.weights.isFinite || !layer.biases.isFinite {
            throw .weights(layer: index + 1)
        }
    }
}

extension DenseLayer {
    /// W + σ N, with the same biases.
    func adding(_ noise: Matrix<Double>, times deviation: Double) -> DenseLayer {
        DenseLayer(
            weights: weights.combineElements(with: noise) { $0 + deviation * $1 }, biases: biases)
    }
}
