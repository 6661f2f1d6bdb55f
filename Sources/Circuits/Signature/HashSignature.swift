/// A signature: one value of each chain of a leaf, and the leaf's way to the root.
public struct HashSignature: Hashable, Sendable {
    /// The number of the leaf, from 0.
    public let leaf: Int
    /// n bits that are hashed with the message, and that nobody can foresee.
    public let randomizer: [UInt8]
    /// For each digit m of the digest and of its checksum, the value at place m of the digit's chain.
    public let chains: [[UInt8]]
    /// The neighbours on the way from the leaf to the root.
    public let path: [[UInt8]]

    /// The leaf, highest bit first, the randomizer, the chains and the path: `signatureBits` bits.
    public func bits(_ parameters: HashSignatureParameters) -> [Bool] {
        Bits.of(leaf, count: parameters.treeHeight)
            + Bits.of(randomizer + chains.flatMap { $0 } + path.flatMap { $0 })
    }

    /// Any bits of the right number are the bits of some signature.
    ///
    /// - Throws: `HashSignatureError.signatureBitCount`.
    public init(bits: [Bool], _ parameters: HashSignatureParameters) throws(HashSignatureError) {
        guard bits.count == parameters.signatureBits else {
            throw .signatureBitCount(bits.count, expected: parameters.signatureBits)
        }
        leaf = Bits.number(bits[..<parameters.treeHeight])
        let values = stride(from: parameters.treeHeight, to: bits.count, by: parameters.hashBits).map {
            Bits.bytes(Array(bits[$0..<$0 + parameters.hashBits]))
        }
        randomizer = values[0]
        chains = Array(values[1...parameters.chainCount])
        path = Array(values[(1 + parameters.chainCount)...])
    }

    init(leaf: Int, randomizer: [UInt8], chains: [[UInt8]], path: [[UInt8]]) {
        self.leaf = leaf
        self.randomizer = randomizer
        self.chains = chains
        self.path = path
    }
}
