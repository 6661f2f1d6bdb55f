import CallSites
internal import Glibc
import Learning
import LinearAlgebra

// With θ the angle of a feature and η ~ N(0, σ² I) in the input, the angle moves by 2πs⟨g, η⟩, which is normal
// with deviation 2πsσ‖g‖. E cos(θ + z) = e^(−Var z / 2) cos θ for normal z of mean 0.
extension RandomFourierFeatures {
    /// By what each feature shrinks on average where the input has noise: E φᵢ(x + η) = dᵢ φᵢ(x) for
    /// η ~ N(0, σ² I), with dᵢ = exp(−2π² s² σ² ‖gᵢ‖²) for every x.
    ///
    /// - Parameter inputNoise: σ, at least 0, in the units of the input.
    /// - Returns: m numbers in [0, 1].
    public func damping(
        inputNoise: Double, file: StaticString = #file, line: UInt = #line
    ) -> Vector<Double> {
        require(
            inputNoise >= 0 && inputNoise.isFinite, "noise of deviation \(inputNoise), expected at least 0",
            file, line)
        let turns = scale * inputNoise
        return Vector(
            (0..<featureCount).map { feature in
                let frequency = frequencies.row(feature)
                return exp(-2 * Double.pi * Double.pi * turns * turns * frequency.dot(frequency))
            })
    }
}

extension FeaturizedClassifier where Map == RandomFourierFeatures, Head == LinearClassifier {
    /// The defence that averages a model's score over noise in the input, in closed form: no noise is drawn.
    ///
    /// Its score is E h(x + η), η ~ N(0, σ² I), exactly: each weight shrinks by the damping of its feature. It
    /// is not the majority of answers, which certificates by smoothing take.
    ///
    /// It leaves a backdoor in the features where it was, for the trigger turns a shrunk feature as well.
    ///
    /// - Parameter inputNoise: σ, at least 0, in the units of the input.
    public func smoothed(
        inputNoise: Double, file: StaticString = #file, line: UInt = #line
    ) -> FeaturizedClassifier {
        let damping = map.damping(inputNoise: inputNoise, file: file, line: line)
        return FeaturizedClassifier(
            map,
            then: LinearClassifier(
                weights: head.weights.multipliedElementwise(by: damping), intercept: head.intercept,
                inputNames: head.inputNames))
    }
}

extension FeaturizedRegressor where Map == RandomFourierFeatures, Head == LinearFunction {
    /// The model whose value is E f(x + η), η ~ N(0, σ² I), as for classifiers.
    public func smoothed(
        inputNoise: Double, file: StaticString = #file, line: UInt = #line
    ) -> FeaturizedRegressor {
        let damping = map.damping(inputNoise: inputNoise, file: file, line: line)
        return FeaturizedRegressor(
            map,
            then: LinearFunction(
                weights: head.weights.multipliedElementwise(by: damping), intercept: head.intercept))
    }
}
