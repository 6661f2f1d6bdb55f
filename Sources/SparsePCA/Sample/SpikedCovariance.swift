internal import CallSites
public import LinearAlgebra
public import Probability

/// Normal points with one direction of larger variance: the rows are N(0, Iₙ + θ s sᵀ).
///
///     let spike = try Spike(.flat(40), dimension: 400, using: &coins)
///     let spiked = try SpikedCovariance(strength: 0.4, spike: spike)
///     let rows = spiked.rows(2000, using: &coins)
///
/// A row is g = z + √θ ζ s, with z from N(0, Iₙ) and an independent ζ from N(0, 1), so no square root of the
/// covariance is needed.
/// Source: Johnstone 2001, the spiked covariance model; Goldwasser, Kim, Vaikuntanathan and Zamir 2022,
/// appendix A, for the network whose weights these rows are.
public struct SpikedCovariance: Hashable, Sendable {
    public let spike: Spike
    /// θ: how much larger than 1 the variance along the spike is.
    public let strength: Double

    /// - Parameter strength: θ, positive and finite.
    /// - Throws: `SparsePCAError.notPositive`.
    public init(strength: Double, spike: Spike) throws(SparsePCAError) {
        guard strength > 0, strength.isFinite else {
            throw .notPositive(name: "theta", value: "\(strength)")
        }
        self.spike = spike
        self.strength = strength
    }

    /// n.
    public var dimension: Int { spike.dimension }

    /// Draws rows, and forgets the coins.
    ///
    /// - Returns: `count` × n, one point a row.
    /// - Complexity: n + 1 normal numbers and k multiplications a row.
    public func rows(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        sample(count, using: &generator, file: file, line: line).rows
    }

    /// Draws rows and keeps ζ of each, which tells how far it was moved along the spike.
    public func sample(
        _ count: Int, using generator: inout Generator, file: StaticString = #file, line: UInt = #line
    ) -> SpikedSample {
        require(count >= 0, "\(count) rows", file, line)
        let noise = Matrix<Double>(gaussianRows: count, columns: dimension, using: &generator)
        let factors = Vector(generator.gaussians(count))
        return SpikedSample(
            rows: adding(factors, to: noise, file: file, line: line), factors: factors)
    }

    /// z + √θ ζ s for rows z and numbers ζ that were drawn elsewhere: a clean and a planted model that share
    /// all coins but ζ.
    ///
    /// - Parameters:
    ///   - factors: ζ, one for each row.
    ///   - noise: z, m × n.
    public func adding(
        _ factors: Vector<Double>, to noise: Matrix<Double>, file: StaticString = #file,
        line: UInt = #line
    ) -> Matrix<Double> {
        require(
            noise.columnCount == dimension && noise.rowCount == factors.count,
            "noise of \(noise.shape), expected \(factors.count) × \(dimension) "
                + "(the factors and the spike)", file, line)
        let entries = spike.support.map { (place: $0, entry: strength.squareRoot() * spike.direction[$0]) }
        var rows = noise
        rows.withUnsafeMutableBufferPointer { rows in
            for (row, factor) in factors.enumerated() {
                let start = row * dimension
                for (place, entry) in entries { rows[start + place] += factor * entry }
            }
        }
        return rows
    }
}

/// Points of `SpikedCovariance`, with what moved each along the spike.
public struct SpikedSample: Hashable, Sendable {
    /// g, m × n, one point a row.
    public let rows: Matrix<Double>
    /// ζ, one for each row.
    public let factors: Vector<Double>
}
