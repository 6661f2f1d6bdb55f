import CBLAS
import Learning
import LinearAlgebra

extension LearningMeasurements {
    /// Ridge regression by its own function, centring and checks included.
    static let ridgeFit = Measurement(name: "ridge-fit") { inputs in
        let features = try inputs.matrix("ridge-features")
        let targets = try inputs.vector("ridge-targets")
        return Work(
            run: { try RidgeRegression(penalty: 1).fit(features, targets: targets) },
            values: { $0.weights.elements + [$0.intercept] },
            library: { LinearAlgebraMeasurements.solveByLibrary(features, targets) })
    }
}
