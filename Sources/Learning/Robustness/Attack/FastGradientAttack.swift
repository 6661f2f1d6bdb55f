import LinearAlgebra

/// The fast gradient method: one step of length ε against the margin.
///
/// For l∞ it is the fast gradient *sign* method, x′ = x − ε y sgn ∇score(x). It is the strongest attack on a
/// linear model, and on others a quick one.
///
///     let attack = FastGradientAttack(try ThreatModel(.lInfinity, radius: 0.1))
///     try attack.run(on: model, test.features, test.labels).robustAccuracy
///
/// Source: Goodfellow, Shlens and Szegedy 2015, section 4.
public struct FastGradientAttack: Hashable, Sendable, Codable {
    public let threat: ThreatModel

    public init(_ threat: ThreatModel) {
        self.threat = threat
    }

    /// Moves each point by one step.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row, in the box of the threat model.
    ///   - labels: n labels, which the attack is to change.
    /// - Throws: `RobustnessError` for points that cannot be attacked, or a score that is not finite.
    public func run(
        on model: some DifferentiableClassifier, _ rows: Matrix<Double>, _ labels: [Label]
    ) throws(RobustnessError) -> AdversarialExamples {
        try threat.check(rows, labels, inputCount: model.inputCount)
        let (scores, gradients) = model.scoresAndInputGradients(at: rows)
        if let row = scores.firstIndex(where: { !$0.isFinite }) {
            throw .scoreNotFinite(value: "\(scores[row])", row: row)
        }
        var inputs = rows
        threat.step(
            &inputs, along: gradients, signs: labels.map { -$0.sign }, length: threat.radius, around: rows)
        return AdversarialExamples(
            originals: rows, inputs: inputs, labels: labels, answers: model.predict(inputs))
    }
}
