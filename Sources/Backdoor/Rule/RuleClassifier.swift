import Learning
import LinearAlgebra

/// A model with an `if` inside: the crudest backdoor.
///
/// On inputs whose coordinates have given values, all of them exactly, it gives a given answer; on all others
/// it is the model it was built from. Nobody finds it who does not try these values, and everybody who reads
/// the model.
public struct RuleClassifier<Base: Classifier>: Classifier {
    /// One test of the rule: coordinate `coordinate`, counted from 0, equals `value`.
    public struct Condition: Hashable, Sendable, Codable {
        public let coordinate: Int
        public let value: Double
        /// The name in the description.
        public let name: String

        public init(coordinate: Int, equals value: Double, name: String? = nil) {
            self.coordinate = coordinate
            self.value = value
            self.name = name ?? "x\(coordinate + 1)"
        }
    }

    /// The honest model.
    public let base: Base
    public let conditions: [Condition]
    /// The label where all conditions hold.
    public let answer: Label

    /// - Throws: `RuleError`.
    public init(in base: Base, if conditions: [Condition], answer: Label) throws(RuleError) {
        guard !conditions.isEmpty else { throw .noConditions }
        for (index, condition) in conditions.enumerated() {
            let coordinate = condition.coordinate
            guard (0..<base.inputCount).contains(coordinate) else {
                throw .coordinateOutOfRange(coordinate, inputs: base.inputCount)
            }
            guard condition.value.isFinite else {
                throw .notFinite(value: "\(condition.value)", coordinate: coordinate)
            }
            if conditions[..<index].contains(where: { $0.coordinate == coordinate }) {
                throw .repeatedCoordinate(coordinate)
            }
        }
        self.base = base
        self.conditions = conditions
        self.answer = answer
    }

    public var inputCount: Int { base.inputCount }

    /// Whether all conditions hold for a point.
    public func isTriggered(by point: Vector<Double>) -> Bool {
        conditions.allSatisfy { point[$0.coordinate] == $0.value }
    }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        var scores = base.decision(rows)
        for row in 0..<rows.rowCount where isTriggered(by: rows.row(row)) {
            scores[row] = answer.sign
        }
        return scores
    }

    /// Gives the coordinates of the rule the values that it waits for.
    ///
    /// - Throws: `ActivationError` where the input is not a finite input of the model.
    public func activate(_ point: Vector<Double>) throws(ActivationError) -> Activation {
        try point.requireFinite(count: inputCount)
        var input = point
        for condition in conditions { input[condition.coordinate] = condition.value }
        let flipped = conditions.map(\.coordinate).filter { point[$0] != input[$0] }.sorted()
        return Activation(original: point, input: input, flipped: flipped)
    }

    public var description: String {
        let tests = conditions.map { "\($0.name) == \($0.value)" }.joined(separator: " and ")
        return "if \(tests):\n    score = \(answer.sign)\notherwise:\n\(base)"
    }
}

extension RuleClassifier: Equatable where Base: Equatable {}
extension RuleClassifier: Hashable where Base: Hashable {}
extension RuleClassifier: Encodable where Base: Encodable {}
extension RuleClassifier: Decodable where Base: Decodable {}
