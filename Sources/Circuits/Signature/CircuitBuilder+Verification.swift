internal import CallSites

extension CircuitBuilder {
    /// Whether a message is signed under a key, as gates.
    ///
    /// What depends on the message or the signature is computed in all cases and chosen from, because a
    /// circuit has no branches: each chain makes all its steps, and takes over the hash from the step on at
    /// which the signature's value stands.
    ///
    /// - Parameters:
    ///   - message: 8 bits a byte, each byte's highest bit first.
    ///   - signature: `signatureBits` bits in the order of `HashSignature.bits`.
    /// - Throws: `HashSignatureError.messageByteCount` or `.signatureBitCount`.
    public mutating func verifies(
        message: [Wire], signature: [Wire], publicKey: HashPublicKey
    ) throws(HashSignatureError) -> Wire {
        let parameters = publicKey.parameters
        guard message.count == 8 * parameters.messageByteCount else {
            throw .messageByteCount(message.count / 8, expected: parameters.messageByteCount)
        }
        guard signature.count == parameters.signatureBits else {
            throw .signatureBitCount(signature.count, expected: parameters.signatureBits)
        }
        let hash = HashCircuit(parameters: parameters, seed: publicKey.seed)
        let parts = SignatureWires(signature, parameters)
        startPart("digest")
        let value =
            Array(repeating: Wire.zero, count: 32 - parts.leaf.count) + parts.leaf + parts.randomizer
            + message
        let digest = Array(hash.full(.message, value, in: &self).prefix(parameters.digestBits))
        startPart("chains")
        let ends = hash.digits(digest, in: &self).enumerated().flatMap { chain, digit in
            hash.end(of: chain, from: parts.chains[chain], at: digit, in: &self)
        }
        startPart("leaf")
        var node = hash.cut(.leaf, ends, in: &self)
        startPart("tree")
        for (level, sibling) in parts.path.enumerated() {
            // The lowest bit says where the leaf is in its pair, the next where its parent is.
            let isRight = parts.leaf[parts.leaf.count - 1 - level]
            let pair = choose(isRight, sibling + node, node + sibling)
            node = hash.cut(.node(level: level), pair, in: &self)
        }
        return equal(node, Bits.of(publicKey.root).map { Wire($0) })
    }
}

/// The parts of a signature, in the order of `HashSignature.bits`.
private struct SignatureWires {
    let leaf, randomizer: [Wire]
    let chains, path: [[Wire]]

    init(_ wires: [Wire], _ parameters: HashSignatureParameters) {
        leaf = Array(wires[..<parameters.treeHeight])
        let values = stride(from: leaf.count, to: wires.count, by: parameters.hashBits).map {
            Array(wires[$0..<$0 + parameters.hashBits])
        }
        randomizer = values[0]
        chains = Array(values[1...parameters.chainCount])
        path = Array(values[(1 + parameters.chainCount)...])
    }
}

/// What `CutHash` computes, as gates.
private struct HashCircuit {
    let parameters: HashSignatureParameters
    let seed: [UInt8]

    func full(_ use: HashUse, _ value: [Wire], in builder: inout CircuitBuilder) -> [Wire] {
        let prefix = use.prefix(seed: seed, valueByteCount: value.count / 8)
        return builder.sha256(Bits.of(prefix).map { Wire($0) } + value)
    }

    func cut(_ use: HashUse, _ value: [Wire], in builder: inout CircuitBuilder) -> [Wire] {
        Array(full(use, value, in: &builder).prefix(parameters.hashBits))
    }

    /// Each digit with its highest bit first.
    func digits(_ digest: [Wire], in builder: inout CircuitBuilder) -> [[Wire]] {
        let size = parameters.digitBits
        let first = stride(from: 0, to: digest.count, by: size).map { Array(digest[$0..<$0 + size]) }
        let bitCount = parameters.checksumDigits * size
        var checksum = CircuitBuilder.constant(0, bitCount: bitCount)
        for digit in first {
            // The largest digit is all ones, so the difference to it is the digit inverted.
            let missing = digit.reversed().map { !$0 }
            let padding = Array(repeating: Wire.zero, count: bitCount - missing.count)
            checksum = builder.add(checksum, missing + padding)
        }
        let last = Array(checksum.reversed())
        return first + stride(from: 0, to: bitCount, by: size).map { Array(last[$0..<$0 + size]) }
    }

    /// The last value of a chain from that at place `digit`.
    func end(
        of chain: Int, from value: [Wire], at digit: [Wire], in builder: inout CircuitBuilder
    ) -> [Wire] {
        let place = Array(digit.reversed())
        return (0..<parameters.largestDigit).reduce(value) { value, step in
            let next = cut(.chain(chain, step: step), value, in: &builder)
            // The step from place `step` on is made where the signature's value is there or before.
            let bound = CircuitBuilder.constant(UInt64(step + 1), bitCount: place.count + 1)
            let isMade = builder.less(place + [.zero], bound)
            return builder.choose(isMade, next, value)
        }
    }
}

extension Circuit {
    /// The verifier of a key: the bits of a message, then those of a signature, and one output.
    public static func verifier(of publicKey: HashPublicKey) -> Circuit {
        let parameters = publicKey.parameters
        let messageBits = 8 * parameters.messageByteCount
        var builder = CircuitBuilder(inputCount: messageBits + parameters.signatureBits)
        let (message, signature) = (builder.inputs[..<messageBits], builder.inputs[messageBits...])
        do {
            let output = try builder.verifies(
                message: Array(message), signature: Array(signature), publicKey: publicKey)
            return builder.finish([output])
        } catch {
            refuse("\(error)")
        }
    }
}
