import Backdoor
import CLWE
import Learning
import LinearAlgebra
import Probability

extension BackdoorMeasurements {
    /// The trigger in each of 10,000 inputs, against one prediction of them.
    static let activation = Measurement(name: "activation") { inputs in
        let data = try inputs.dataset("activation")
        let training = FourierTraining(
            featureCount: 1200, scale: 0.02, head: RidgeRegression(penalty: 1, hasIntercept: false))
        let planted = try training.plant(
            on: data.rows(Array(0..<1000)),
            pancakes: .paper(dimension: data.features.columnCount, sparsity: 10, beta: 0.001),
            from: Generator(seed: "activation"))
        // With so little noise the scores are mirrored.
        return Work(
            run: { try planted.key.activate(data.features, for: planted.model.map) },
            values: { (-planted.model.decision($0)).elements },
            standard: { planted.model.decision(data.features) },
            standardValues: { $0.elements })
    }
}
