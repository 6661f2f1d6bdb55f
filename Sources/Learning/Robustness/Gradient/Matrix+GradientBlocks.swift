import LinearAlgebra

extension Matrix<Double> {
    /// One score and one gradient a row, computed for `size` rows at a time.
    func inBlocks(
        of size: Int, _ body: (Matrix) -> (scores: Vector<Double>, gradients: Matrix)
    ) -> (scores: Vector<Double>, gradients: Matrix) {
        if rowCount <= size { return body(self) }
        var (scores, gradients): ([Double], [Matrix]) = ([], [])
        scores.reserveCapacity(rowCount)
        for start in Swift.stride(from: 0, to: rowCount, by: size) {
            let block = body(rows(start..<Swift.min(start + size, rowCount)))
            scores += block.scores
            gradients.append(block.gradients)
        }
        return (Vector(scores), Matrix(stacking: gradients, columns: columnCount))
    }

    /// The rows of all matrices below each other; each has `columns` columns.
    init(stacking blocks: [Matrix], columns: Int) {
        let rows = blocks.reduce(0) { $0 + $1.rowCount }
        self.init(unsafeUninitializedRows: rows, columns: columns) { result in
            var place = 0
            for block in blocks {
                block.withUnsafeBufferPointer {
                    _ = result[place..<place + $0.count].initialize(fromContentsOf: $0)
                    place += $0.count
                }
            }
        }
    }
}
