import CallSites

extension Matrix {
    /// A x.
    ///
    /// - Complexity: rows · columns multiplications; allocates the result.
    @inlinable
    public static func * (matrix: Matrix, vector: Vector<Element>) -> Vector<Element> {
        product(matrix, transposed: false, vector)
    }

    /// A B.
    ///
    /// - Complexity: one multiplication for each row of A, column of B and column of A; allocates the result.
    @inlinable
    public static func * (left: Matrix, right: Matrix) -> Matrix {
        product(left, transposed: false, right, transposed: false)
    }

    /// Aᵀ B; Aᵀ A takes half the multiplications.
    @inlinable
    public static func * (left: TransposedMatrix<Element>, right: Matrix) -> Matrix {
        if left.original.isSame(as: right) { return right.symmetricProduct(transposed: true) }
        return product(left.original, transposed: true, right, transposed: false)
    }

    /// A Bᵀ; A Aᵀ takes half the multiplications.
    @inlinable
    public static func * (left: Matrix, right: TransposedMatrix<Element>) -> Matrix {
        if left.isSame(as: right.original) { return left.symmetricProduct(transposed: false) }
        return product(left, transposed: false, right.original, transposed: true)
    }

    @inlinable
    static func product(
        _ matrix: Matrix, transposed: Bool, _ vector: Vector<Element>
    ) -> Vector<Element> {
        let shape = transposed ? matrix.transposed.shape : matrix.shape
        require(shape.columns == vector.count, "matrix of \(shape) times vector of \(vector.count) elements")
        var result = Vector<Element>.zeros(shape.rows)
        _ = matrix.withUnsafeBase { source in
            vector.withUnsafeBufferPointer { vector in
                result.withUnsafeMutableBufferPointer { result in
                    guard let vector = vector.baseAddress, let result = result.baseAddress else { return }
                    Element.multiply(
                        source, rows: matrix.rowCount, columns: matrix.columnCount, stride: matrix.stride,
                        transposed: transposed, vector: vector, result: result)
                }
            }
        }
        return result
    }

    @inlinable
    static func product(
        _ left: Matrix, transposed leftTransposed: Bool, _ right: Matrix, transposed rightTransposed: Bool
    ) -> Matrix {
        let leftShape = leftTransposed ? left.transposed.shape : left.shape
        let rightShape = rightTransposed ? right.transposed.shape : right.shape
        require(leftShape.columns == rightShape.rows, "matrix of \(leftShape) times matrix of \(rightShape)")
        var result = Matrix.zeros(rows: leftShape.rows, columns: rightShape.columns)
        _ = left.withUnsafeBase { first in
            right.withUnsafeBase { second in
                result.withUnsafeMutableBufferPointer { result in
                    guard let result = result.baseAddress else { return }
                    Element.multiply(
                        first, stride: left.stride, transposed: leftTransposed,
                        second, stride: right.stride, transposed: rightTransposed,
                        rows: leftShape.rows, columns: rightShape.columns, inner: leftShape.columns,
                        result: result)
                }
            }
        }
        return result
    }
}

extension TransposedMatrix {
    /// Aᵀ x.
    @inlinable
    public static func * (matrix: TransposedMatrix, vector: Vector<Element>) -> Vector<Element> {
        Matrix.product(matrix.original, transposed: true, vector)
    }
}
