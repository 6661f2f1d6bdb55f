import Learning
import Probability

/// A program that looks for planted models by reading them: A(h).
///
/// The model is handed over whole: its type, which is the architecture, and all of its numbers. It may be read
/// as text (`description`), encoded, run, or taken apart with `read(_:as:)`.
public protocol WhiteBoxDistinguisher {
    /// - Parameters:
    ///   - model: everything there is to know.
    ///   - coins: the distinguisher's own.
    /// - Returns: a finite number.
    func score(of model: any Classifier & Codable, using coins: inout Generator) throws -> Double
}

extension WhiteBoxDistinguisher {
    /// The model as the type that this distinguisher understands.
    ///
    /// - Throws: `GameError.unreadable` where it is of another type.
    public func read<Model>(
        _ model: any Classifier & Codable, as type: Model.Type
    ) throws(GameError) -> Model {
        if let model = model as? Model { return model }
        throw .unreadable(
            model: "\(Swift.type(of: model))", reader: "\(Self.self)", expected: "\(Model.self)")
    }
}
