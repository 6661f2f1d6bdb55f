import Probability

/// What a signer knows: a secret from which all chains of all leaves start.
///
/// Each leaf may sign once. A key counts the leaves that it has used; a copy of the key does not know what
/// the other copy has signed, and two signatures by one leaf give forgeries away (`OneTimeKeyForger`).
public struct HashSigningKey: Sendable {
    public let publicKey: HashPublicKey
    /// The leaf that signs next.
    public private(set) var nextLeaf = 0
    private let secret: [UInt8]
    /// The hashes of the leaves, then of their parents …, and at last the root.
    private let levels: [[[UInt8]]]

    public var parameters: HashSignatureParameters { publicKey.parameters }
    /// How many messages the key can still sign.
    public var leavesLeft: Int { parameters.leafCount - nextLeaf }

    /// A key with a secret and a public seed drawn from the generator.
    ///
    /// - Complexity: all chains of all leaves are computed.
    public init(_ parameters: HashSignatureParameters, using generator: inout Generator) {
        var drawn: [UInt8] = []
        for _ in 0..<6 { withUnsafeBytes(of: generator.next().littleEndian) { drawn += $0 } }
        let (secret, seed) = (Array(drawn[..<32]), Array(drawn[32...]))
        let levels = Self.levels(parameters, secret: secret, seed: seed)
        self.init(
            publicKey: HashPublicKey(parameters, checkedSeed: seed, root: levels[levels.count - 1][0]),
            secret: secret, levels: levels)
    }

    /// The key to a public key.
    ///
    /// - Parameter secret: 32 bytes.
    /// - Throws: `HashSignatureError.secretByteCount`, or `.foreignKey` where its tree has another root.
    public init(secret: [UInt8], for publicKey: HashPublicKey) throws(HashSignatureError) {
        guard secret.count == 32 else { throw .secretByteCount(secret.count) }
        let levels = Self.levels(publicKey.parameters, secret: secret, seed: publicKey.seed)
        guard levels[levels.count - 1][0] == publicKey.root else { throw .foreignKey }
        self.init(publicKey: publicKey, secret: secret, levels: levels)
    }

    private init(publicKey: HashPublicKey, secret: [UInt8], levels: [[[UInt8]]]) {
        self.publicKey = publicKey
        self.secret = secret
        self.levels = levels
    }

    /// The secret's 32 bytes, with which `init(secret:for:)` makes the key again, with all leaves unused.
    public var secretBytes: [UInt8] { secret }

    /// Signs with the next leaf.
    ///
    /// - Throws: `HashSignatureError.noLeafLeft` or `.messageByteCount`.
    public mutating func sign(_ message: [UInt8]) throws(HashSignatureError) -> HashSignature {
        guard leavesLeft > 0 else { throw .noLeafLeft(count: parameters.leafCount) }
        let leaf = nextLeaf
        let hash = CutHash(parameters, seed: publicKey.seed)
        let randomizer = hash(.randomizer, secret + CutHash.leafBytes(leaf) + message)
        let digits = hash.digits(try hash.digest(of: message, leaf: leaf, randomizer: randomizer))
        nextLeaf += 1
        let chains = digits.enumerated().map { chain, digit in
            hash.walk(hash.start(of: chain, leaf: leaf, secret), chain: chain, from: 0, to: digit)
        }
        let path = levels.dropLast().enumerated().map { level, nodes in nodes[leaf >> level ^ 1] }
        return HashSignature(leaf: leaf, randomizer: randomizer, chains: chains, path: path)
    }

    private static func levels(
        _ parameters: HashSignatureParameters, secret: [UInt8], seed: [UInt8]
    ) -> [[[UInt8]]] {
        let hash = CutHash(parameters, seed: seed)
        var levels = [
            (0..<parameters.leafCount).map { leaf in
                hash(
                    .leaf,
                    (0..<parameters.chainCount).flatMap { chain in
                        hash.walk(
                            hash.start(of: chain, leaf: leaf, secret), chain: chain, from: 0,
                            to: parameters.largestDigit)
                    })
            }
        ]
        for level in 0..<parameters.treeHeight {
            let below = levels[level]
            levels.append(
                stride(from: 0, to: below.count, by: 2).map {
                    hash(.node(level: level), below[$0] + below[$0 + 1])
                })
        }
        return levels
    }
}

extension CutHash {
    /// The secret value at place 0 of a chain.
    func start(of chain: Int, leaf: Int, _ secret: [UInt8]) -> [UInt8] {
        self(.secret, secret + Self.leafBytes(leaf) + [UInt8(chain >> 8), UInt8(chain & 255)])
    }
}

extension HashPublicKey {
    /// Without the checks of the lengths.
    init(_ parameters: HashSignatureParameters, checkedSeed: [UInt8], root: [UInt8]) {
        self.parameters = parameters
        self.seed = checkedSeed
        self.root = root
    }
}
