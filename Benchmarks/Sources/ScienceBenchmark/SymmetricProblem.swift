import CBLAS
import LinearAlgebra

extension LinearAlgebraMeasurements {
    /// All eigenvalues and eigenvectors of a symmetric matrix.
    static let symmetricEigen = Measurement(name: "symmetric-eigen") { inputs in
        let matrix = try inputs.matrix("symmetric")
        return Work(
            run: { try SymmetricEigen(matrix) },
            values: { eigen in
                // Λ, and |V x| for an x of ones: independent of the signs.
                let sums = eigen.vectors * Vector(repeating: 1, count: matrix.columnCount)
                return eigen.values.elements + sums.map(\.magnitude)
            },
            library: {
                let order = Int32(matrix.rowCount)
                var work = matrix.elements
                var values = [Double](repeating: 0, count: matrix.rowCount)
                LAPACKE_dsyevd(LAPACK_COL_MAJOR, 86, 85, order, &work, order, &values)
            })
    }
}
