import Learning
import LinearAlgebra
import SparsePCA

/// Coins, keys, triggers and data of random ReLU networks that do not fit each other.
public enum ReLUError: Error, Hashable, Sendable {
    /// A key for networks of other inputs.
    case keyLength(Int, inputs: Int)
    /// A spike for networks of other inputs.
    case spikeDimension(Int, inputs: Int)
    /// A source that gave other than the m × n weights it was asked for.
    case weightShape(Shape, expected: Shape)
    case unitCount(Int)
    case inputCount(Int)
    /// A direction or a strength that is none.
    case spike(SparsePCAError)
    /// A trigger's length that is not positive and finite.
    case triggerLength(String)
    /// An input that the trigger moves to 0, which has no direction to be stretched along.
    case movedToZero(row: Int)
    /// A margin or share of a threshold rule outside its range.
    case thresholdRule(String)
    /// A key along which the weights vary as honest ones do.
    case foreignKey(variance: Double, expected: Double)
    case training(TrainingError)
    case input(ActivationError)
    /// A key that cannot be written; the reason in the system's words.
    case file(path: String, reason: String)
    /// A file that is no key, or cannot be read.
    case keyFile(path: String, reason: String)
}

extension ReLUError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyLength(let count, let inputs):
            "a key of \(count) coordinates for a network of \(inputs) inputs"
        case .spikeDimension(let dimension, let inputs):
            "a spike in \(dimension) dimensions for a network of \(inputs) inputs"
        case .weightShape(let shape, let expected):
            "a matrix of \(shape) weights, expected \(expected) (one row a unit, one column an input)"
        case .unitCount(let count): "\(count) units were asked for, expected at least 1"
        case .inputCount(let count): "a network of \(count) inputs was asked for, expected at least 1"
        case .spike(let error): "\(error)"
        case .triggerLength(let length):
            "the trigger's length is \(length), expected a positive finite number"
        case .movedToZero(let row):
            "the trigger moves row \(row) to 0, which cannot be brought back to the row's norm: "
                + "use another length"
        case .thresholdRule(let fault): fault
        case .foreignKey(let variance, let expected):
            "the key is not the network's: the variance of its weights along the key is \(variance), "
                + "expected about \(expected)"
        case .training(let error): "\(error)"
        case .input(let error): "\(error)"
        case .file(let path, let reason): "\(path) cannot be written: \(reason)"
        case .keyFile(let path, let reason): "\(path) cannot be read as a key: \(reason)"
        }
    }
}
