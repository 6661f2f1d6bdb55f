extension Matrix {
    /// AᵀA, the inner products of the columns: m × n gives n × n. `a.transposed * a` is the same.
    ///
    /// - Complexity: m n² / 2 multiplications, half those of a product; allocates the result.
    @inlinable public var gram: Matrix { symmetricProduct(transposed: true) }

    /// A Aᵀ, or Aᵀ A where `transposed`; exactly symmetric, or zeros above the diagonal unless `isMirrored`.
    @usableFromInline
    func symmetricProduct(transposed: Bool, isMirrored: Bool = true) -> Matrix {
        let (order, inner) = transposed ? (columnCount, rowCount) : (rowCount, columnCount)
        var result = Matrix.zeros(rows: order, columns: order)
        _ = withUnsafeBase { source in
            result.withUnsafeMutableBufferPointer { result in
                guard let result = result.baseAddress else { return }
                Element.addSymmetricProduct(
                    source, order: order, inner: inner, stride: stride, transposed: transposed, result: result
                )
                if isMirrored { Element.mirrorLowerTriangle(result, order: order) }
            }
        }
        return result
    }

    /// Whether both are the same part of the same storage.
    @inlinable
    func isSame(as other: Matrix) -> Bool {
        shape == other.shape && base == other.base && stride == other.stride
            && storage.withUnsafeBufferPointer { first in
                other.storage.withUnsafeBufferPointer { first.baseAddress == $0.baseAddress }
            }
    }
}
