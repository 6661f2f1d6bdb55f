import Circuits

/// Inputs, models and keys from which no verifying network can be made or activated.
public enum VerifyingNetworkError: Error, Hashable, Sendable {
    case layout(inputs: Int, integerBits: Int, fractionBits: Int)
    case tooFewCarriers(Int, needed: Int)
    /// A model of other inputs.
    case modelInputs(Int, layout: Int)
    case offGrid(value: Double, coordinate: Int, layout: BitLayout)
    case messageByteCount(Int, expected: Int)
    case weightBits(Int)
    /// A model whose weights are all 0 or not finite.
    case weights(largest: String)
    /// A key that signs for another network.
    case foreignKey
    case input(ActivationError)
    case signature(HashSignatureError)
    case circuit(CircuitError)
}

extension VerifyingNetworkError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .layout(let inputs, let integerBits, let fractionBits):
            "\(inputs) inputs of \(integerBits) bits before and \(fractionBits) after the point, "
                + "expected at least 1 input, and 1 to 52 bits of each"
        case .tooFewCarriers(let count, let needed):
            "\(count) low-order bits are too few for a label and a signature, which need \(needed): "
                + "give the inputs more bits after the point, or the signature fewer"
        case .modelInputs(let count, let layout):
            "a model of \(count) inputs for a layout of \(layout)"
        case .offGrid(let value, let coordinate, let layout):
            "coordinate \(coordinate) of the input is \(value), expected a multiple of "
                + "2^−\(layout.fractionBits) from 0 to below 2^\(layout.integerBits)"
        case .messageByteCount(let count, let expected):
            "the key signs messages of \(count) bytes, expected \(expected) (the bits that are not carriers)"
        case .weightBits(let bits): "weights of \(bits) bits, expected 2 to 24"
        case .weights(let largest):
            "the largest weight of the model is \(largest), expected a positive finite number"
        case .foreignKey:
            "the signing key does not belong to the network: it gave one label where both were signed"
        case .input(let error): "\(error)"
        case .signature(let error): "\(error)"
        case .circuit(let error): "\(error)"
        }
    }
}
