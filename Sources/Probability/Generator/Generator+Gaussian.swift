internal import CallSites

// Goals, in this order: exactly the normal distribution, up to the spacing of the numbers; the same numbers
// on every machine, one by one or many at once; speed.
//
// The method is the ziggurat of Marsaglia and Tsang (2000) with 256 layers. It is a rejection method, so its
// distribution is exact: no table or polynomial approximates the normal quantile. 98.8 % of the draws take
// one word, one multiplication and one comparison. Box and Muller's transform is exact too, but takes its
// logarithm and cosine from the C library, whose last bits differ between machines; and it costs several
// times as much. Layer, sign and position come from disjoint bits of one word: taking them from the same
// bits is the known fault of the first published code (Doornik 2005). 53 bits of position, and so 64 of a
// word, are taken although 32 would be faster: numbers on a coarse grid can be told from normal ones that
// were changed afterwards.
extension Generator {
    /// A number from the normal distribution with mean 0 and variance 1.
    ///
    /// The distribution is that of an exact normal number rounded to one of 2⁵³ places in its layer, which
    /// are at most 4.4 · 10⁻¹⁶ apart. No draw exceeds 12.3 in magnitude; an exact one would with
    /// probability 10⁻³⁴.
    public mutating func gaussian() -> Double {
        let tables = Ziggurat.tables
        while true {
            let word = next()
            let layer = Ziggurat.layer(of: word)
            let (value, isInside) = tables.layers[layer].candidate(word)
            if isInside { return value }
            if layer == 0 { return value < 0 ? -tail() : tail() }
            let (lower, upper) = (tables.densities[layer], tables.densities[layer + 1])
            if lower + (upper - lower) * uniform() < PortableMath.exp(-0.5 * value * value) { return value }
        }
    }

    /// `count` independent numbers from the normal distribution with mean 0 and variance 1.
    ///
    /// They are the numbers that as many calls of `gaussian()` give.
    public mutating func gaussians(_ count: Int, file: StaticString = #file, line: UInt = #line) -> [Double] {
        require(count >= 0, "\(count) normal numbers", file, line)
        return Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            fillWithGaussians(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
            initialized = count
        }
    }

    /// Writes independent normal numbers to every place of a buffer: those of as many calls of `gaussian()`.
    public mutating func fillWithGaussians(_ buffer: UnsafeMutableBufferPointer<Double>) {
        LargePages.request(for: buffer)
        fill(buffer)
    }

    /// Writes the same numbers block by block, and hands over each block while it is still in the cache.
    ///
    /// For who changes the numbers at once: a second pass over a large buffer costs as much as drawing them.
    ///
    /// - Parameters:
    ///   - blockSize: numbers a block, at least 1; the last block may have fewer.
    ///   - finish: is given the places of the numbers that have just been written.
    public mutating func fillWithGaussians(
        _ buffer: UnsafeMutableBufferPointer<Double>, blockSize: Int, file: StaticString = #file,
        line: UInt = #line, finish: (Range<Int>) -> Void
    ) {
        require(blockSize > 0, "blocks of \(blockSize) normal numbers, expected at least 1", file, line)
        LargePages.request(for: buffer)
        for start in stride(from: 0, to: buffer.count, by: blockSize) {
            let block = start..<min(start + blockSize, buffer.count)
            fill(UnsafeMutableBufferPointer(rebasing: buffer[block]))
            finish(block)
        }
    }

    private mutating func fill(_ buffer: UnsafeMutableBufferPointer<Double>) {
        let tables = Ziggurat.tables
        var filled = 0
        tables.layers.withUnsafeBufferPointer { layers in
            while filled < buffer.count {
                var isDoubtful = false
                withBufferedWords { words in
                    let count = min(words.count, buffer.count - filled)
                    var index = 0
                    while index < count {
                        let word = words[index]
                        let (value, isInside) = layers[Ziggurat.layer(of: word)].candidate(word)
                        buffer.initializeElement(at: filled + index, to: value)
                        if !isInside { break }
                        index += 1
                    }
                    filled += index
                    isDoubtful = index < count
                    return index
                }
                // The doubtful word is still the next one.
                if isDoubtful {
                    buffer.initializeElement(at: filled, to: gaussian())
                    filled += 1
                }
            }
        }
    }

    /// A draw from the normal distribution beyond the last layer (Marsaglia 1964).
    private mutating func tail() -> Double {
        while true {
            // 1 − u lies in (0, 1], so the logarithms are finite.
            let excess = -PortableMath.log(1 - uniform()) / Ziggurat.edge
            let bound = -PortableMath.log(1 - uniform())
            if 2 * bound > excess * excess { return Ziggurat.edge + excess }
        }
    }
}
