import CSodium
import Circuits
import Probability
import Testing

/// Straight from libsodium, not through our wrapper.
private func sodiumHash(_ message: [UInt8]) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    crypto_hash_sha256(&digest, message, UInt64(message.count))
    return digest
}

@Suite("SHA-256")
struct SHA256Tests {
    @Test("SHA256, its circuit and its network: the vectors of RFC 6234, and none with a flipped bit")
    func vectors() throws {
        let vectors = try reference("rfc6234-8.5-sha256", as: HashVectors.self).vectors
        #expect(vectors.count == 7)
        for vector in vectors {
            let message = Array(repeatElement(bytes(vector.message), count: vector.repetitions).joined())
            let digest = bytes(vector.digest)
            #expect(SHA256.hash(message) == digest, "\(vector.name)")
            var changed = message
            changed[changed.count / 2] ^= 0x10
            #expect(SHA256.hash(changed) != digest, "\(vector.name)")
            // A million bytes are 15,626 blocks; all others are built as they are.
            guard message.count < 1000 else { continue }
            let circuit = Circuit.sha256(byteCount: message.count)
            let rows = try BitTable(bytes: [message, changed])
            for outputs in [try circuit.evaluate(rows), try ThresholdNetwork(circuit).evaluate(rows)] {
                #expect(outputs.bytes(0) == digest, "\(vector.name)")
                #expect(outputs.bytes(1) != digest, "\(vector.name)")
            }
        }
    }

    @Test("Circuit.sha256: equals libsodium's on 100,000 random messages")
    func random() throws {
        var coins = Generator(seed: "messages")
        let rows = BitTable.random(rows: 100_000, columns: 8 * 55, using: &coins)
        let circuit = Circuit.sha256(byteCount: 55)
        let outputs = try circuit.evaluate(rows)
        #expect(try ThresholdNetwork(circuit).evaluate(rows) == outputs)
        let wrong = (0..<rows.rowCount).count { outputs.bytes($0) != sodiumHash(rows.bytes($0)) }
        #expect(wrong == 0)
    }

    /// Around the ends of blocks and of the room for the padding; all zeros, all ones, single ones.
    @Test(
        "Circuit.sha256: equals libsodium's on edge inputs of every awkward length",
        arguments: [0, 1, 3, 4, 54, 55, 56, 57, 63, 64, 65, 118, 119, 120, 128])
    func lengths(byteCount: Int) throws {
        var messages = [UInt8(0), 0xFF, 0x80, 0x01].map { Array(repeating: $0, count: byteCount) }
        for bit in stride(from: 0, to: 8 * byteCount, by: 31) {
            var message = [UInt8](repeating: 0, count: byteCount)
            message[bit / 8] = 0x80 >> UInt8(bit % 8)
            messages.append(message)
        }
        let outputs = try Circuit.sha256(byteCount: byteCount).evaluate(BitTable(bytes: messages))
        for (row, message) in messages.enumerated() {
            #expect(outputs.bytes(row) == sodiumHash(message))
            #expect(SHA256.hash(message) == sodiumHash(message))
        }
    }

    @Test("Circuit.sha256Compression: two of them hash a message of two blocks")
    func compression() throws {
        var coins = Generator(seed: "blocks")
        let message = (0..<64).map { _ in UInt8(coins.integer(below: 256)) }
        let padding = [0x80] + [UInt8](repeating: 0, count: 61) + [0x02, 0x00]
        let initial = bytes("6a09e667bb67ae853c6ef372a54ff53a510e527f9b05688c1f83d9ab5be0cd19")
        let circuit = Circuit.sha256Compression
        let middle = try circuit.evaluate(Bits.of(initial + message))
        let final = try circuit.evaluate(middle + Bits.of(padding))
        #expect(Bits.bytes(final) == sodiumHash(message))
        #expect(circuit.inputCount == 768 && circuit.outputCount == 256)
    }
}
