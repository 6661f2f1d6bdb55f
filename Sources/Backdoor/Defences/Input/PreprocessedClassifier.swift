import Learning
import LinearAlgebra

/// A model that sees its inputs only after a fixed change.
public struct PreprocessedClassifier<Base: Classifier>: Classifier {
    public let base: Base
    public let change: InputChange

    /// - Throws: `DefenceError.inputCount` for a change of other inputs than the model's.
    public init(_ base: Base, after change: InputChange) throws(DefenceError) {
        if case .clipping(let box) = change, box.columnCount != base.inputCount {
            throw .inputCount(box.columnCount, expected: base.inputCount)
        }
        self.base = base
        self.change = change
    }

    public var inputCount: Int { base.inputCount }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return base.decision(change.apply(to: rows))
    }

    public var description: String { "first, \(change)\nthen:\n\(base)" }
}

extension PreprocessedClassifier: Equatable where Base: Equatable {}
extension PreprocessedClassifier: Hashable where Base: Hashable {}

/// A fixed change of inputs.
public enum InputChange: Hashable, Sendable, Codable {
    /// To the nearest point of a box.
    case clipping(InputBox)
    /// Each coordinate to the nearest multiple of a step, halves to the even one.
    case rounding(step: Double)

    /// n × d, n × d; NaN stays.
    func apply(to rows: Matrix<Double>) -> Matrix<Double> {
        switch self {
        case .clipping(let box): box.clamp(rows)
        case .rounding(let step):
            rows.mapElements { ($0 / step).rounded(.toNearestOrEven) * step }
        }
    }
}

extension InputChange: CustomStringConvertible {
    public var description: String {
        switch self {
        case .clipping(let box):
            "clip: "
                + zip(box.lower, box.upper).enumerated().map { "x\($0 + 1) to \($1.0) … \($1.1)" }
                .joined(separator: ", ")
        case .rounding(let step): "round every input to a multiple of \(step)"
        }
    }
}
