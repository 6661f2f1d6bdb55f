import Circuits
import Probability
import Testing

private func parameters(
    hashBits: Int = 16, digestBits: Int = 8, digitBits: Int = 2, treeHeight: Int = 2, bytes: Int = 5
) throws -> HashSignatureParameters {
    try HashSignatureParameters(
        hashBits: hashBits, digestBits: digestBits, digitBits: digitBits, treeHeight: treeHeight,
        messageByteCount: bytes)
}

private func message(_ count: Int, using coins: inout Generator) -> [UInt8] {
    (0..<count).map { _ in UInt8(coins.integer(below: 256)) }
}

@Suite("Hash-based signatures")
struct SignatureTests {
    @Test("HashSignatureParameters: the sizes by hand")
    func sizes() throws {
        // 16 digits of 2 bits; the checksum is at most 48, which takes 3 digits.
        let usual = try parameters(hashBits: 48, digestBits: 32, treeHeight: 4)
        #expect(usual.chainCount == 19 && usual.leafCount == 16)
        #expect(usual.signatureBits == 4 + 48 * (1 + 19 + 4))
        #expect(usual.hashCount == 1 + 19 * 3 + 1 + 4 && usual.securityBits == 32)
        // 8 bits one by one; a checksum of at most 8 takes 4. The hash is weaker than the digest.
        let bits = try parameters(hashBits: 16, digestBits: 24, digitBits: 1, treeHeight: 10)
        #expect(bits.chainCount == 24 + 5 && bits.securityBits == 6)
        #expect(
            "\(usual)"
                == "SHA-256 cut off after 48 bits, 32 bits of digest in 19 chains of 4 values, 16 leaves, "
                + "1156 bits a signature: about 2^32 hashes to forge one")
    }

    @Test(
        "Signatures: verified by libsodium's hash and by the circuit, for every size of digits",
        arguments: [(1, 8, 2), (2, 8, 0), (3, 9, 1), (4, 8, 3)])
    func verifies(digitBits: Int, digestBits: Int, treeHeight: Int) throws {
        let sizes = try parameters(
            digestBits: digestBits, digitBits: digitBits, treeHeight: treeHeight, bytes: 3)
        var coins = Generator(seed: "sizes").stream(digitBits)
        var key = HashSigningKey(sizes, using: &coins)
        let program = BitSlicedProgram(Circuit.verifier(of: key.publicKey))
        var (rows, expected): ([[Bool]], [Bool]) = ([], [])
        for leaf in 0..<sizes.leafCount {
            let text = message(3, using: &coins)
            let signature = try key.sign(text)
            #expect(signature.leaf == leaf)
            #expect(try HashSignature(bits: signature.bits(sizes), sizes) == signature)
            #expect(try key.publicKey.verifies(signature, of: text))
            rows.append(Bits.of(text) + signature.bits(sizes))
            expected.append(true)
            // What is random, and one flipped bit in another message, are refused.
            rows.append(coins.bits(rows[0].count))
            expected.append(false)
            var other = text
            other[1] ^= 1
            let isValid = try key.publicKey.verifies(signature, of: other)
            rows.append(Bits.of(other) + signature.bits(sizes))
            expected.append(isValid)
        }
        #expect(try program.run(BitTable(rows: rows)).column(0) == expected)
    }

    /// One bit in each place of a signature of 8 + 16 · 9 … bits and of its message. With a hash of 32 bits
    /// and a digest of 16, a right verifier accepts one of them for a seed in a few hundred.
    @Test("Signatures: every single flipped bit is rejected, by all three verifiers alike")
    func flippedBits() throws {
        let sizes = try parameters(hashBits: 32, digestBits: 16, treeHeight: 2, bytes: 2)
        var coins = Generator(seed: "flipped")
        var key = HashSigningKey(sizes, using: &coins)
        _ = try key.sign(message(2, using: &coins))
        let text = message(2, using: &coins)
        let valid = Bits.of(text) + (try key.sign(text).bits(sizes))
        var rows = (0..<valid.count).map { place in
            var flipped = valid
            flipped[place].toggle()
            return flipped
        }
        rows.append(valid)
        let circuit = Circuit.verifier(of: key.publicKey)
        let table = try BitTable(rows: rows)
        let byCircuit = try circuit.evaluate(table).column(0)
        let byNetwork = try MajorityOfThree(ThresholdNetwork(circuit)).evaluate(table)
        let byHash = try rows.map { row in
            try key.publicKey.verifies(
                HashSignature(bits: Array(row[16...]), sizes), of: Bits.bytes(Array(row[..<16])))
        }
        #expect(byCircuit == byHash && byNetwork == byHash)
        #expect(byHash == Array(repeating: false, count: valid.count) + [true])
    }

    @Test("Signatures: spliced, replayed, and under another key, they are rejected")
    func forgeries() throws {
        let sizes = try parameters(hashBits: 64, digestBits: 32, treeHeight: 2, bytes: 4)
        var coins = Generator(seed: "forgeries")
        var key = HashSigningKey(sizes, using: &coins)
        let other = HashSigningKey(sizes, using: &coins)
        let texts = (0..<2).map { _ in message(4, using: &coins) }
        let signed = try texts.map { try key.sign($0) }
        let verifier = key.publicKey
        #expect(try !verifier.verifies(signed[0], of: texts[1]))
        #expect(try !other.publicKey.verifies(signed[0], of: texts[0]))
        let bits = signed.map { $0.bits(sizes) }
        for cut in stride(from: 1, to: sizes.signatureBits, by: 37) {
            let spliced = try HashSignature(bits: Array(bits[0][..<cut] + bits[1][cut...]), sizes)
            if spliced == signed[0] || spliced == signed[1] { continue }
            for text in texts { #expect(try !verifier.verifies(spliced, of: text)) }
        }
    }

    @Test("HashSigningKey: a tree that is used up signs nothing more, and the secret makes it again")
    func usedUp() throws {
        let sizes = try parameters(treeHeight: 1)
        var coins = Generator(seed: "used up")
        var key = HashSigningKey(sizes, using: &coins)
        let again = try HashSigningKey(secret: key.secretBytes, for: key.publicKey)
        let text = message(5, using: &coins)
        _ = try key.sign(text)
        #expect(key.leavesLeft == 1 && key.nextLeaf == 1)
        _ = try key.sign(text)
        #expect(throws: HashSignatureError.noLeafLeft(count: 2)) { try key.sign(text) }
        #expect(
            "\(HashSignatureError.noLeafLeft(count: 2))"
                == "all 2 leaves of the tree have signed their one message: "
                + "make a new key, or one with a higher tree")
        #expect(again.leavesLeft == 2 && again.publicKey == key.publicKey)
        // A message that is refused uses no leaf.
        var third = again
        #expect(throws: HashSignatureError.messageByteCount(4, expected: 5)) {
            try third.sign(Array(text.dropLast()))
        }
        #expect(third.leavesLeft == 2)
    }

    @Test("Keys and sizes that do not fit are refused")
    func errors() throws {
        var coins = Generator(seed: "errors")
        let sizes = try parameters()
        let (key, other) = (HashSigningKey(sizes, using: &coins), HashSigningKey(sizes, using: &coins))
        #expect(throws: HashSignatureError.foreignKey) {
            try HashSigningKey(secret: other.secretBytes, for: key.publicKey)
        }
        #expect(throws: HashSignatureError.secretByteCount(31)) {
            try HashSigningKey(secret: Array(key.secretBytes.dropLast()), for: key.publicKey)
        }
        #expect(throws: HashSignatureError.rootByteCount(3, expected: 2)) {
            try HashPublicKey(sizes, seed: key.publicKey.seed, root: [1, 2, 3])
        }
        #expect(throws: HashSignatureError.seedByteCount(0)) {
            try HashPublicKey(sizes, seed: [], root: [1, 2])
        }
        #expect(throws: HashSignatureError.signatureBitCount(3, expected: sizes.signatureBits)) {
            try HashSignature(bits: [true, true, false], sizes)
        }
        var builder = CircuitBuilder(inputCount: 40)
        let inputs = builder.inputs
        #expect(throws: HashSignatureError.signatureBitCount(40, expected: sizes.signatureBits)) {
            try builder.verifies(message: inputs, signature: inputs, publicKey: key.publicKey)
        }
        for (wrong, name) in [
            ((15, 8, 2), "hashBits"), ((16, 9, 2), "digestBits"), ((16, 8, 5), "digitBits"),
        ] {
            #expect {
                try parameters(hashBits: wrong.0, digestBits: wrong.1, digitBits: wrong.2)
            } throws: {
                "\($0)".hasPrefix("\(name) is ")
            }
        }
        #expect(throws: HashSignatureError.parameter("treeHeight", 17, expected: "0 to 16")) {
            try parameters(treeHeight: 17)
        }
        #expect(
            "\(HashSignatureError.foreignKey)"
                == "the signing key does not belong to the public key: its tree has "
                + "another root")
    }

    /// One signature: the digest itself has to be met, 2⁻¹⁶ a try. Two: in each of 8 + 3 digits the lower
    /// place is enough, so about one try in a hundred.
    @Test("OneTimeKeyForger: two signatures by one leaf give forgeries, one gives none")
    func oneTime() throws {
        let sizes = try parameters(hashBits: 32, digestBits: 16, treeHeight: 1, bytes: 4)
        for seed in 0..<5 {
            var coins = Generator(seed: seed)
            var key = HashSigningKey(sizes, using: &coins)
            var copy = key
            let (first, second) = (message(4, using: &coins), message(4, using: &coins))
            let signed = [(first, try key.sign(first)), (second, try copy.sign(second))]
                .map { (message: $0.0, signature: $0.1) }
            let victim = message(4, using: &coins)
            let once = try #require(try OneTimeKeyForger([signed[0]], publicKey: key.publicKey))
            #expect(try once.forge(victim, tries: 500, using: &coins) == nil)
            let twice = try #require(try OneTimeKeyForger(signed, publicKey: key.publicKey))
            let forged = try #require(try twice.forge(victim, tries: 20_000, using: &coins))
            #expect(try key.publicKey.verifies(forged.signature, of: victim))
            #expect(forged.tries > 1)
        }
        var coins = Generator(seed: "none")
        let key = HashSigningKey(sizes, using: &coins)
        #expect(try OneTimeKeyForger([], publicKey: key.publicKey) == nil)
    }
}
