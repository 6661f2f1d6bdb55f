internal import CallSites

extension Generator {
    /// A number in [0, 1), each multiple of 2⁻⁵³ equally likely.
    public mutating func uniform() -> Double {
        Double(Int64(bitPattern: next() >> 11)) * 0x1p-53
    }

    /// A number in the range, each of 2⁵³ equally spaced ones equally likely.
    public mutating func uniform(in range: Range<Double>, file: StaticString = #file, line: UInt = #line)
        -> Double
    {
        require((range.upperBound - range.lowerBound).isFinite, "range \(range) is not finite", file, line)
        let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
        // Rounding may reach the upper bound, which does not belong to the range.
        return value < range.upperBound ? value : range.upperBound.nextDown
    }

    /// `count` numbers in [0, 1): those of as many calls of `uniform()`.
    public mutating func uniforms(
        _ count: Int, file: StaticString = #file, line: UInt = #line
    ) -> [Double] {
        require(count >= 0, "\(count) uniform numbers", file, line)
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            fillWithUniforms(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
            initialized = count
        }
    }

    /// Writes independent numbers in [0, 1) to every place of a buffer: those of as many calls of
    /// `uniform()`.
    public mutating func fillWithUniforms(_ buffer: UnsafeMutableBufferPointer<Double>) {
        LargePages.request(for: buffer)
        var filled = 0
        while filled < buffer.count {
            withBufferedWords { words in
                let count = min(words.count, buffer.count - filled)
                for index in 0..<count {
                    let position = Int64(bitPattern: words[index] >> 11)
                    buffer.initializeElement(at: filled + index, to: Double(position) * 0x1p-53)
                }
                filled += count
                return count
            }
        }
    }

    /// An integer in 0 ..< bound, each equally likely.
    ///
    /// Source: Lemire 2019, "Fast random integer generation in an interval", Algorithm 5. The standard
    /// library's own method is not used because its algorithm, and with it the numbers, may change with the
    /// toolchain.
    public mutating func integer(below bound: Int, file: StaticString = #file, line: UInt = #line) -> Int {
        require(bound > 0, "an integer below \(bound)", file, line)
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let threshold = (0 &- bound) % bound
            while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }
}
