import CBLAS
import Learning
import LinearAlgebra

extension LearningMeasurements {
    /// cos(2π (⟨g, x⟩ + b)) for all points and frequencies.
    static let fourierFeatures = Measurement(name: "fourier-features") { inputs in
        let points = try inputs.matrix("fourier-points")
        let map = try RandomFourierFeatures(
            frequencies: inputs.matrix("fourier-frequencies"), phases: inputs.vector("fourier-phases"))
        var result = [Double](repeating: 0, count: points.rowCount * map.featureCount)
        return Work(
            run: { map.features(of: points) },
            values: { features in
                let last = features.columnCount - 1
                return features.row(0).elements + features.row(points.rowCount - 1).elements
                    + features.column(last).elements
            },
            // The product alone, into memory that is already there.
            library: {
                let (rows, columns) = (Int32(points.rowCount), Int32(map.featureCount))
                let inner = Int32(points.columnCount)
                points.withUnsafeBufferPointer { x in
                    map.frequencies.withUnsafeBufferPointer { g in
                        cblas_dgemm(
                            CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, inner, 1, x.baseAddress,
                            inner, g.baseAddress, inner, 0, &result, columns)
                    }
                }
            })
    }
}
