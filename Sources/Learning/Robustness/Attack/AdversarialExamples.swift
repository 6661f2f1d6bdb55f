import LinearAlgebra
import Probability

/// What an attack made of labelled points.
public struct AdversarialExamples: Hashable, Sendable {
    /// n × d, the points before the attack.
    public let originals: Matrix<Double>
    /// n × d, the points after it.
    public let inputs: Matrix<Double>
    /// What the answers should be: the labels that the attack was to change.
    public let labels: [Label]
    /// What the model says of `inputs`.
    public let answers: [Label]

    init(originals: Matrix<Double>, inputs: Matrix<Double>, labels: [Label], answers: [Label]) {
        self.originals = originals
        self.inputs = inputs
        self.labels = labels
        self.answers = answers
    }

    /// Whether the answer differs from the label, also where it did so before the attack.
    public var isFooled: [Bool] { zip(labels, answers).map { $0 != $1 } }

    /// How often the answer was still right: the accuracy under attack.
    public var robustAccuracy: Proportion { Proportion(of: zip(labels, answers).map { $0 == $1 }) }

    /// The length of each change.
    public func distances(_ norm: ThreatModel.Norm) -> Vector<Double> {
        norm.lengths(of: inputs - originals)
    }
}
