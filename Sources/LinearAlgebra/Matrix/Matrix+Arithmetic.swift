extension Matrix {
    /// A matrix whose every element is `transform` of the element in its place.
    @inlinable
    public func mapElements(_ transform: (Element) -> Element) -> Matrix {
        Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            withUnsafeBufferPointer { source in
                for index in 0..<source.count {
                    result.initializeElement(at: index, to: transform(source[index]))
                }
            }
        }
    }

    /// A matrix whose every element is `combine` of the two elements in its place.
    @inlinable
    public func combineElements(with other: Matrix, _ combine: (Element, Element) -> Element) -> Matrix {
        require(shape == other.shape, "matrices of \(shape) and \(other.shape)")
        return Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            withUnsafeBufferPointer { left in
                other.withUnsafeBufferPointer { right in
                    for index in 0..<left.count {
                        result.initializeElement(at: index, to: combine(left[index], right[index]))
                    }
                }
            }
        }
    }

    /// The matrix of products of elements in the same place.
    @inlinable
    public func multipliedElementwise(by other: Matrix) -> Matrix { combineElements(with: other, *) }

    @inlinable
    public static func + (left: Matrix, right: Matrix) -> Matrix { left.combineElements(with: right, +) }
    @inlinable
    public static func - (left: Matrix, right: Matrix) -> Matrix { left.combineElements(with: right, -) }
    @inlinable
    public static prefix func - (matrix: Matrix) -> Matrix { matrix.mapElements { -$0 } }
    @inlinable
    public static func * (factor: Element, matrix: Matrix) -> Matrix { matrix.mapElements { factor * $0 } }
    @inlinable
    public static func * (matrix: Matrix, factor: Element) -> Matrix { factor * matrix }
    @inlinable
    public static func / (matrix: Matrix, divisor: Element) -> Matrix { matrix.mapElements { $0 / divisor } }

    @inlinable
    public static func += (left: inout Matrix, right: Matrix) { left = left + right }
    @inlinable
    public static func -= (left: inout Matrix, right: Matrix) { left = left - right }
    @inlinable
    public static func *= (matrix: inout Matrix, factor: Element) { matrix = factor * matrix }

    /// diag(d) A: row i times `factors[i]`.
    @inlinable
    public func scalingRows(by factors: Vector<Element>) -> Matrix {
        require(factors.count == rowCount, "\(factors.count) factors for the rows of a matrix of \(shape)")
        return mapRows { row, _, element in factors[row] * element }
    }

    /// A with `offsets` added to each of its rows.
    @inlinable
    public func addingToRows(_ offsets: Vector<Element>) -> Matrix {
        require(
            offsets.count == columnCount, "\(offsets.count) offsets for the columns of a matrix of \(shape)")
        return mapRows { _, column, element in element + offsets[column] }
    }

    /// A diag(d): column j times `factors[j]`.
    @inlinable
    public func scalingColumns(by factors: Vector<Element>) -> Matrix {
        require(
            factors.count == columnCount, "\(factors.count) factors for the columns of a matrix of \(shape)")
        return mapRows { _, column, element in factors[column] * element }
    }

    @inlinable
    func mapRows(_ transform: (Int, Int, Element) -> Element) -> Matrix {
        Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            for row in 0..<rowCount {
                let start = base + row * stride
                for column in 0..<columnCount {
                    let element = transform(row, column, storage[start + column])
                    result.initializeElement(at: row * columnCount + column, to: element)
                }
            }
        }
    }
}
