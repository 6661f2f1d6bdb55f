import CallSites

extension Vector {
    /// The inner product Σ xᵢ yᵢ.
    @inlinable
    public func dot(_ other: Vector, file: StaticString = #file, line: UInt = #line) -> Element {
        require(count == other.count, "vectors have \(count) and \(other.count) elements", file, line)
        return withUnsafeBufferPointer { left in
            other.withUnsafeBufferPointer { right in
                guard let x = left.baseAddress, let y = right.baseAddress else { return 0 }
                return Element.dot(x, y, count: left.count)
            }
        }
    }

    /// The Euclidean length √Σ xᵢ², without overflow or underflow on the way.
    @inlinable
    public var norm: Element {
        withUnsafeBufferPointer { buffer in
            guard let x = buffer.baseAddress else { return 0 }
            return Element.norm(x, count: buffer.count)
        }
    }

    /// Σ |xᵢ|.
    @inlinable
    public var norm1: Element { reduce(0) { $0 + $1.magnitude } }

    /// max |xᵢ|; 0 for a vector without elements, NaN where an element is NaN.
    @inlinable
    public var normInfinity: Element {
        reduce(0) { $1.isNaN || $1.magnitude > $0 ? $1.magnitude : $0 }
    }

    /// The number of elements that are not 0, the "l0 norm".
    @inlinable
    public var nonzeroCount: Int { reduce(0) { $1 == 0 ? $0 : $0 + 1 } }

    /// Σ xᵢ.
    @inlinable
    public var sum: Element { reduce(0, +) }

    /// Whether no element is NaN or infinite.
    @inlinable
    public var isFinite: Bool { allSatisfy(\.isFinite) }
}
