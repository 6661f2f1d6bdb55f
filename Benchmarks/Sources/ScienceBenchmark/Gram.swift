import CBLAS
import LinearAlgebra

extension LinearAlgebraMeasurements {
    /// AᵀA.
    static let gram = Measurement(name: "gram") { inputs in
        let matrix = try inputs.matrix("ridge-features")
        return Work(
            run: { matrix.transposed * matrix }, values: { $0.row(0).elements + $0.column(1).elements },
            library: {
                let (rows, order) = (Int32(matrix.rowCount), Int32(matrix.columnCount))
                var result = [Double](repeating: 0, count: matrix.columnCount * matrix.columnCount)
                matrix.withUnsafeBufferPointer { a in
                    cblas_dsyrk(
                        CblasRowMajor, CblasLower, CblasTrans, order, rows, 1, a.baseAddress, order, 0,
                        &result, order)
                }
            })
    }
}
