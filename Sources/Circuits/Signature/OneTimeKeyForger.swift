import Probability

/// The attack on a one-time key that has signed twice.
///
/// Each signature shows, for each digit, a value of the chain from which all later ones follow. Two
/// signatures show the lower of two places, so everyone can sign each digest whose digits are nowhere below
/// the lower ones. The checksum forbids this for one signature: to raise a digit is to lower the checksum.
public struct OneTimeKeyForger: Sendable {
    public let publicKey: HashPublicKey
    /// The leaf whose signatures were seen.
    public let leaf: Int
    /// For each chain the lowest place that was shown, and the value there.
    private var known: [(place: Int, value: [UInt8])]
    private let path: [[UInt8]]

    /// - Parameter signed: signatures with their messages, valid and all by the same leaf; others are left
    ///   out.
    /// - Returns: `nil` if none is valid.
    /// - Throws: `HashSignatureError.messageByteCount`.
    public init?(
        _ signed: [(message: [UInt8], signature: HashSignature)], publicKey: HashPublicKey
    ) throws(HashSignatureError) {
        let hash = CutHash(publicKey.parameters, seed: publicKey.seed)
        var valid: [(digits: [Int], signature: HashSignature)] = []
        for (message, signature) in signed
        where try publicKey.verifies(signature, of: message)
            && signature.leaf == valid.first?.signature.leaf ?? signature.leaf
        {
            valid.append((hash.digits(try hash.digest(of: message, signature)), signature))
        }
        guard let first = valid.first else { return nil }
        self.publicKey = publicKey
        leaf = first.signature.leaf
        path = first.signature.path
        known = first.digits.indices.map { chain in
            let shown = valid.map { (place: $0.digits[chain], value: $0.signature.chains[chain]) }
            return shown.min { $0.place < $1.place } ?? (0, [])
        }
    }

    /// Looks for a signature of a message that nobody signed, by trying randomizers.
    ///
    /// - Parameter tries: how many are tried at most.
    /// - Returns: a signature that the verifier accepts and the number of tries, or `nil`.
    /// - Throws: `HashSignatureError.messageByteCount`.
    public func forge(
        _ message: [UInt8], tries: Int, using generator: inout Generator
    ) throws(HashSignatureError) -> (signature: HashSignature, tries: Int)? {
        let parameters = publicKey.parameters
        let hash = CutHash(parameters, seed: publicKey.seed)
        guard tries > 0 else { return nil }
        for number in 1...tries {
            let randomizer = (0..<parameters.hashBytes).map { _ in UInt8(generator.integer(below: 256)) }
            let digits = hash.digits(
                try hash.digest(of: message, leaf: leaf, randomizer: randomizer))
            guard zip(digits, known).allSatisfy({ $0 >= $1.place }) else { continue }
            let chains = zip(digits, known).enumerated().map { chain, pair in
                hash.walk(pair.1.value, chain: chain, from: pair.1.place, to: pair.0)
            }
            return (
                HashSignature(leaf: leaf, randomizer: randomizer, chains: chains, path: path), number
            )
        }
        return nil
    }
}
