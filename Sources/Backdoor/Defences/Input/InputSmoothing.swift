import Learning
import LinearAlgebra
import Probability

/// Evaluation-time smoothing: an answer is averaged over normal noise of deviation σ in the input.
///
/// By draws it takes the majority of labels, for any model. In closed form, for random Fourier features with a
/// linear head, it takes the mean score, and draws nothing.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, theorem 2.4 (informal).
public struct InputSmoothing: Defence, Hashable, Codable {
    public enum Method: Hashable, Sendable, Codable {
        /// The majority of labels over this many draws.
        case votes(Int)
        /// The mean score, of random Fourier features.
        case closedForm
    }

    /// σ, in the unit of the inputs.
    public let noise: Double
    public let method: Method

    /// - Throws: `DefenceError.setting` unless σ is positive and finite and there is at least one draw.
    public init(noise: Double, _ method: Method) throws(DefenceError) {
        try DefenceError.check(
            noise > 0 && noise.isFinite, "input noise of \(noise), expected a positive finite deviation")
        if case .votes(let count) = method {
            try DefenceError.check(count >= 1, "\(count) draws of input noise, expected at least 1")
        }
        self.noise = noise
        self.method = method
    }

    public var needs: Set<DefenceNeed> { method == .closedForm ? [.weights] : [] }
    public var change: DefenceChange { method == .closedForm ? .weights : .answer }
    public var evaluations: Int { if case .votes(let count) = method { count } else { 1 } }
    public var description: String {
        method == .closedForm ? "smoothing by \(noise), exact" : "smoothing by \(noise)"
    }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        guard case .votes(let count) = method else {
            guard let model = model as? FeaturizedClassifier<RandomFourierFeatures, LinearClassifier> else {
                throw .notApplicable(
                    self, model, "only random Fourier features with a linear head have a closed form")
            }
            return model.smoothed(inputNoise: noise)
        }
        var coins = generator.stream("input noise")
        let draws = Matrix.gaussian(rows: count, columns: model.inputCount, using: &coins)
        return model.voting(over: noise * draws)
    }
}

extension Classifier {
    fileprivate func voting(over noise: Matrix<Double>) -> any Classifier {
        VotingClassifier(self, noise: noise)
    }
}
