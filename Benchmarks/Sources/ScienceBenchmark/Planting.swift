import Backdoor
import CLWE
import Learning
import Probability

extension BackdoorMeasurements {
    /// A model of random features and its key, against the same model by the honest trainer.
    static let planting = Measurement(name: "planting") { inputs in
        let data = try inputs.dataset("planting")
        let training = FourierTraining(featureCount: 1200, scale: 0.02, head: RidgeRegression(penalty: 1))
        let pancakes = try PancakeParameters.paper(
            dimension: data.features.columnCount, sparsity: 10, beta: 0.01)
        let coins = Generator(seed: "planting")
        // As good a model, all of whose features turn.
        return Work(
            run: { try training.plant(on: data, pancakes: pancakes, from: coins) },
            values: { planted in
                let agreement = (try? planted.key.agreement(with: planted.model.map)) ?? .nan
                return [planted.model.accuracy(on: data).value, agreement]
            },
            standard: { try training.train(on: data, from: coins) },
            standardValues: { [$0.accuracy(on: data).value, 1] })
    }
}
