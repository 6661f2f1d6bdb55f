import CBLAS
import LinearAlgebra

extension LinearAlgebraMeasurements {
    /// The covariance of the rows and its largest eigenvalue with its eigenvector.
    static let spikedEigenvector = topEigenvector("top-eigenvector", "spiked-samples")

    /// The same where nothing is planted: the largest eigenvalue lies close beside the next ones.
    static let noiseEigenvector = topEigenvector("top-eigenvector-noise", "noise-samples")

    private static func topEigenvector(_ name: String, _ input: String) -> Measurement {
        Measurement(name: name) { inputs in
            let samples = try inputs.matrix(input)
            return Work(
                run: { try SymmetricEigen(samples.covariance(), largest: 1) },
                values: { eigen in
                    // The sign of an eigenvector is not determined.
                    let vector = eigen.vectors.row(0)
                    let sign: Double = vector.sum < 0 ? -1 : 1
                    return [eigen.values[0]] + (sign * vector).elements
                },
                library: { decomposeByLibrary(samples) })
        }
    }

    private static func decomposeByLibrary(_ samples: Matrix<Double>) {
        let (rows, order) = (Int32(samples.rowCount), Int32(samples.columnCount))
        var covariance = [Double](repeating: 0, count: samples.columnCount * samples.columnCount)
        samples.withUnsafeBufferPointer { a in
            cblas_dsyrk(
                CblasRowMajor, CblasLower, CblasTrans, order, rows, 1 / Double(rows - 1), a.baseAddress,
                order, 0,
                &covariance, order)
        }
        var found: Int32 = 0
        var values = [Double](repeating: 0, count: samples.columnCount)
        var vector = values
        var support: [Int32] = [0, 0]
        LAPACKE_dsyevr(
            LAPACK_COL_MAJOR, 86, 73, 85, order, &covariance, order, 0, 0, order, order, 0, &found, &values,
            &vector, order, &support)
    }
}
