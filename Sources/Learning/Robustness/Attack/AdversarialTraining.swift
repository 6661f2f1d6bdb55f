import LinearAlgebra
import Probability

/// Trains a perceptron on the attacked points instead of the points: each minibatch is attacked with the
/// network as it is before the step.
///
/// Minimises the mean over points of the largest loss in the ball, as far as the attack finds it.
///
/// Source: Madry, Makelov, Schmidt, Tsipras and Vladu 2018, section 2.
public struct AdversarialTraining: Hashable, Sendable, Codable {
    /// The training without the attack.
    public var training: PerceptronTraining
    public var attack: ProjectedGradientAttack

    public init(_ training: PerceptronTraining, against attack: ProjectedGradientAttack) {
        self.training = training
        self.attack = attack
    }

    /// The first weights and the order of the rows are those of `PerceptronTraining` from the same generator;
    /// random starts of the attack come from its stream "attack".
    ///
    /// - Parameter afterEpoch: is told the number of the epoch, from 1, and the mean loss under attack.
    /// - Throws: `RobustnessError`, `.training` among them.
    /// - Complexity: of the training, times about one more than the steps of the attack.
    public func fit(
        _ dataset: Dataset, from generator: Generator, afterEpoch: (Int, Double) -> Void = { _, _ in }
    ) throws(RobustnessError) -> PerceptronClassifier {
        // Before training, so that the points of a batch are known to be valid.
        try attack.threat.check(dataset.features, dataset.labels, inputCount: dataset.features.columnCount)
        let coins = generator.stream("attack")
        var batches = 0
        do throws(TrainingError) {
            return try training.fit(dataset, from: generator, afterEpoch: afterEpoch) {
                (network, rows, labels) throws(TrainingError) in
                defer { batches += 1 }
                do {
                    return try attack.run(
                        on: PerceptronClassifier(network), rows, labels, from: coins.stream(batches)
                    ).inputs
                } catch {
                    throw .notFinite("a score in batch \(batches + 1)")
                }
            }
        } catch {
            throw .training(error)
        }
    }
}
