internal import CallSites

extension Generator {
    /// `true` or `false`, equally likely.
    public mutating func bit() -> Bool {
        next() & 1 == 1
    }

    /// `count` independent fair bits, 64 from each word.
    public mutating func bits(_ count: Int, file: StaticString = #file, line: UInt = #line) -> [Bool] {
        require(count >= 0, "\(count) bits", file, line)
        return fairCoins(count, heads: true, tails: false)
    }

    /// `count` independent fair signs: each 1 or −1 (Rademacher).
    public mutating func signs(_ count: Int, file: StaticString = #file, line: UInt = #line) -> [Double] {
        require(count >= 0, "\(count) signs", file, line)
        return fairCoins(count, heads: 1, tails: -1)
    }

    /// `true` with the given probability, to within 2⁻⁵³.
    public mutating func bernoulli(_ probability: Double, file: StaticString = #file, line: UInt = #line)
        -> Bool
    {
        require((0...1).contains(probability), "probability \(probability) is not in 0...1", file, line)
        return uniform() < probability
    }

    /// `count` independent outcomes, each `true` with the given probability, to within 2⁻⁵³.
    public mutating func bernoullis(
        _ count: Int, probability: Double, file: StaticString = #file, line: UInt = #line
    ) -> [Bool] {
        require((0...1).contains(probability), "probability \(probability) is not in 0...1", file, line)
        require(count >= 0, "\(count) outcomes", file, line)
        return (0..<count).map { _ in uniform() < probability }
    }

    private mutating func fairCoins<Side>(_ count: Int, heads: Side, tails: Side) -> [Side] {
        Array(unsafeUninitializedCapacity: count) { buffer, initialized in
            var word: UInt64 = 0
            for index in 0..<count {
                if index & 63 == 0 { word = next() }
                buffer.initializeElement(at: index, to: word & 1 == 1 ? heads : tails)
                word >>= 1
            }
            initialized = count
        }
    }
}
