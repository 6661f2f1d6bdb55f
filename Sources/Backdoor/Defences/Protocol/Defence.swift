import Learning
import LinearAlgebra
import Probability

/// What somebody does with a model that may hold a backdoor, without having found one.
///
/// A defence gets the model, rows of the defender's own and coins; it never sees a key, a trigger or the data
/// that the model was trained on.
///
///     let safer = try WeightNoise(share: 0.1).defend(model, with: ownRows, from: coins)
///     safer.predict(x)
///
/// What a defence removes, and what it costs, is measured by `BackdoorTrial` and `DefenceTable`.
public protocol Defence: Sendable, CustomStringConvertible {
    /// What the defender must have besides the model's answers.
    var needs: Set<DefenceNeed> { get }
    /// Where the defence acts.
    var change: DefenceChange { get }
    /// How many answers of the model one answer of the defended model costs.
    var evaluations: Int { get }

    /// The model that is used in place of the given one.
    ///
    /// - Parameters:
    ///   - model: which stays as it is.
    ///   - rows: the defender's own labelled rows, in the units of the model's inputs.
    ///   - generator: streams of it are drawn from; nothing is drawn from it itself.
    /// - Throws: `DefenceError`, `.notApplicable` with the reason where the model has nothing that this defence
    ///   works on.
    func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier
}

/// What a defender must have besides the model's answers.
public enum DefenceNeed: String, Hashable, Sendable, Codable, CaseIterable, CustomStringConvertible {
    /// Rows without labels.
    case rows
    /// Labels of them.
    case labels
    /// The numbers in the model.
    case weights
    /// The program that trained the model.
    case recipe

    public var description: String { rawValue }
}

/// Where a defence acts.
public enum DefenceChange: String, Hashable, Sendable, Codable, CaseIterable, CustomStringConvertible {
    /// An input is changed before the model sees it.
    case input
    /// Several answers make one.
    case answer
    /// The model's weights are changed, once.
    case weights
    /// The model is replaced by one that the defender has trained.
    case model

    public var description: String { rawValue }
}

/// The defence that does nothing: what all others are compared with.
public struct NoDefence: Defence, Hashable {
    public init() {}

    public var needs: Set<DefenceNeed> { [] }
    public var change: DefenceChange { .input }
    public var evaluations: Int { 1 }
    public var description: String { "nothing" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) -> any Classifier { model }
}

extension Defence {
    /// Stops a defence before it meets rows that are not the model's.
    func require(_ rows: Dataset, fit model: any Classifier) throws(DefenceError) {
        guard rows.features.columnCount == model.inputCount else {
            throw .inputCount(rows.features.columnCount, expected: model.inputCount)
        }
        guard rows.count > 0 else { throw .noRows(defence: description) }
    }
}
