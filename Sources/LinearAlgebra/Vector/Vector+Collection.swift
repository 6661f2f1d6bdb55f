import CallSites

extension Vector: RandomAccessCollection, MutableCollection {
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }

    @inlinable
    public subscript(index: Int) -> Element {
        get {
            require(index >= 0 && index < count, "index \(index) of a vector with \(count) elements")
            return storage[base + index]
        }
        set {
            require(index >= 0 && index < count, "index \(index) of a vector with \(count) elements")
            detach()
            storage[index] = newValue
        }
    }

    /// The elements of a range, sharing storage; its indices start at 0 again.
    @inlinable
    public func part(_ range: Range<Int>, file: StaticString = #file, line: UInt = #line) -> Vector {
        require(
            range.lowerBound >= 0 && range.upperBound <= count,
            "part \(range) of a vector with \(count) elements", file, line)
        return Vector(storage: storage, base: base + range.lowerBound, count: range.count)
    }

    @inlinable
    public func withUnsafeBufferPointer<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        try storage.withUnsafeBufferPointer { buffer in
            try body(UnsafeBufferPointer(rebasing: buffer[base..<base + count]))
        }
    }

    @inlinable
    public mutating func withUnsafeMutableBufferPointer<Result>(
        _ body: (UnsafeMutableBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        detach()
        return try storage.withUnsafeMutableBufferPointer { try body($0) }
    }

    @inlinable
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        try withUnsafeBufferPointer(body)
    }
}

extension Vector: Hashable {
    @inlinable
    public static func == (left: Vector, right: Vector) -> Bool {
        left.count == right.count && left.elementsEqual(right)
    }

    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for element in self { hasher.combine(element) }
    }
}

extension Vector: Codable {
    @inlinable
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode([Element].self))
    }

    @inlinable
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(elements)
    }
}
