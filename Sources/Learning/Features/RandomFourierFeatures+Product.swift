internal import CVectorMath
import LinearAlgebra

// Goals, in this order: the formula with one rounding after each sum; no memory beyond the points, the
// features and one block; the time of the matrix product alone.
//
// The product of a block of points with a block of frequencies goes into scratch memory that stays in the
// cache; the cosine reads it there and writes to the result, which main memory sees once.
extension RandomFourierFeatures {
    /// - Complexity: points · m · n multiplications and points · m cosines; allocates the result and a block.
    public func uncheckedFeatures(of rows: Matrix<Double>) -> Matrix<Double> {
        Matrix(unsafeUninitializedRows: rows.rowCount, columns: featureCount) { result in
            LargeBuffer.prepare(result)
            guard let result = result.baseAddress else { return }
            let height = min(rows.rowCount, Self.blockRows)
            withUnsafeTemporaryAllocation(
                of: Double.self, capacity: height * min(featureCount, Self.blockFeatures)
            ) { scratch in
                guard let scratch = scratch.baseAddress else { return }
                for start in stride(from: 0, to: rows.rowCount, by: Self.blockRows) {
                    let points = rows.rows(start..<min(rows.rowCount, start + Self.blockRows))
                    write(
                        scale == 1 ? points : scale * points, scratch: scratch,
                        to: result + start * featureCount)
                }
            }
        }
    }

    private static var blockRows: Int { 256 }
    private static var blockFeatures: Int { 256 }

    /// Writes the features of a few points.
    private func write(
        _ points: Matrix<Double>, scratch: UnsafeMutablePointer<Double>,
        to result: UnsafeMutablePointer<Double>
    ) {
        points.withUnsafeBufferPointer { points in
            frequencies.withUnsafeBufferPointer { frequencies in
                phases.withUnsafeBufferPointer { phases in
                    guard let point = points.baseAddress, let frequency = frequencies.baseAddress,
                        let phase = phases.baseAddress
                    else { return }
                    let count = points.count / inputCount
                    for first in stride(from: 0, to: featureCount, by: Self.blockFeatures) {
                        let width = min(Self.blockFeatures, featureCount - first)
                        Double.multiply(
                            point, stride: inputCount, transposed: false,
                            frequency + first * inputCount, stride: inputCount, transposed: true,
                            rows: count, columns: width, inner: inputCount, result: scratch)
                        for row in 0..<count {
                            vector_cosine_of_turns(
                                scratch + row * width, phase + first,
                                result + row * featureCount + first, width)
                        }
                    }
                }
            }
        }
    }
}
