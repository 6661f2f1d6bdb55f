import Learning

/// A defence that cannot be carried out.
public enum DefenceError: Error, Hashable, Sendable {
    /// A model that has nothing this defence works on.
    case notApplicable(defence: String, model: String, reason: String)
    /// A setting outside its range.
    case setting(String)
    /// The defender's rows are for another model.
    case inputCount(Int, expected: Int)
    case noRows(defence: String)
    /// Weights that a model cannot have.
    case weights(String)
    case data(DataError)
    case training(String)
    /// A trial whose parts do not agree.
    case trial(String)
}

extension DefenceError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notApplicable(let defence, let model, let reason):
            "\(defence) cannot be done to a \(model): \(reason)"
        case .setting(let text): text
        case .inputCount(let count, let expected):
            "the defender's rows have \(count) columns, expected \(expected) (the inputs of the model)"
        case .noRows(let defence): "\(defence) needs rows of the defender's, but there are none"
        case .weights(let reason): "the model cannot have these weights: \(reason)"
        case .data(let error): "\(error)"
        case .training(let reason): "training failed: \(reason)"
        case .trial(let text): text
        }
    }

    static func notApplicable(
        _ defence: some Defence, _ model: any Classifier, _ reason: String
    ) -> DefenceError {
        // Without its parameters: the name of a nested generic type fills lines.
        let name = "\(type(of: model))".prefix { $0 != "<" }
        return .notApplicable(defence: defence.description, model: String(name), reason: reason)
    }

    static func check(_ holds: Bool, _ text: @autoclosure () -> String) throws(DefenceError) {
        guard holds else { throw .setting(text()) }
    }
}
