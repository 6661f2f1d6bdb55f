/// What a verifier knows: the root of the signer's tree.
public struct HashPublicKey: Hashable, Sendable {
    public let parameters: HashSignatureParameters
    /// 16 bytes in front of everything that is hashed, different for each key.
    public let seed: [UInt8]
    /// n bits.
    public let root: [UInt8]

    /// - Throws: `HashSignatureError.seedByteCount` or `.rootByteCount`.
    public init(
        _ parameters: HashSignatureParameters, seed: [UInt8], root: [UInt8]
    ) throws(HashSignatureError) {
        guard seed.count == 16 else { throw .seedByteCount(seed.count) }
        guard root.count == parameters.hashBytes else {
            throw .rootByteCount(root.count, expected: parameters.hashBytes)
        }
        self.parameters = parameters
        self.seed = seed
        self.root = root
    }

    /// Whether this is a signature of the message under this key, by libsodium's hash.
    ///
    /// - Throws: `HashSignatureError.messageByteCount`.
    public func verifies(
        _ signature: HashSignature, of message: [UInt8]
    ) throws(HashSignatureError) -> Bool {
        let hash = CutHash(parameters, seed: seed)
        let digits = hash.digits(try hash.digest(of: message, signature))
        let ends = zip(digits, signature.chains).enumerated().map { chain, pair in
            hash.walk(pair.1, chain: chain, from: pair.0, to: parameters.largestDigit)
        }
        var node = hash(.leaf, ends.flatMap { $0 })
        for (level, sibling) in signature.path.enumerated() {
            let isRight = signature.leaf >> level & 1 == 1
            node = hash(.node(level: level), isRight ? sibling + node : node + sibling)
        }
        return node == root
    }
}

/// The hash cut off after n bits, and what is computed with it.
struct CutHash {
    let parameters: HashSignatureParameters
    let seed: [UInt8]

    init(_ parameters: HashSignatureParameters, seed: [UInt8]) {
        self.parameters = parameters
        self.seed = seed
    }

    func callAsFunction(_ use: HashUse, _ value: [UInt8]) -> [UInt8] {
        Array(full(use, value).prefix(parameters.hashBytes))
    }

    private func full(_ use: HashUse, _ value: [UInt8]) -> [UInt8] {
        SHA256.hash(use.prefix(seed: seed, valueByteCount: value.count) + value)
    }

    /// The digest of a message with a signature's leaf and randomizer: `digestBits` bits.
    func digest(
        of message: [UInt8], leaf: Int, randomizer: [UInt8]
    ) throws(HashSignatureError) -> [Bool] {
        guard message.count == parameters.messageByteCount else {
            throw .messageByteCount(message.count, expected: parameters.messageByteCount)
        }
        let value = Self.leafBytes(leaf) + randomizer + message
        return Array(Bits.of(full(.message, value)).prefix(parameters.digestBits))
    }

    func digest(
        of message: [UInt8], _ signature: HashSignature
    ) throws(HashSignatureError) -> [Bool] {
        try digest(of: message, leaf: signature.leaf, randomizer: signature.randomizer)
    }

    static func leafBytes(_ leaf: Int) -> [UInt8] { [0, 0, UInt8(leaf >> 8), UInt8(leaf & 255)] }

    /// The digits of a digest and of its checksum, the highest bits first.
    func digits(_ digest: [Bool]) -> [Int] {
        let size = parameters.digitBits
        func digits(of bits: [Bool]) -> [Int] {
            stride(from: 0, to: bits.count, by: size).map { Bits.number(bits[$0..<$0 + size]) }
        }
        let first = digits(of: digest)
        let checksum = first.reduce(0) { $0 + parameters.largestDigit - $1 }
        return first + digits(of: Bits.of(checksum, count: parameters.checksumDigits * size))
    }

    /// The value at place `end` of a chain from that at place `start`.
    func walk(_ value: [UInt8], chain: Int, from start: Int, to end: Int) -> [UInt8] {
        var value = value
        for step in start..<max(start, end) { value = self(.chain(chain, step: step), value) }
        return value
    }
}
