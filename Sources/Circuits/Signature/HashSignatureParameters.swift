/// The sizes of a hash-based signature: Winternitz chains under a Merkle tree.
///
/// Source: Merkle, "A Certified Digital Signature", CRYPTO 1989; the layout follows the idea of XMSS (RFC
/// 8391), without its masks: a different prefix for each use of the hash, and a randomizer in the message's
/// digest.
public struct HashSignatureParameters: Hashable, Sendable {
    /// n: SHA-256 is cut off after so many bits, a multiple of 8 from 16 to 256.
    public let hashBits: Int
    /// The message's digest is cut off after so many bits, a multiple of `digitBits`.
    public let digestBits: Int
    /// The digest is read in digits of 1 to 4 bits. A chain of 2^`digitBits` values signs one digit.
    public let digitBits: Int
    /// h: the tree has 2^h leaves, each a key for one message; 0 to 16.
    public let treeHeight: Int
    /// The length of every message.
    public let messageByteCount: Int

    /// - Throws: `HashSignatureError.parameter`.
    public init(
        hashBits: Int, digestBits: Int, digitBits: Int, treeHeight: Int, messageByteCount: Int
    ) throws(HashSignatureError) {
        func require(
            _ name: String, _ value: Int, _ isRight: Bool, _ expected: String
        ) throws(HashSignatureError) {
            guard isRight else { throw .parameter(name, value, expected: expected) }
        }
        try require(
            "hashBits", hashBits, (16...256).contains(hashBits) && hashBits % 8 == 0,
            "a multiple of 8 from 16 to 256")
        try require("digitBits", digitBits, (1...4).contains(digitBits), "1 to 4")
        try require(
            "digestBits", digestBits, (1...256).contains(digestBits) && digestBits % digitBits == 0,
            "a multiple of \(digitBits) (the bits of a digit) from \(digitBits) to 256")
        try require("treeHeight", treeHeight, (0...16).contains(treeHeight), "0 to 16")
        try require(
            "messageByteCount", messageByteCount, (1...65_536).contains(messageByteCount), "1 to 65536")
        self.hashBits = hashBits
        self.digestBits = digestBits
        self.digitBits = digitBits
        self.treeHeight = treeHeight
        self.messageByteCount = messageByteCount
    }

    var hashBytes: Int { hashBits / 8 }
    /// The largest digit, and the number of steps of a chain.
    var largestDigit: Int { (1 << digitBits) - 1 }
    var digestDigits: Int { digestBits / digitBits }

    /// The digits of the checksum Σ (largest digit − digit), which falls where a digit grows.
    var checksumDigits: Int {
        var (digits, values) = (1, 1 << digitBits)
        while values <= digestDigits * largestDigit {
            digits += 1
            values <<= digitBits
        }
        return digits
    }

    /// The number of chains of a leaf.
    public var chainCount: Int { digestDigits + checksumDigits }
    /// The number of leaves, each of which signs one message.
    public var leafCount: Int { 1 << treeHeight }
    /// The leaf, the randomizer, one value for each chain and one for each level of the tree.
    public var signatureBits: Int { treeHeight + hashBits * (1 + chainCount + treeHeight) }

    /// How many times a verifier that must not depend on the digits computes the hash.
    public var hashCount: Int { 1 + chainCount * largestDigit + 1 + treeHeight }

    /// Base-2 logarithm of the number of hashes that the best attack known to us needs to sign another
    /// message, if SHA-256 has no weakness: guess a message with a signed digest, or a value that hashes to
    /// one of the 2^h in one place of the leaves or of a level.
    public var securityBits: Int { min(digestBits, hashBits - treeHeight) }
}

extension HashSignatureParameters: CustomStringConvertible {
    public var description: String {
        "SHA-256 cut off after \(hashBits) bits, \(digestBits) bits of digest in \(chainCount) chains of "
            + "\(largestDigit + 1) values, \(leafCount) leaves, \(signatureBits) bits a signature: about "
            + "2^\(securityBits) hashes to forge one"
    }
}
