import CallSites

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
    public func combineElements(
        with other: Matrix, file: StaticString = #file, line: UInt = #line,
        _ combine: (Element, Element) -> Element
    ) -> Matrix {
        require(shape == other.shape, "matrices of \(shape) and \(other.shape)", file, line)
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
    public func multipliedElementwise(by other: Matrix, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        combineElements(with: other, file: file, line: line, *)
    }

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
    public func scalingRows(by factors: Vector<Element>, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        require(
            factors.count == rowCount, "\(factors.count) factors for the rows of a matrix of \(shape)", file,
            line)
        return mapRows { row, source, result in
            let factor = factors[row]
            for column in source.indices {
                result.initializeElement(at: column, to: factor * source[column])
            }
        }
    }

    /// A with `offsets` added to each of its rows.
    @inlinable
    public func addingToRows(_ offsets: Vector<Element>, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        combineRows(with: offsets, file: file, line: line, +)
    }

    /// A diag(d): column j times `factors[j]`.
    @inlinable
    public func scalingColumns(by factors: Vector<Element>, file: StaticString = #file, line: UInt = #line)
        -> Matrix
    {
        combineRows(with: factors, file: file, line: line, *)
    }

    /// A matrix whose element (i, j) is `combine` of the element there and of element j of the vector.
    @inlinable
    public func combineRows(
        with vector: Vector<Element>, file: StaticString = #file, line: UInt = #line,
        _ combine: (Element, Element) -> Element
    ) -> Matrix {
        require(
            vector.count == columnCount,
            "a vector of \(vector.count) elements for the columns of a matrix of \(shape)", file, line)
        return vector.withUnsafeBufferPointer { vector in
            mapRows { _, source, result in
                for column in source.indices {
                    result.initializeElement(at: column, to: combine(source[column], vector[column]))
                }
            }
        }
    }

    /// A matrix of the same shape, each row of which `write` writes from the row in its place.
    @inlinable
    func mapRows(
        _ write: (Int, UnsafeBufferPointer<Element>, UnsafeMutableBufferPointer<Element>) -> Void
    ) -> Matrix {
        Matrix(unsafeUninitializedRows: rowCount, columns: columnCount) { result in
            storage.withUnsafeBufferPointer { storage in
                for row in 0..<rowCount {
                    let start = base + row * stride
                    let place = row * columnCount
                    write(
                        row, UnsafeBufferPointer(rebasing: storage[start..<start + columnCount]),
                        UnsafeMutableBufferPointer(rebasing: result[place..<place + columnCount]))
                }
            }
        }
    }
}
