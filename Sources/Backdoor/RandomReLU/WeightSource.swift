import LinearAlgebra
import Probability
import SparsePCA

/// Where the weights of a network come from: all in which a planted network differs from an honest one.
public protocol WeightSource: Sendable {
    /// Draws the weights of m units with n inputs.
    ///
    /// - Returns: m × n, one unit a row.
    /// - Throws: `ReLUError` where this source has no weights for n inputs.
    func weights(
        units: Int, inputCount: Int, using generator: inout Generator
    ) throws(ReLUError) -> Matrix<Double>
}

/// The honest source: every weight from N(0, 1).
public struct GaussianWeights: WeightSource, Hashable {
    public init() {}

    public func weights(
        units: Int, inputCount: Int, using generator: inout Generator
    ) throws(ReLUError) -> Matrix<Double> {
        .gaussian(rows: units, columns: inputCount, using: &generator)
    }
}

/// The planter's source: each unit's weights from N(0, I + θ s sᵀ).
public struct SpikedWeights: WeightSource, Hashable {
    public let covariance: SpikedCovariance

    public init(_ covariance: SpikedCovariance) {
        self.covariance = covariance
    }

    public func weights(
        units: Int, inputCount: Int, using generator: inout Generator
    ) throws(ReLUError) -> Matrix<Double> {
        guard covariance.dimension == inputCount else {
            throw .spikeDimension(covariance.dimension, inputs: inputCount)
        }
        return covariance.rows(units, using: &generator)
    }
}
