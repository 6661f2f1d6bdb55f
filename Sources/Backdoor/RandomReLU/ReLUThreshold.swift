import Learning
import LinearAlgebra

/// How the threshold τ is chosen once the weights are drawn, in the same way whoever drew them.
///
/// The paper leaves the rule open: τ is the only number that is trained.
public enum ReLUThreshold: Hashable, Sendable, Codable {
    /// Of the largest accuracy on the labelled data, as `RandomReLUTraining` finds it: a network that does
    /// what norms can do.
    case mostAccurate
    /// So that this share of the data, more than 0 and less than 1, is positive, whatever the labels say.
    case positiveShare(Double)
    /// Above what the network gives for any point of the data: (1 + margin) times its largest mean.
    ///
    /// Nothing like the data is positive then; a margin of 0 makes the largest positive.
    case aboveData(margin: Double)
    /// Between what inputs with the trigger give on honest and on planted networks: the geometric mean of
    /// both levels, √(level(θ = 0) · level(θ)).
    ///
    /// The levels are those of inputs with the root mean square norm of the data, over the draw of the
    /// weights: the rule asks for no label, no weight and no key. Only with such a threshold is a trigger that
    /// makes inputs longer the key's alone; with the others it crosses on honest networks as well.
    case between(ReLUTrigger, strength: Double)

    /// The network with these weights, one column for each of the data, and the threshold that the rule gives.
    ///
    /// - Throws: `ReLUError.training` where the data do not allow it, `.thresholdRule` and `.triggerLength`
    ///   for numbers outside their range.
    func network(weights: Matrix<Double>, on dataset: Dataset) throws(ReLUError) -> RandomReLUNetwork {
        guard dataset.count > 0 else { throw .training(.noRows) }
        let training = RandomReLUTraining(weights: weights)
        switch self {
        case .mostAccurate:
            do { return try training.fit(dataset) } catch { throw .training(error) }
        case .positiveShare(let share):
            do {
                return try training.fit(dataset.features, positiveShare: share)
            } catch {
                throw .training(error)
            }
        case .aboveData(let margin):
            try Self.require(margin >= 0 && margin.isFinite, "the margin is \(margin)", "at least 0")
            let means = RandomReLUNetwork(weights: weights, threshold: 0).means(at: dataset.features)
            let largest = means.reduce(0, max)
            return RandomReLUNetwork(weights: weights, threshold: (1 + margin) * largest)
        case .between(let trigger, let strength):
            try Self.require(strength > 0 && strength.isFinite, "the strength is \(strength)", "above 0")
            let norm = dataset.features.rootMeanSquareNorm
            let honest = try trigger.level(norm: norm, strength: 0)
            let planted = try trigger.level(norm: norm, strength: strength)
            return RandomReLUNetwork(weights: weights, threshold: (honest * planted).squareRoot())
        }
    }

    private static func require(_ holds: Bool, _ fault: String, _ range: String) throws(ReLUError) {
        guard holds else {
            throw .thresholdRule("\(fault) in the rule for the threshold, expected a finite number \(range)")
        }
    }
}

extension Matrix<Double> {
    /// The root mean square of the rows' norms.
    fileprivate var rootMeanSquareNorm: Double {
        ((0..<rowCount).reduce(0) { $0 + row($1).dot(row($1)) } / Double(rowCount)).squareRoot()
    }
}
