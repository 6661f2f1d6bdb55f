import LinearAlgebra

extension Matrix<Double> {
    /// One score a row, computed for `size` rows at a time.
    func inBlocks(of size: Int, _ scores: (Matrix) -> Vector<Double>) -> Vector<Double> {
        if rowCount <= size { return scores(self) }
        var result: [Double] = []
        result.reserveCapacity(rowCount)
        for start in stride(from: 0, to: rowCount, by: size) {
            result += scores(rows(start..<Swift.min(start + size, rowCount)))
        }
        return Vector(result)
    }
}
