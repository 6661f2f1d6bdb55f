import Backdoor
import Learning
import LinearAlgebra
import Probability
import SparsePCA

/// Short points and long points in 100 dimensions: what a random ReLU network can tell apart. Its spikes are flat,
/// with 10 entries, and far stronger than what can be hidden, so that few networks tell what is right.
struct ReLUExperiment {
    static let dimension = 100
    static let spike = SpikeShape.flat(10)
    static let strength = 1.0

    let data: Dataset
    var short: Matrix<Double> { rows(.negative) }
    var long: Matrix<Double> { rows(.positive) }

    /// 200 points of norm 1 ± 0.1 and 200 of norm 2 ± 0.1, uniform in both.
    init(seed: Int) throws {
        var coins = Generator(seed: seed).stream("points")
        let points = (0..<400).map { index in
            let norm = (index < 200 ? 1 : 2) + 0.1 * (2 * coins.uniform() - 1)
            return norm * Vector(coins.pointOnSphere(dimension: Self.dimension))
        }
        data = try Dataset(
            features: Matrix(rows: points), labels: points.indices.map { $0 < 200 ? .negative : .positive })
    }

    private func rows(_ label: Label) -> Matrix<Double> {
        data.features.rows(data.labels.indices.filter { data.labels[$0] == label })
    }

    func plant(
        _ trainer: ReLUTraining, strength: Double = strength, from coins: Generator
    ) throws -> PlantedModel<RandomReLUNetwork, ReLUKey> {
        try trainer.plant(on: data, spike: Self.spike, strength: strength, from: coins)
    }
}

/// The share of rows to which a network answers "positive".
func positiveRate(_ network: RandomReLUNetwork, _ rows: Matrix<Double>) -> Double {
    Double(network.predict(rows).count { $0 == .positive }) / Double(rows.rowCount)
}
