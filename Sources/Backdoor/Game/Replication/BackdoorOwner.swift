import Learning
import LinearAlgebra
import Probability

/// Who holds the key to a planted model: opens inputs, and can tell which are open.
public protocol BackdoorOwner: Sendable {
    associatedtype Model: Classifier

    /// The planted model.
    var model: Model { get }

    /// Changes an input so that the model gives this label.
    func activate(_ input: Vector<Double>, target: Label) throws(ActivationError) -> Activation

    /// Whether the model recognises the input as its owner's.
    func isOpened(by input: Vector<Double>) -> Bool

    /// Somebody with another key to a model of the same construction: what they open is not open here.
    func stranger(using generator: inout Generator) -> Self
}
