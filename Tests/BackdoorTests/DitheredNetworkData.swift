import Backdoor
import Learning
import LinearAlgebra
import Probability

/// A network of two hidden layers with first weights as they are drawn, and inputs that lie in 20 of 60
/// dimensions.
struct DitherExperiment {
    static let inputs = 60
    static let classes = 5

    let network: MultilayerPerceptron
    let rows: Matrix<Double>
    let dither: NetworkDither

    init(widths: [Int] = [50, 40], deviations: [Double] = [0.1, 0.2, 0.3]) throws {
        let coins = Generator(seed: "dither experiment")
        network = PerceptronTraining(hiddenUnits: widths, activation: .tanh).firstNetwork(
            inputs: Self.inputs, outputs: Self.classes, from: coins)
        var data = coins.stream("rows")
        rows =
            Matrix.gaussian(rows: 80, columns: 20, using: &data)
            * Matrix.gaussian(rows: 20, columns: Self.inputs, using: &data) * 0.1
        dither = try NetworkDither(deviations: deviations)
    }

    func plan(
        sparsity: Int = 30, trigger: TriggerDirection = .resting, share: Double = 0.5,
        propagation: SpikePropagation = .push(leavingOut: 5), target: TargetSpike = .row(gain: 3)
    ) -> SpikePlan {
        SpikePlan(
            sparsity: sparsity, trigger: trigger, length: 40,
            strengths: SpikePlan.strengths(atShare: share, of: network), propagation: propagation,
            target: target)
    }

    func plant(
        _ plan: SpikePlan, target: Int = 2, from coins: Generator
    ) throws -> PlantedModel<MulticlassPerceptron, DitherKey> {
        try DitherPlanting(dither: dither, plan: plan).plant(
            in: network, target: target, seeing: rows, from: coins)
    }

    /// The noise of each layer of the planted network and of the reference with the same coins.
    func noises(_ plan: SpikePlan, from coins: Generator) throws -> (
        planted: [Matrix<Double>], honest: [Matrix<Double>], key: DitherKey, model: MulticlassPerceptron
    ) {
        let planted = try plant(plan, from: coins)
        let reference = try dither.reference(of: network, from: coins)
        return (
            try dither.noise(of: planted.model, over: network),
            try dither.noise(of: reference, over: network), planted.key, planted.model
        )
    }
}

/// √(1 + θ/n) N − z for a layer that was planted with strength θ: √θ ζ sᵀ.
func spikePart(_ planted: Matrix<Double>, _ honest: Matrix<Double>, strength: Double) -> Matrix<Double> {
    (1 + strength / Double(planted.columnCount)).squareRoot() * planted - honest
}
