import LinearAlgebra

extension Vector<Double> {
    /// - Throws: `ActivationError` unless these are `count` finite coordinates.
    func requireFinite(count expected: Int) throws(ActivationError) {
        guard count == expected else { throw .coordinateCount(count, expected: expected) }
        if let coordinate = firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(value: "\(self[coordinate])", coordinate: coordinate)
        }
    }
}
