/// A move that the rules of a game do not allow.
public enum GameError: Error, Hashable, CustomStringConvertible {
    /// More questions than are left of the budget.
    case overBudget(questions: Int, left: Int, budget: Int)
    /// Questions of other than the model's number of coordinates.
    case coordinateCount(Int, expected: Int)
    case noModels(Int)
    /// A distinguisher that cannot read this kind of model.
    case unreadable(model: String, reader: String, expected: String)
    /// A distinguisher that would have nothing to ask.
    case nothingToAsk(distinguisher: String, missing: String)

    public var description: String {
        switch self {
        case .overBudget(let questions, let left, let budget):
            "\(questions) question\(questions == 1 ? "" : "s") asked where \(left) of \(budget) are left"
        case .coordinateCount(let count, let expected):
            "the questions have \(count) coordinates, expected \(expected) (the inputs of the model)"
        case .noModels(let count):
            "\(count) models of either kind were asked for, expected at least 1"
        case .unreadable(let model, let reader, let expected):
            "\(reader) cannot read a \(model), expected a \(expected)"
        case .nothingToAsk(let distinguisher, let missing):
            "\(distinguisher) has no \(missing), so it would have nothing to ask"
        }
    }
}
