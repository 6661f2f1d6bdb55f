import LinearAlgebra
import Probability

/// Certificates by randomised smoothing, for any model.
///
/// The smoothed model g answers with the label that the model gives most often to x + η, η ~ N(0, σ² I). If the
/// commoner label has probability at least p > ½ under the noise, then g has this label everywhere within
/// σ Φ⁻¹(p) of x, in the l2 norm.
///
///     let smoothing = try RandomizedSmoothing(noise: 0.25, draws: 1000)
///     let certificate = try smoothing.certify(x, of: model, from: coins)
///     certificate.radius                             // 0 where it abstains
///
/// The certificate speaks of g, not of the model; it is wrong with a probability of at most α; and it says
/// nothing about points that are further away.
///
/// Source: Cohen, Rosenfeld and Kolter 2019, theorem 1 and the procedures Certify and Predict of section 3.2.
public struct RandomizedSmoothing: Hashable, Sendable, Codable {
    /// σ, in the unit of the input.
    public let noise: Double
    /// n₀: the draws that choose the label.
    public let selectionDraws: Int
    /// n: the draws that bound its probability.
    public let draws: Int
    /// α: the probability that a certificate is wrong is at most this.
    public let alpha: Double

    /// - Throws: `RobustnessError.noise`, `.count`, `.falseAlarmRate`.
    public init(
        noise: Double, selectionDraws: Int = 100, draws: Int = 100_000, alpha: Double = 0.001
    ) throws(RobustnessError) {
        guard noise > 0, noise.isFinite else { throw .noise(noise) }
        try RobustnessError.check(selectionDraws, of: "draws that choose the label")
        try RobustnessError.check(draws, of: "draws")
        guard alpha > 0, alpha < 1 else { throw .falseAlarmRate(alpha) }
        self.noise = noise
        self.selectionDraws = selectionDraws
        self.draws = draws
        self.alpha = alpha
    }

    /// The largest radius that a certificate can have: that of draws which all agree.
    public var largestRadius: Double {
        let bound = Proportion(successes: draws, trials: draws).lowerBound(confidence: 1 - alpha)
        return bound > 0.5 ? noise * NormalDistribution.quantile(bound) : 0
    }

    /// Certifies one point (Certify).
    ///
    /// - Parameter generator: draws come from its streams "selection" and "estimation".
    /// - Throws: `RobustnessError.inputCount`, `.notFinite`.
    /// - Complexity: n₀ + n answers of the model, shared among all processors.
    public func certify(
        _ point: Vector<Double>, of model: some Classifier, from generator: Generator
    ) throws(RobustnessError) -> SmoothingCertificate {
        try RobustnessError.check(Matrix(row: point), inputCount: model.inputCount)
        let first = positiveVotes(point, selectionDraws, model, generator.stream("selection"))
        let label: Label = 2 * first.successes >= first.trials ? .positive : .negative
        let positive = positiveVotes(point, draws, model, generator.stream("estimation"))
        let votes = label == .positive ? positive : positive.complement
        let bound = votes.lowerBound(confidence: 1 - alpha)
        let isCertain = bound > 0.5
        return SmoothingCertificate(
            label: isCertain ? label : nil,
            radius: isCertain ? noise * NormalDistribution.quantile(bound) : 0,
            lowerBound: bound, votes: votes)
    }

    /// Certifies each of n points, with the draws of stream i for row i.
    ///
    /// Each certificate is wrong with a probability of at most α; all n are right with one of at least
    /// 1 − n α.
    ///
    /// - Throws: `RobustnessError.inputCount`, `.notFinite`.
    public func certify(
        _ rows: Matrix<Double>, of model: some Classifier, from generator: Generator
    ) throws(RobustnessError) -> [SmoothingCertificate] {
        try RobustnessError.check(rows, inputCount: model.inputCount)
        var certificates: [SmoothingCertificate] = []
        for row in 0..<rows.rowCount {
            certificates.append(try certify(rows.row(row), of: model, from: generator.stream(row)))
        }
        return certificates
    }

    /// The smoothed model's label (Predict), by a two-sided test of equal probabilities.
    ///
    /// - Returns: `nil` where n draws do not tell at the level α; another label than g's with a probability of
    ///   at most α.
    /// - Throws: `RobustnessError.inputCount`, `.notFinite`.
    public func predict(
        _ point: Vector<Double>, of model: some Classifier, from generator: Generator
    ) throws(RobustnessError) -> Label? {
        try RobustnessError.check(Matrix(row: point), inputCount: model.inputCount)
        let positive = positiveVotes(point, draws, model, generator.stream("prediction"))
        guard positive.pValueOfFairCoin <= alpha else { return nil }
        return 2 * positive.successes > positive.trials ? .positive : .negative
    }
}
