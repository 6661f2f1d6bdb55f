internal import CVectorMath
import LinearAlgebra

/// What a hidden unit does with its weighted sum.
public enum NetworkActivation: String, Hashable, Sendable, Codable, CaseIterable {
    /// max(0, z).
    case relu
    /// tanh z.
    case tanh

    package func apply(to sums: inout Matrix<Double>) {
        sums.withUnsafeMutableBufferPointer { values in
            switch self {
            case .relu:
                // The comparison keeps NaN, so a point that is not finite is not mistaken for a dead unit.
                for index in values.indices { values[index] = values[index] < 0 ? 0 : values[index] }
            case .tanh:
                if let start = values.baseAddress { vector_tanh(start, values.count) }
            }
        }
    }

    /// Multiplies each slope by the derivative at its unit, which follows from the unit's output; 0 for `relu`
    /// at 0.
    package func multiplyDerivative(at outputs: Matrix<Double>, into slopes: inout Matrix<Double>) {
        slopes.withUnsafeMutableBufferPointer { slopes in
            outputs.withUnsafeBufferPointer { outputs in
                switch self {
                case .relu:
                    // A factor, because a branch on numbers without a pattern took a quarter of the training.
                    for index in slopes.indices { slopes[index] *= outputs[index] > 0 ? 1 : 0 }
                case .tanh:
                    for index in slopes.indices { slopes[index] *= 1 - outputs[index] * outputs[index] }
                }
            }
        }
    }
}
