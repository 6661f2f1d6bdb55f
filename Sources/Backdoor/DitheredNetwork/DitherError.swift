import Learning
import LinearAlgebra
import SparsePCA

/// Noise, spikes, keys and networks that do not fit each other.
public enum DitherError: Error, Hashable, Sendable {
    /// A list with other than one number for each layer that it speaks of.
    case layerCount(of: String, Int, expected: Int)
    /// A number that has to be positive and finite.
    case notPositive(name: String, value: String)
    /// A layer, counted from 1, with a weight that is NaN or infinite.
    case weights(layer: Int)
    /// A layer, counted from 1, whose shape is not that of the network it was made from.
    case layerShape(layer: Int, Shape, expected: Shape)
    /// A number that is none of a layer's.
    case noLayer(Int, layers: Int)
    /// A trigger with more or fewer coordinates than the network has inputs for.
    case sparsity(Int, inputs: Int)
    /// No direction on the trigger's coordinates along which the data rest.
    case noRestingDirection(sparsity: Int, moving: Int)
    /// A number of hidden units that is not between 1 and the width of the layer.
    case unitCount(Int, layer: Int, width: Int)
    /// Fewer rows than natural directions are to be left out.
    case tooFewRows(Int, needed: Int)
    /// A negative number of natural directions.
    case directionCount(Int)
    /// A layer, counted from 1, whose outputs the trigger does not move.
    case noPush(layer: Int)
    /// A gain that the row it is to be hidden in is too short for.
    case gain(Double, length: Double)
    /// A class that the network does not have, or that cannot be one.
    case target(Int, classes: Int?)
    /// A key for networks of other inputs.
    case keyLength(Int, inputs: Int)
    /// A direction that is not finite and of length 1.
    case direction(SparsePCAError)
    /// A key with which the network does not say the target class.
    case foreignKey(success: Double, target: Int)
    case input(ActivationError)
    case numerics(MatrixError)
    /// A key that cannot be written; the reason in the system's words.
    case file(path: String, reason: String)
    /// A file that is no key, or cannot be read.
    case keyFile(path: String, reason: String)
}

extension DitherError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .layerCount(let name, let count, let expected):
            "\(count) \(name), expected \(expected) (one a layer)"
        case .notPositive(let name, let value): "\(name) is \(value), expected a positive finite number"
        case .weights(let layer): "layer \(layer) has a weight that is NaN or infinite"
        case .layerShape(let layer, let shape, let expected):
            "layer \(layer) has weights of \(shape), expected \(expected) (the network before the noise)"
        case .noLayer(let number, let layers): "layer \(number) of a network of \(layers) layers"
        case .sparsity(let count, let inputs):
            "a trigger on \(count) coordinates of \(inputs) inputs, expected 1 to \(inputs)"
        case .noRestingDirection(let sparsity, let moving):
            "the data move in \(moving) of the \(sparsity) directions on the trigger's coordinates: take more "
                + "than \(moving) coordinates, or a trigger that need not rest"
        case .unitCount(let count, let layer, let width):
            "\(count) units of layer \(layer), expected 1 to \(width)"
        case .tooFewRows(let count, let needed):
            "\(count) rows of data, expected at least \(needed) to see how the network answers without the "
                + "trigger"
        case .directionCount(let count):
            "\(count) natural directions to leave out, expected at least 0"
        case .noPush(let layer):
            "the trigger does not move the outputs of layer \(layer): take a longer one, or more noise"
        case .gain(let gain, let length):
            "a gain of \(gain) does not fit into a row of length \(length): take a smaller one"
        case .target(let index, let classes):
            "class \(index) as the target, expected " + (classes.map { "0 to \($0 - 1)" } ?? "at least 0")
        case .keyLength(let count, let inputs):
            "a key of \(count) coordinates for a network of \(inputs) inputs"
        case .direction(let error): "\(error)"
        case .foreignKey(let success, let target):
            "the key is not the network's: with the trigger it says class \(target) for a share of "
                + "\(success) of the rows, expected at least 0.5"
        case .input(let error): "\(error)"
        case .numerics(let error): "\(error)"
        case .file(let path, let reason): "\(path) cannot be written: \(reason)"
        case .keyFile(let path, let reason): "\(path) cannot be read as a key: \(reason)"
        }
    }
}

extension DitherError {
    static func requirePositive(_ value: Double, _ name: String) throws(DitherError) {
        guard value > 0, value.isFinite else { throw .notPositive(name: name, value: "\(value)") }
    }
}
