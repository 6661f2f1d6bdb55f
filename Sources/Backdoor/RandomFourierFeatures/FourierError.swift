import CLWE
import Learning
import LinearAlgebra

/// Coins, keys and data of random Fourier features that do not fit each other.
public enum FourierError: Error, Hashable, Sendable {
    /// A key for models of other inputs.
    case keyLength(Int, inputs: Int)
    /// Pancakes for models of other inputs.
    case pancakeDimension(Int, inputs: Int)
    /// A source that gave other than the m × n frequencies it was asked for.
    case frequencyShape(Shape, expected: Shape)
    /// Layers across which the key does not turn a cosine into its negative.
    case shift(Double)
    /// A key that is not a finite direction, or whose noise is not positive.
    case invalidKey(frequencyNorm: String, beta: String)
    /// A key across which the frequencies do not lie in layers.
    case foreignKey(agreement: Double, expected: Double)
    case pancakes(CLWEError)
    case features(FeatureError)
    case data(DataError)
    case training(TrainingError)
    case input(ActivationError)
    /// A key that cannot be written; the reason in the system's words.
    case file(path: String, reason: String)
    /// A file that is no key, or cannot be read.
    case keyFile(path: String, reason: String)
}

extension FourierError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .keyLength(let count, let inputs):
            "a key of \(count) coordinates for a model of \(inputs) inputs"
        case .pancakeDimension(let dimension, let inputs):
            "pancakes of \(dimension) dimensions for a model of \(inputs) inputs"
        case .frequencyShape(let shape, let expected):
            "a matrix of \(shape) frequencies, expected \(expected) (one row a feature, one column an input)"
        case .shift(let shift):
            "the layers are shifted by \(shift), expected 0.5: only there the key turns each feature into "
                + "its negative"
        case .invalidKey(let norm, let beta):
            "a key of length \(norm) and noise \(beta), expected two positive finite numbers"
        case .foreignKey(let agreement, let expected):
            "the key is not the model's: the mean of −cos(2π⟨g, ω⟩) over its frequencies is \(agreement), "
                + "expected about \(expected)"
        case .pancakes(let error): "\(error)"
        case .features(let error): "\(error)"
        case .data(let error): "\(error)"
        case .training(let error): "\(error)"
        case .input(let error): "\(error)"
        case .file(let path, let reason): "\(path) cannot be written: \(reason)"
        case .keyFile(let path, let reason): "\(path) cannot be read as a key: \(reason)"
        }
    }
}
