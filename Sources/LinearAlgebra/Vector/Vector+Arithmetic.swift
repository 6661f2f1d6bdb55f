import CallSites

extension Vector {
    /// A vector whose element i is `transform` of element i.
    @inlinable
    public func mapElements(_ transform: (Element) -> Element) -> Vector {
        Vector(unsafeUninitializedCount: count) { result in
            withUnsafeBufferPointer { source in
                for index in 0..<source.count {
                    result.initializeElement(at: index, to: transform(source[index]))
                }
            }
        }
    }

    /// A vector whose element i is `combine` of both elements i.
    @inlinable
    public func combineElements(
        with other: Vector, file: StaticString = #file, line: UInt = #line,
        _ combine: (Element, Element) -> Element
    ) -> Vector {
        require(count == other.count, "vectors have \(count) and \(other.count) elements", file, line)
        return Vector(unsafeUninitializedCount: count) { result in
            withUnsafeBufferPointer { left in
                other.withUnsafeBufferPointer { right in
                    for index in 0..<left.count {
                        result.initializeElement(at: index, to: combine(left[index], right[index]))
                    }
                }
            }
        }
    }

    /// The vector of products xᵢ yᵢ.
    @inlinable
    public func multipliedElementwise(by other: Vector, file: StaticString = #file, line: UInt = #line)
        -> Vector
    {
        combineElements(with: other, file: file, line: line, *)
    }

    /// The vector of quotients xᵢ / yᵢ.
    @inlinable
    public func dividedElementwise(by other: Vector, file: StaticString = #file, line: UInt = #line) -> Vector
    {
        combineElements(with: other, file: file, line: line, /)
    }

    @inlinable
    public static func + (left: Vector, right: Vector) -> Vector { left.combineElements(with: right, +) }
    @inlinable
    public static func - (left: Vector, right: Vector) -> Vector { left.combineElements(with: right, -) }
    @inlinable
    public static prefix func - (vector: Vector) -> Vector { vector.mapElements { -$0 } }
    @inlinable
    public static func * (factor: Element, vector: Vector) -> Vector { vector.mapElements { factor * $0 } }
    @inlinable
    public static func * (vector: Vector, factor: Element) -> Vector { factor * vector }
    @inlinable
    public static func / (vector: Vector, divisor: Element) -> Vector { vector.mapElements { $0 / divisor } }

    @inlinable
    public static func += (left: inout Vector, right: Vector) { left = left + right }
    @inlinable
    public static func -= (left: inout Vector, right: Vector) { left = left - right }
    @inlinable
    public static func *= (vector: inout Vector, factor: Element) { vector = factor * vector }
    @inlinable
    public static func /= (vector: inout Vector, divisor: Element) { vector = vector / divisor }
}
