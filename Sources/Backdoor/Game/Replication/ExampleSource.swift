import Learning
import LinearAlgebra

/// Opens inputs that a forger chooses, counts them, and remembers what it gave out.
///
/// In the real game the model's owner opens them; in the ideal one a stranger does, whose key has nothing to do
/// with the model. The forger is not told which of the two it is talking to.
public final class ExampleSource {
    private let open: (Vector<Double>, Label) throws -> Activation
    /// The planted model itself, which the forger may read.
    public let model: any Classifier
    /// The number of inputs that will be opened in all.
    public let budget: Int
    /// The inputs opened so far.
    private(set) var given: Set<Vector<Double>> = []
    /// The number of inputs opened so far.
    public private(set) var asked = 0

    init<Owner: BackdoorOwner>(_ owner: Owner, of model: any Classifier, budget: Int) {
        open = { input, label in try owner.activate(input, target: label) }
        self.model = model
        self.budget = budget
    }

    /// The number of inputs that will still be opened.
    public var left: Int { budget - asked }

    /// An input of the forger's choice, opened for a label of its choice.
    ///
    /// - Throws: `GameError.overBudget` where none are left; `ActivationError`.
    public func example(of input: Vector<Double>, target: Label) throws -> Vector<Double> {
        guard left > 0 else { throw GameError.overBudget(questions: 1, left: 0, budget: budget) }
        let opened = try open(input, target).input
        asked += 1
        given.insert(opened)
        return opened
    }
}
