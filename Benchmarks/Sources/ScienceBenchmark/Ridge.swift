import CBLAS
import LinearAlgebra

extension LinearAlgebraMeasurements {
    /// (AᵀA + I) w = Aᵀ y.
    static let ridge = Measurement(name: "ridge") { inputs in
        let features = try inputs.matrix("ridge-features")
        let targets = try inputs.vector("ridge-targets")
        return Work(
            run: { try features.solveRidge(targets, penalty: 1) },
            values: { $0.elements },
            library: { solveByLibrary(features, targets) })
    }

    static func solveByLibrary(_ features: Matrix<Double>, _ targets: Vector<Double>) {
        let rows = Int32(features.rowCount)
        let columns = Int32(features.columnCount)
        var gram = [Double](repeating: 0, count: features.columnCount * features.columnCount)
        var weights = [Double](repeating: 0, count: features.columnCount)
        features.withUnsafeBufferPointer { a in
            targets.withUnsafeBufferPointer { y in
                cblas_dsyrk(
                    CblasRowMajor, CblasUpper, CblasTrans, columns, rows, 1, a.baseAddress, columns, 0, &gram,
                    columns)
                cblas_dgemv(
                    CblasRowMajor, CblasTrans, rows, columns, 1, a.baseAddress, columns, y.baseAddress, 1, 0,
                    &weights, 1)
            }
        }
        for index in 0..<features.columnCount { gram[index * features.columnCount + index] += 1 }
        // The upper triangle by rows is the lower one by columns.
        LAPACKE_dposv_work(LAPACK_COL_MAJOR, 76, columns, 1, &gram, columns, &weights, columns)
    }
}
