import CallSites
internal import Dispatch
import LinearAlgebra

extension Classifier {
    /// The label of each point, computed on all processors: n × d points, n labels.
    ///
    /// The points are cut into the same blocks whatever the number of processors, so the labels do not depend
    /// on it. They are those of `predict` where a score depends on its own row alone; of a score that is zero
    /// up to rounding the sign may differ, because a product of fewer rows may add in another order.
    ///
    /// - Parameters:
    ///   - rows: n × d, one point a row; other numbers of columns stop the program.
    ///   - blockSize: how many points one processor takes at a time, at least 1; fewer than the default where
    ///     one point alone takes a millisecond.
    /// - Complexity: of `predict`, divided by the number of processors.
    public func predictConcurrently(
        _ rows: Matrix<Double>, blockSize: Int = 1024, file: StaticString = #file, line: UInt = #line
    ) -> [Label] {
        require(blockSize > 0, "blocks of \(blockSize) points, expected at least 1", file, line)
        if rows.rowCount <= blockSize { return predict(rows) }
        var blocks: [[Label]] = Array(repeating: [], count: (rows.rowCount - 1) / blockSize + 1)
        blocks.withUnsafeMutableBufferPointer { buffer in
            // Each block is written once, by one thread, before `concurrentPerform` returns.
            nonisolated(unsafe) let blocks = buffer
            DispatchQueue.concurrentPerform(iterations: blocks.count) { block in
                let start = block * blockSize
                blocks[block] = predict(rows.rows(start..<min(start + blockSize, rows.rowCount)))
            }
        }
        return Array(blocks.joined())
    }
}
