/// A column of numbers with value semantics.
///
/// A row of a matrix is a vector that shares the matrix's storage until one of the two is changed.
///
///     let x: Vector<Double> = [3, 4]
///     x.norm                                    // 5
public struct Vector<Element: Scalar>: Sendable {
    /// The elements are `storage[base ..< base + count]`.
    @usableFromInline var storage: [Element]
    @usableFromInline var base: Int
    @usableFromInline var size: Int

    @inlinable
    init(storage: [Element], base: Int, count: Int) {
        self.storage = storage
        self.base = base
        self.size = count
    }

    @inlinable
    public init(_ elements: [Element]) {
        self.init(storage: elements, base: 0, count: elements.count)
    }

    @inlinable
    public init(_ elements: some Sequence<Element>) {
        self.init(Array(elements))
    }

    @inlinable
    public init(repeating element: Element, count: Int) {
        self.init(Array(repeating: element, count: count))
    }

    @inlinable
    public var count: Int { size }

    /// A vector of zeros.
    @inlinable
    public static func zeros(_ count: Int) -> Self {
        Self(repeating: 0, count: count)
    }

    /// A vector whose elements `initializer` writes, every one of `count`.
    @inlinable
    public init(
        unsafeUninitializedCount count: Int, initializer: (UnsafeMutableBufferPointer<Element>) -> Void
    ) {
        let elements = [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
            initializer(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
            initialized = count
        }
        self.init(storage: elements, base: 0, count: count)
    }

    /// The elements as an array; no copy unless this is a part of a larger vector or matrix.
    @inlinable
    public var elements: [Element] {
        isWhole ? storage : Array(storage[base..<base + count])
    }

    @inlinable var isWhole: Bool { base == 0 && storage.count == count }

    /// Lets go of the larger vector or matrix that this is a part of.
    @inlinable
    mutating func detach() {
        guard !isWhole else { return }
        storage = Array(storage[base..<base + count])
        base = 0
    }
}

extension Vector: ExpressibleByArrayLiteral {
    @inlinable
    public init(arrayLiteral elements: Element...) {
        self.init(elements)
    }
}
