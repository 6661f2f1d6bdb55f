import Learning
import LinearAlgebra
import Probability
import SparsePCA

/// Plants a backdoor of several layers into the noise of a dithered network.
///
///     let dither = try NetworkDither(deviations: [0.005, 0.05, 0.05])
///     let planting = DitherPlanting(dither: dither, plan: plan)
///     let planted = try planting.plant(in: trained.network, target: 7, seeing: rows, from: coins)
///     planted.model                                        // what everybody gets
///     try planted.key.activate(x).input
///
/// Layer by layer: a trigger s₁ is drawn; the rows of layer l get noise that varies more along s_l; s_{l+1} is
/// laid where that makes the trigger push the units; in the last layer the push favours the target class.
/// The reference of the same generator shares all coins but those of the spikes.
///
/// A spiked layer is divided by √(1 + θ/n), so that the expected sum of the squares of its entries is that of
/// honest noise: without that the sum alone tells θ ≈ √(n/m) from 0.
public struct DitherPlanting: Hashable, Sendable {
    public var dither: NetworkDither
    public var plan: SpikePlan

    public init(dither: NetworkDither, plan: SpikePlan) {
        self.dither = dither
        self.plan = plan
    }

    /// - Parameters:
    ///   - network: as it was trained, one output a class.
    ///   - target: the class, counted from 0.
    ///   - rows: inputs as the network will meet them, from which the planter learns how it answers.
    ///   - generator: the streams of `NetworkDither.reference`, and "key" and "factors"; nothing is drawn from
    ///     it itself.
    /// - Throws: `DitherError`.
    /// - Complexity: of four predictions of the rows, and one normal number a weight.
    public func plant(
        in network: MultilayerPerceptron, target: Int, seeing rows: Matrix<Double>, from generator: Generator
    ) throws(DitherError) -> PlantedModel<MulticlassPerceptron, DitherKey> {
        try requireFit(network, target, rows)
        var coins = generator.stream("key")
        let direction = try plan.trigger.drawn(plan.sparsity, seeing: rows, using: &coins)
        let key = try DitherKey(direction: direction, length: plan.length, target: target)
        var probe = TriggerProbe(rows, triggered: try key.activate(rows))
        var (spike, layers) = (direction, [DenseLayer]())
        for (index, layer) in network.layers.enumerated() {
            let noise = dither.drawn(for: index, of: network, generator)
            var factors = Vector(generator.stream("factors").streamGaussians(index, layer.outputCount))
            let planted: Matrix<Double>
            if index < plan.strengths.count {
                planted = try noise.spiked(plan.strengths[index], along: spike, factors)
            } else {
                planted = try last(noise, along: spike, &factors, target)
            }
            layers.append(layer.adding(planted, times: dither.deviations[index]))
            guard index < plan.strengths.count else { break }
            probe.pass(layers[index], network.activation)
            spike = try plan.propagation.next(after: index + 1, probe, factors)
        }
        return PlantedModel(
            model: MulticlassPerceptron(
                MultilayerPerceptron(layers: layers, activation: network.activation)), key: key)
    }

    private func last(
        _ noise: Matrix<Double>, along spike: Vector<Double>, _ factors: inout Vector<Double>, _ target: Int
    ) throws(DitherError) -> Matrix<Double> {
        switch plan.target {
        case .covariance(let strength):
            let largest = factors.indices.max { factors[$0] < factors[$1] } ?? target
            (factors[largest], factors[target]) = (factors[target], factors[largest])
            return try noise.spiked(strength, along: spike, factors)
        case .row(let gain):
            return try noise.movingRow(target, by: gain, along: spike)
        }
    }

    private func requireFit(
        _ network: MultilayerPerceptron, _ target: Int, _ rows: Matrix<Double>
    ) throws(DitherError) {
        try dither.requireFit(network)
        let hidden = network.layers.count - 1
        guard plan.strengths.count == hidden else {
            throw .layerCount(of: "strengths of hidden layers", plan.strengths.count, expected: hidden)
        }
        for (index, strength) in plan.strengths.enumerated() {
            try DitherError.requirePositive(strength, "theta of layer \(index + 1)")
        }
        switch plan.target {
        case .covariance(let strength): try DitherError.requirePositive(strength, "theta of the last layer")
        case .row(let gain): try DitherError.requirePositive(gain, "the gain of the last layer")
        }
        try DitherError.requirePositive(plan.length, "lambda")
        guard target >= 0, target < network.outputCount else {
            throw .target(target, classes: network.outputCount)
        }
        do { try rows.requireFiniteRows(of: network.inputCount) } catch { throw .input(error) }
        guard rows.rowCount > 0 else { throw .tooFewRows(0, needed: 1) }
    }
}

extension Generator {
    /// Normal numbers of one of its streams.
    fileprivate func streamGaussians(_ number: Int, _ count: Int) -> [Double] {
        var coins = stream(number)
        return coins.gaussians(count)
    }
}
