/// A matrix read with rows and columns exchanged, as a factor of a product; nothing is copied.
public struct TransposedMatrix<Element: Scalar>: Sendable {
    /// The matrix as it is stored.
    public let original: Matrix<Element>

    @inlinable
    init(original: Matrix<Element>) {
        self.original = original
    }

    @inlinable
    public var rowCount: Int { original.columnCount }
    @inlinable
    public var columnCount: Int { original.rowCount }
    public var shape: Shape { Shape(rows: rowCount, columns: columnCount) }
    /// The matrix as it is stored.
    @inlinable
    public var transposed: Matrix<Element> { original }
}

extension Matrix {
    /// This matrix with rows and columns exchanged, for products: `a.transposed * b` copies nothing.
    @inlinable
    public var transposed: TransposedMatrix<Element> { TransposedMatrix(original: self) }
}
