internal import CallSites

/// A cryptographic random number generator: the same seed gives the same numbers on every machine.
///
/// The output is the ChaCha20 keystream of RFC 8439. An observer who does not know the seed cannot tell it
/// from coin flips unless ChaCha20 is broken, so an experiment's result cannot be an artefact of a weak
/// generator.
///
///     var coins = Generator(seed: 7).stream("coins")
///     coins.bit()
///
/// A generator is a value: a copy gives the numbers that the original would have given.
public struct Generator: RandomNumberGenerator, Sendable {
    /// 32 bytes from which everything follows.
    let key: [UInt8]
    /// The next words of the keystream are `buffer[cursor...]`.
    private var buffer: [UInt64] = []
    private var cursor = 0
    /// The number of 64-byte blocks taken from the keystream so far.
    private var block: UInt64

    /// The generator whose output is the keystream of `key` from the given 64-byte block on.
    ///
    /// - Parameter key: 32 bytes.
    public init(key: [UInt8], block: UInt64 = 0, file: StaticString = #file, line: UInt = #line) {
        require(key.count == Keystream.keyByteCount, "a key of \(key.count) bytes, expected 32", file, line)
        require(
            block.isMultiple(of: Keystream.blocksPerRefill), "block \(block) is not a multiple of 64", file,
            line)
        self.key = key
        self.block = block
    }

    /// A generator for each integer.
    public init(seed: Int) {
        self.init(
            key: Keystream.key(for: "integer", withUnsafeBytes(of: Int64(seed).littleEndian, Array.init)))
    }

    /// A generator for each text; compared byte by byte as UTF-8.
    public init(seed: String) {
        self.init(key: Keystream.key(for: "text", Array(seed.utf8)))
    }

    /// The generator of this name that belongs to this one.
    ///
    /// Streams of different names are independent of each other and of this generator, and do not depend on
    /// what has been drawn from it, so adding a draw somewhere changes nothing elsewhere.
    public func stream(_ name: String) -> Generator {
        Generator(key: Keystream.key(for: "stream", Array(name.utf8), under: key))
    }

    /// The generator with this number that belongs to this one, for repetitions of an experiment.
    public func stream(_ number: Int) -> Generator {
        let bytes = withUnsafeBytes(of: Int64(number).littleEndian, Array.init)
        return Generator(key: Keystream.key(for: "number", bytes, under: key))
    }

    /// 64 random bits.
    public mutating func next() -> UInt64 {
        if cursor == buffer.count { refill() }
        defer { cursor += 1 }
        return buffer[cursor]
    }

    private mutating func refill() {
        if buffer.isEmpty { buffer = Array(repeating: 0, count: Keystream.wordsPerRefill) }
        Keystream.write(to: &buffer, key: key, block: block)
        block += Keystream.blocksPerRefill
        cursor = 0
    }

    /// Hands the words that are left in the buffer to `body`, which says how many it used.
    mutating func withBufferedWords(_ body: (UnsafeBufferPointer<UInt64>) -> Int) {
        if cursor == buffer.count { refill() }
        cursor += buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[cursor...])) }
    }
}
