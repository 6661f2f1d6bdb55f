import Learning
import LinearAlgebra
import Probability

/// Clips every input to the box of the defender's rows: no coordinate leaves the range that it has there.
///
/// It stops triggers that are longer than the data are wide, and leaves those that look like data.
public struct InputClipping: Defence, Hashable, Codable {
    public init() {}

    public var needs: Set<DefenceNeed> { [.rows] }
    public var change: DefenceChange { .input }
    public var evaluations: Int { 1 }
    public var description: String { "clipping inputs" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try require(rows, fit: model)
        let box: InputBox
        do { box = try InputBox(enclosing: rows.features) } catch { throw .setting("\(error)") }
        return try model.preprocessed(by: .clipping(box))
    }
}

/// Rounds every input to a multiple of a step.
///
/// It destroys what is written in bits below the step.
public struct InputRounding: Defence, Hashable, Codable {
    /// In the unit of the inputs.
    public let step: Double

    /// - Throws: `DefenceError.setting` unless the step is positive and finite.
    public init(step: Double) throws(DefenceError) {
        try DefenceError.check(
            step > 0 && step.isFinite, "inputs rounded to steps of \(step), expected a positive finite step")
        self.step = step
    }

    public var needs: Set<DefenceNeed> { [] }
    public var change: DefenceChange { .input }
    public var evaluations: Int { 1 }
    public var description: String { "rounding inputs to \(step)" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try model.preprocessed(by: .rounding(step: step))
    }
}

extension Classifier {
    func preprocessed(by change: InputChange) throws(DefenceError) -> any Classifier {
        try PreprocessedClassifier(self, after: change)
    }
}
