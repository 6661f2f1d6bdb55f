// Goals, in this order: exactly the normal distribution, up to the spacing of 53-bit numbers; the same
// numbers on every machine; speed.
//
// The method is the ziggurat of Marsaglia and Tsang (2000) with 256 layers. It is a rejection method, so its
// distribution is exact: no table or polynomial approximates the normal quantile. 98.8 % of the draws take
// one multiplication and one comparison. Box and Muller's transform is exact too, but takes its logarithm and
// cosine from the C library, whose last bits differ between machines; and it costs several times as much.
// Layer, sign and position come from disjoint bits of one word: taking them from the same bits is the known
// fault of the first published code (Doornik 2005).
extension Generator {
    /// A number from the normal distribution with mean 0 and variance 1.
    public mutating func gaussian() -> Double {
        let tables = Ziggurat.tables
        while true {
            let word = next()
            let (value, isInside) = tables.candidate(word)
            if isInside { return value }
            if let settled = settle(word, candidate: value, tables) { return settled }
        }
    }

    /// `count` independent numbers from the normal distribution with mean 0 and variance 1.
    ///
    /// They are not the numbers that as many calls of `gaussian()` give: here the doubtful draws of a block
    /// are settled after the block.
    public mutating func gaussians(_ count: Int) -> [Double] {
        Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            fillWithGaussians(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
            initialized = count
        }
    }

    /// Writes independent normal numbers to every place of a buffer.
    public mutating func fillWithGaussians(_ buffer: UnsafeMutableBufferPointer<Double>) {
        let tables = Ziggurat.tables
        var doubtful: [(place: Int, word: UInt64)] = []
        var filled = 0
        while filled < buffer.count {
            doubtful.removeAll(keepingCapacity: true)
            withBufferedWords { words in
                let count = min(words.count, buffer.count - filled)
                for index in 0..<count {
                    let (value, isInside) = tables.candidate(words[index])
                    buffer.initializeElement(at: filled + index, to: value)
                    if !isInside { doubtful.append((filled + index, words[index])) }
                }
                filled += count
                return count
            }
            for (place, word) in doubtful {
                buffer[place] = settle(word, candidate: buffer[place], tables) ?? gaussian()
            }
        }
    }

    /// Decides on a candidate outside the rectangle that lies wholly below the density.
    ///
    /// - Returns: the draw, or `nil` where the candidate is rejected and a new word must be taken.
    private mutating func settle(_ word: UInt64, candidate: Double, _ tables: Ziggurat) -> Double? {
        let layer = Ziggurat.layer(of: word)
        if layer == 0 { return candidate < 0 ? -tail() : tail() }
        let lower = tables.densities[layer]
        let height = lower + (tables.densities[layer + 1] - lower) * uniform()
        return height < PortableMath.exp(-0.5 * candidate * candidate) ? candidate : nil
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
