import CallSites

extension Matrix {
    /// A matrix from its elements row by row.
    ///
    /// - Throws: `ShapeError` unless there are rows · columns elements.
    @inlinable
    public init(rows: Int, columns: Int, elements: [Element]) throws(ShapeError) {
        guard elements.count == rows * columns else {
            throw .elementCount(elements.count, shape: Shape(rows: rows, columns: columns))
        }
        self.init(rowCount: rows, columnCount: columns, storage: elements, base: 0, stride: columns)
    }

    /// A matrix from its rows.
    ///
    /// - Throws: `ShapeError` unless all rows are as long as the first.
    @inlinable
    public init(rows: [[Element]]) throws(ShapeError) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() where row.count != columns {
            throw .raggedRow(index: index, count: row.count, expected: columns)
        }
        self.init(
            rowCount: rows.count, columnCount: columns, storage: Array(rows.joined()), base: 0,
            stride: columns)
    }

    /// A matrix with one row for each vector.
    ///
    /// - Throws: `ShapeError` unless all vectors are as long as the first.
    @inlinable
    public init(rows: [Vector<Element>]) throws(ShapeError) {
        try self.init(rows: rows.map(\.elements))
    }

    @inlinable
    public init(
        repeating element: Element, rows: Int, columns: Int, file: StaticString = #file, line: UInt = #line
    ) {
        require(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns)", file, line)
        let elements = Array(repeating: element, count: rows * columns)
        self.init(rowCount: rows, columnCount: columns, storage: elements, base: 0, stride: columns)
    }

    /// A matrix of one row, sharing storage with the vector.
    public init(row: Vector<Element>) {
        self.init(
            rowCount: 1, columnCount: row.count, storage: row.storage, base: row.base, stride: row.count)
    }

    /// A matrix of `count` equal rows.
    @inlinable
    public init(repeatingRow row: Vector<Element>, count: Int, file: StaticString = #file, line: UInt = #line)
    {
        require(count >= 0, "a matrix of \(count) rows", file, line)
        self.init(unsafeUninitializedRows: count, columns: row.count) { buffer in
            for index in 0..<count {
                _ = buffer[index * row.count..<(index + 1) * row.count].initialize(fromContentsOf: row)
            }
        }
    }

    /// A matrix of zeros.
    @inlinable
    public static func zeros(rows: Int, columns: Int, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        Matrix(repeating: 0, rows: rows, columns: columns, file: file, line: line)
    }

    /// The matrix with ones on its diagonal and zeros elsewhere.
    @inlinable
    public static func identity(_ order: Int) -> Matrix {
        diagonal(Vector(repeating: 1, count: order))
    }

    /// The square matrix with the given diagonal and zeros elsewhere.
    @inlinable
    public static func diagonal(_ diagonal: Vector<Element>) -> Matrix {
        var matrix = zeros(rows: diagonal.count, columns: diagonal.count)
        for index in diagonal.indices { matrix[index, index] = diagonal[index] }
        return matrix
    }

    /// A matrix whose elements `initializer` writes row by row, every one of rows · columns.
    @inlinable
    public init(
        unsafeUninitializedRows rows: Int, columns: Int,
        initializer: (UnsafeMutableBufferPointer<Element>) -> Void
    ) {
        require(rows >= 0 && columns >= 0, "a matrix of \(rows) × \(columns)")
        let elements = [Element](unsafeUninitializedCapacity: rows * columns) { buffer, initialized in
            initializer(UnsafeMutableBufferPointer(rebasing: buffer[0..<rows * columns]))
            initialized = rows * columns
        }
        self.init(rowCount: rows, columnCount: columns, storage: elements, base: 0, stride: columns)
    }

    /// A copy of a transposed matrix that is laid out row by row.
    @inlinable
    public init(_ transposed: TransposedMatrix<Element>) {
        let source = transposed.original
        self.init(unsafeUninitializedRows: source.columnCount, columns: source.rowCount) { result in
            guard let result = result.baseAddress else { return }
            _ = source.withUnsafeBase {
                Element.transpose(
                    $0, rows: source.rowCount, columns: source.columnCount, stride: source.stride,
                    result: result)
            }
        }
    }
}

extension Matrix: ExpressibleByArrayLiteral {
    @inlinable
    public init(arrayLiteral rows: [Element]...) {
        let columns = rows.first?.count ?? 0
        for (index, row) in rows.enumerated() {
            require(row.count == columns, "row \(index) has \(row.count) elements, expected \(columns)")
        }
        self.init(
            rowCount: rows.count, columnCount: columns, storage: Array(rows.joined()), base: 0,
            stride: columns)
    }
}
