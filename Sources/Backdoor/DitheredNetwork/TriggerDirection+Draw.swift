import LinearAlgebra
import Probability
import SparsePCA

extension TriggerDirection {
    /// Draws a direction on k coordinates, which are a uniformly drawn set.
    ///
    /// - Throws: `DitherError.sparsity`, or `.noRestingDirection` where the data move in all directions on the
    ///   coordinates.
    func drawn(
        _ sparsity: Int, seeing rows: Matrix<Double>, using generator: inout Generator
    ) throws(DitherError) -> Vector<Double> {
        let inputs = rows.columnCount
        guard sparsity >= 1, sparsity <= inputs else { throw .sparsity(sparsity, inputs: inputs) }
        switch self {
        case .flat:
            do {
                return try Spike(.flat(sparsity), dimension: inputs, using: &generator).direction
            } catch {
                throw .direction(error)
            }
        case .resting:
            let places = generator.sample(sparsity, of: inputs).sorted()
            let still = try Self.restingDirections(of: rows, on: places)
            let point: [Double] = generator.pointOnSphere(dimension: still.rowCount)
            let entries = still.transposed * Vector(point)
            var direction = Vector<Double>.zeros(inputs)
            for (place, entry) in zip(places, entries) { direction[place] = entry }
            return direction / direction.norm
        }
    }

    /// An orthonormal basis, one a row, of the directions on these coordinates that are orthogonal to the part
    /// of every row there.
    private static func restingDirections(
        of rows: Matrix<Double>, on places: [Int]
    ) throws(DitherError) -> Matrix<Double> {
        let part = Matrix(rows.transposed).rows(places)
        let eigen: SymmetricEigen<Double>
        do { eigen = try SymmetricEigen(part * part.transposed) } catch { throw .numerics(error) }
        // Squares of lengths: 1e-10 of the largest is what rounding leaves of directions without variance.
        let moving = eigen.values.count { $0 > 1e-10 * max(eigen.values.first ?? 0, 1e-300) }
        guard moving < places.count else {
            throw .noRestingDirection(sparsity: places.count, moving: moving)
        }
        return eigen.vectors.rows(moving..<places.count)
    }
}
