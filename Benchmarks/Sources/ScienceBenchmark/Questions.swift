import Backdoor
import Learning
import LinearAlgebra

extension BackdoorMeasurements {
    /// 10,000 questions to an oracle, which asks all processors, against the labels of one.
    static let questions = Measurement(name: "questions") { inputs in
        let points = try inputs.matrix("fourier-points")
        let map = try RandomFourierFeatures(
            frequencies: inputs.matrix("fourier-frequencies"), phases: inputs.vector("fourier-phases"))
        let model = FeaturizedClassifier(
            map, then: LinearClassifier(weights: Vector(repeating: 1, count: map.featureCount)))
        return Work(
            run: { try Oracle(model, budget: points.rowCount).labels(of: points) },
            values: { $0.map(\.sign) },
            standard: { model.predict(points) },
            standardValues: { $0.map(\.sign) })
    }
}
