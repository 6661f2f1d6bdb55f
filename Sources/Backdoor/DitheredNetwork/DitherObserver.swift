import Learning
import LinearAlgebra
import Probability

/// Someone who has the pre-trained network, the size of the noise and data, and is handed a published network:
/// was its noise honest?
///
/// No such observer exists where the pre-trained network is kept secret; this is the strongest one.
public struct DitherObserver: Sendable {
    public let network: MultilayerPerceptron
    public let dither: NetworkDither
    /// The mean input of each layer, natural inputs first, of the pre-trained network.
    private let means: [Vector<Double>]
    /// An orthonormal basis of the directions in which the inputs vary, one a row.
    private let dataDirections: Matrix<Double>

    /// - Parameter rows: inputs as the network meets them, at least 1.
    /// - Throws: `DitherError`.
    public init(
        network: MultilayerPerceptron, dither: NetworkDither, rows: Matrix<Double>
    ) throws(DitherError) {
        try dither.requireFit(network)
        do { try rows.requireFiniteRows(of: network.inputCount) } catch { throw .input(error) }
        guard rows.rowCount > 0 else { throw .tooFewRows(0, needed: 1) }
        self.network = network
        self.dither = dither
        means = ([rows] + network.hiddenOutputs(of: rows)).map { $0.columnSums / Double(rows.rowCount) }
        dataDirections = try TriggerProbe(rows, triggered: rows).naturalDirections(
            min(rows.rowCount, rows.columnCount))
    }

    /// What there is to look at in a published network.
    ///
    /// - Throws: `DitherError.layerCount` or `.layerShape` for another kind of network.
    public func evidence(on published: MulticlassPerceptron) throws(DitherError) -> DitherEvidence {
        let noise = try dither.noise(of: published, over: network)
        return DitherEvidence(
            noise: noise, means: means,
            gradients: gradients(of: noise[noise.count - 1], published.network))
    }

    /// The last layer's noise as a function of the input, linearised at the mean natural values, without the
    /// directions in which the data vary: where a trigger that leads to a class must lie.
    ///
    /// - Returns: classes × inputs.
    private func gradients(
        of noise: Matrix<Double>, _ published: MultilayerPerceptron
    ) -> Matrix<Double> {
        var slopes = noise
        for index in (0..<published.layers.count - 1).reversed() {
            let values = Matrix(repeatingRow: means[index + 1], count: slopes.rowCount)
            published.activation.multiplyDerivative(at: values, into: &slopes)
            slopes = slopes * published.layers[index].weights
        }
        return slopes - (slopes * dataDirections.transposed) * dataDirections
    }
}

/// The noise of a published network, and what follows from it.
public struct DitherEvidence: Sendable {
    /// (W′ − W)/σ of each layer.
    public let noise: [Matrix<Double>]
    let means: [Vector<Double>]
    /// Classes × inputs: the slope of each class's noise along each input.
    public let gradients: Matrix<Double>
}
