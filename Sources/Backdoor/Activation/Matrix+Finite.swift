import LinearAlgebra

extension Matrix<Double> {
    /// - Throws: `ActivationError` unless these are rows of `count` finite coordinates.
    func requireFiniteRows(of count: Int) throws(ActivationError) {
        guard columnCount == count else { throw .coordinateCount(columnCount, expected: count) }
        guard !isFinite else { return }
        // Only to say which number it is.
        for index in 0..<rowCount { try row(index).requireFinite(count: count) }
    }
}
