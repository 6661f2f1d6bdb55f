import Learning
import LinearAlgebra
import Probability

/// Which of a model's weights a defence changes.
public enum WeightScope: String, Hashable, Sendable, Codable, CaseIterable {
    /// Those of the first layer, which the input meets: of random features, the frequencies.
    case first
    case all

    func contains(_ layer: Int) -> Bool { self == .all || layer == 0 }
}

/// Adds normal noise to weights, of a deviation that is a share of their root mean square.
///
/// For random features, whose frequencies have a root mean square of about 1, the share is q itself, and a
/// trigger ω of length γ is damped to e^(−2π²q²γ²) on average: see `rerandomized(frequencyNoise:)`.
public struct WeightNoise: Defence, Hashable, Codable {
    /// The noise's deviation over the root mean square of a layer's weights.
    public let share: Double
    public let scope: WeightScope

    /// - Throws: `DefenceError.setting` unless the share is positive and finite.
    public init(share: Double, in scope: WeightScope = .first) throws(DefenceError) {
        try DefenceError.check(
            share > 0 && share.isFinite, "weight noise of a share of \(share), expected a positive finite one"
        )
        self.share = share
        self.scope = scope
    }

    public var needs: Set<DefenceNeed> { [.weights] }
    public var change: DefenceChange { .weights }
    public var evaluations: Int { 1 }
    public var description: String { "weight noise of \(share)" + (scope == .all ? ", all layers" : "") }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try changed(model, scope) { layer, weights in
            var coins = generator.stream("weight noise").stream(layer)
            let count = Double(weights.rowCount * weights.columnCount)
            let unit = share * weights.norm / count.squareRoot()
            let noise = Matrix.gaussian(
                rows: weights.rowCount, columns: weights.columnCount, using: &coins)
            return weights + unit * noise
        }
    }
}

/// Rounds weights to a number of bits: 2^(b − 1) − 1 steps on each side of 0, the last at the largest magnitude
/// of the layer.
public struct WeightQuantization: Defence, Hashable, Codable {
    /// b, from 2 to 32.
    public let bits: Int
    public let scope: WeightScope

    /// - Throws: `DefenceError.setting` for other numbers of bits.
    public init(bits: Int, in scope: WeightScope = .all) throws(DefenceError) {
        try DefenceError.check((2...32).contains(bits), "weights of \(bits) bits, expected 2 to 32")
        self.bits = bits
        self.scope = scope
    }

    public var needs: Set<DefenceNeed> { [.weights] }
    public var change: DefenceChange { .weights }
    public var evaluations: Int { 1 }
    public var description: String {
        "weights of \(bits) bits" + (scope == .first ? ", first layer" : "")
    }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        let steps = Double(1 << (bits - 1) - 1)
        return try changed(model, scope) { _, weights in
            let largest = weights.elements.reduce(0) { max($0, abs($1)) }
            guard largest > 0 else { return weights }
            return weights.mapElements { ($0 / largest * steps).rounded() / steps * largest }
        }
    }
}

extension Defence {
    /// The model with a change of each matrix of weights in the scope.
    fileprivate func changed(
        _ model: any Classifier, _ scope: WeightScope,
        _ change: (Int, Matrix<Double>) -> Matrix<Double>
    ) throws(DefenceError) -> any Classifier {
        guard let model = model as? any WeightedClassifier else {
            throw .notApplicable(self, model, "its weights cannot be replaced")
        }
        let matrices = model.weightMatrices.enumerated().map { layer, weights in
            scope.contains(layer) ? change(layer, weights) : weights
        }
        return try model.replacingWeights(matrices)
    }
}
