import LinearAlgebra
import SparsePCA

extension Matrix<Double> {
    /// (z + √θ ζ sᵀ)/√(1 + θ/n): rows of N(0, I + θ s sᵀ) with the expected sum of squares of honest noise.
    ///
    /// - Throws: `DitherError.notPositive` or `.direction`.
    func spiked(
        _ strength: Double, along spike: Vector<Double>, _ factors: Vector<Double>
    ) throws(DitherError) -> Matrix {
        let covariance: SpikedCovariance
        do {
            covariance = try SpikedCovariance(strength: strength, spike: Spike(spike))
        } catch {
            throw .direction(error)
        }
        let scale = 1 / (1 + strength / Double(columnCount)).squareRoot()
        return scale * covariance.adding(factors, to: self)
    }

    /// Row r moved by `gain` along a unit vector, and shortened across it to the length that it had.
    ///
    /// - Throws: `DitherError.gain` where the row is too short for that.
    func movingRow(
        _ index: Int, by gain: Double, along unit: Vector<Double>
    ) throws(DitherError) -> Matrix {
        let row = row(index)
        let along = row.dot(unit)
        let across = row - along * unit
        let length = row.norm
        let moved = along + gain
        let left = length * length - moved * moved
        guard left > 0, across.norm > 0 else { throw .gain(gain, length: length) }
        var result = self
        result.setRow(index, to: moved * unit + (left.squareRoot() / across.norm) * across)
        return result
    }
}
