/// A table of numbers with value semantics, stored row by row.
///
/// Rows and blocks share the storage of the matrix they are taken from until one of the two is changed, so
/// taking them costs nothing.
///
///     let a: Matrix<Double> = [[1, 2], [3, 4]]
///     a * [1, 1]                                // [3, 7]
///     a.transposed * [1, 1]                     // [4, 6], without a transposed copy
public struct Matrix<Element: Scalar>: Sendable {
    public let rowCount: Int
    public let columnCount: Int
    /// Element (i, j) is `storage[base + i * stride + j]`.
    @usableFromInline var storage: [Element]
    @usableFromInline var base: Int
    @usableFromInline var stride: Int

    @inlinable
    init(rowCount: Int, columnCount: Int, storage: [Element], base: Int, stride: Int) {
        self.rowCount = rowCount
        self.columnCount = columnCount
        self.storage = storage
        self.base = base
        self.stride = stride
    }

    public var shape: Shape { Shape(rows: rowCount, columns: columnCount) }

    /// The elements row by row; no copy unless this is a part of a larger matrix.
    @inlinable
    public var elements: [Element] { compacted().storage }

    /// Whether the storage holds this matrix and nothing else.
    @inlinable var isWhole: Bool {
        base == 0 && (stride == columnCount || rowCount <= 1) && storage.count == rowCount * columnCount
    }

    /// The same matrix with a storage of its own where it is a part of a larger one.
    @inlinable
    func compacted() -> Matrix {
        guard !isWhole else { return self }
        return Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            for row in 0..<rowCount {
                let start = base + row * stride
                _ = result[(row * columnCount)..<(row + 1) * columnCount]
                    .initialize(fromContentsOf: storage[start..<start + columnCount])
            }
        }
    }

    @inlinable
    mutating func detach() {
        if !isWhole { self = compacted() }
    }
}
