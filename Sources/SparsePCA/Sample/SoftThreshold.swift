internal import LinearAlgebra

extension SampleCovariance {
    /// S − I with every entry moved towards 0 by `level` / √m: most of the noise, of deviation 1/√m off the
    /// diagonal, becomes 0.
    func softThresholded(_ level: Double) -> Matrix<Double> {
        let (n, step) = (dimension, level / Double(samples).squareRoot())
        return Matrix(unsafeUninitializedRows: n, columns: n) { result in
            matrix.withUnsafeBufferPointer { entries in
                for index in 0..<n * n {
                    let entry = index % (n + 1) == 0 ? entries[index] - 1 : entries[index]
                    let size = entry.magnitude - step
                    result.initializeElement(at: index, to: size <= 0 ? 0 : entry < 0 ? -size : size)
                }
            }
        }
    }
}
