import CallSites

extension Matrix {
    @inlinable
    public subscript(row: Int, column: Int, file: StaticString = #file, line: UInt = #line) -> Element {
        get {
            checkBounds(row, column, file, line)
            return storage[base + row * stride + column]
        }
        set {
            checkBounds(row, column, file, line)
            detach()
            storage[row * columnCount + column] = newValue
        }
    }

    @inlinable @inline(__always)
    func checkBounds(_ row: Int, _ column: Int, _ file: StaticString, _ line: UInt) {
        require(
            row >= 0 && row < rowCount && column >= 0 && column < columnCount,
            "element (\(row), \(column)) of a matrix of \(rowCount) × \(columnCount)", file, line)
    }

    /// One row, counted from 0, sharing storage.
    @inlinable
    public func row(_ index: Int, file: StaticString = #file, line: UInt = #line) -> Vector<Element> {
        require(index >= 0 && index < rowCount, "row \(index) of a matrix of \(shape)", file, line)
        return Vector(storage: storage, base: base + index * stride, count: columnCount)
    }

    /// One column, counted from 0, as a copy.
    @inlinable
    public func column(_ index: Int, file: StaticString = #file, line: UInt = #line) -> Vector<Element> {
        require(index >= 0 && index < columnCount, "column \(index) of a matrix of \(shape)", file, line)
        return Vector(unsafeUninitializedCount: rowCount) { result in
            for row in 0..<rowCount {
                result.initializeElement(at: row, to: storage[base + row * stride + index])
            }
        }
    }

    /// Consecutive rows, sharing storage.
    @inlinable
    public func rows(_ range: Range<Int>, file: StaticString = #file, line: UInt = #line) -> Matrix {
        block(rows: range, columns: 0..<columnCount, file: file, line: line)
    }

    /// The block where the given rows and columns meet, sharing storage.
    @inlinable
    public func block(rows: Range<Int>, columns: Range<Int>, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        require(
            rows.lowerBound >= 0 && rows.upperBound <= rowCount && columns.lowerBound >= 0
                && columns.upperBound <= columnCount,
            "block \(rows), \(columns) of a matrix of \(shape)", file, line)
        return Matrix(
            rowCount: rows.count, columnCount: columns.count, storage: storage,
            base: base + rows.lowerBound * stride + columns.lowerBound, stride: stride)
    }

    /// The rows with the given indices, in that order, as a copy.
    @inlinable
    public func rows(_ indices: [Int], file: StaticString = #file, line: UInt = #line) -> Matrix {
        Matrix(unsafeUninitializedRows: indices.count, columns: columnCount) { result in
            for (position, index) in indices.enumerated() {
                require(index >= 0 && index < rowCount, "row \(index) of a matrix of \(shape)", file, line)
                let start = base + index * stride
                _ = result[(position * columnCount)..<(position + 1) * columnCount]
                    .initialize(fromContentsOf: storage[start..<start + columnCount])
            }
        }
    }

    /// Replaces one row.
    @inlinable
    public mutating func setRow(
        _ index: Int, to row: Vector<Element>, file: StaticString = #file, line: UInt = #line
    ) {
        require(index >= 0 && index < rowCount, "row \(index) of a matrix of \(shape)", file, line)
        require(
            row.count == columnCount, "a row of \(row.count) elements for a matrix of \(shape)", file, line)
        detach()
        storage.replaceSubrange(index * columnCount..<(index + 1) * columnCount, with: row)
    }

    /// All elements row by row; a copy is made first where this is a part of a larger matrix.
    @inlinable
    public func withUnsafeBufferPointer<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        try compacted().storage.withUnsafeBufferPointer(body)
    }

    @inlinable
    public mutating func withUnsafeMutableBufferPointer<Result>(
        _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        detach()
        return try storage.withUnsafeMutableBufferPointer { try body($0) }
    }

    /// The place of element (0, 0) and the elements behind it, without a copy; rows are `stride` apart.
    @inlinable
    func withUnsafeBase<Result>(_ body: (UnsafePointer<Element>) -> Result) -> Result? {
        storage.withUnsafeBufferPointer { buffer in
            guard rowCount > 0, columnCount > 0, let start = buffer.baseAddress else { return nil }
            return body(start + base)
        }
    }
}
