import CLWE
import Learning
import LinearAlgebra
import Probability

/// Where the frequencies of a model come from: all in which a planted model differs from an honest one.
public protocol FrequencySource: Sendable {
    /// Draws m frequencies of n coordinates.
    ///
    /// - Returns: m × n, one frequency a row.
    /// - Throws: `FourierError` where this source has no frequencies of n coordinates.
    func frequencies(
        count: Int, inputCount: Int, using generator: inout Generator
    ) throws(FourierError) -> Matrix<Double>
}

/// The honest source: every coordinate from N(0, 1).
public struct GaussianFrequencies: FrequencySource, Hashable {
    public init() {}

    public func frequencies(
        count: Int, inputCount: Int, using generator: inout Generator
    ) throws(FourierError) -> Matrix<Double> {
        .gaussian(rows: count, columns: inputCount, using: &generator)
    }
}

/// The planter's source: Gaussian pancakes across the key.
public struct PancakeFrequencies: FrequencySource, Hashable {
    public let pancakes: HomogeneousCLWE

    public init(_ pancakes: HomogeneousCLWE) {
        self.pancakes = pancakes
    }

    public func frequencies(
        count: Int, inputCount: Int, using generator: inout Generator
    ) throws(FourierError) -> Matrix<Double> {
        let dimension = pancakes.parameters.dimension
        guard dimension == inputCount else { throw .pancakeDimension(dimension, inputs: inputCount) }
        return pancakes.points(count, using: &generator).rows
    }
}
