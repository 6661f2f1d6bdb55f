import CBLAS
import Foundation
import Learning
import LinearAlgebra

extension LearningMeasurements {
    static let logistic = logistic("logistic")
    static let wideLogistic = logistic("logistic-wide")

    /// The minimum to a mean derivative of 10⁻⁶, as the peer; the losses are compared.
    private static func logistic(_ name: String) -> Measurement {
        Measurement(name: name) { inputs in
            let data = try inputs.dataset(name)
            return Work(
                run: { try LogisticRegression(penalty: 1, tolerance: 1e-6).fit(data) },
                values: { model in
                    let losses = zip(model.decision(data.features), data.labels).map { score, label in
                        log1p(exp(-label.sign * score))
                    }
                    return [losses.reduce(0, +) + 0.5 * model.weights.dot(model.weights)]
                })
        }
    }
}

extension Inputs {
    /// Points and labels of −1 and 1.
    func dataset(_ name: String) throws -> Dataset {
        try Dataset(
            features: matrix("\(name)-points"), labels: vector("\(name)-labels").map { Label(score: $0) })
    }
}
