extension Matrix {
    /// The Frobenius norm √Σ aᵢⱼ².
    @inlinable
    public var norm: Element {
        withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return 0 }
            return Element.norm(start, count: buffer.count)
        }
    }

    /// The largest sum of magnitudes in a column: the operator norm for Σ |xᵢ|.
    @inlinable
    public var norm1: Element {
        var sums = Vector<Element>.zeros(columnCount)
        for row in 0..<rowCount { sums += self.row(row).mapElements(\.magnitude) }
        return sums.normInfinity
    }

    /// The largest sum of magnitudes in a row: the operator norm for max |xᵢ|.
    @inlinable
    public var normInfinity: Element {
        Vector((0..<rowCount).map { row($0).norm1 }).normInfinity
    }

    /// Σ aᵢⱼ of each column: n columns, n sums.
    @inlinable
    public var columnSums: Vector<Element> {
        transposed * Vector(repeating: 1, count: rowCount)
    }

    /// Whether no element is NaN or infinite.
    @inlinable
    public var isFinite: Bool { withUnsafeBufferPointer { $0.allSatisfy(\.isFinite) } }
}
