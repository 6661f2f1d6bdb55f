import Learning
import Probability
import SparsePCA

/// A reader of random ReLU networks who takes the weights of the units for samples, and asks an observer whether
/// there is a spike in their covariance.
///
///     try WhiteBoxGame(models).advantage(of: SpikeReader(TopEigenvalue()), using: coins)
public struct SpikeReader: WhiteBoxDistinguisher {
    public let detector: any SpikeDetector

    public init(_ detector: any SpikeDetector) {
        self.detector = detector
    }

    /// - Throws: `GameError.unreadable` for other models, and `SparsePCAError` from the observer.
    public func score(of model: any Classifier & Codable, using coins: inout Generator) throws -> Double {
        let network = try read(model, as: RandomReLUNetwork.self)
        return try detector.score(SampleCovariance(of: network.weights))
    }
}
