import Backdoor
import Foundation
import Probability
import Testing

private struct SignatureVectors: Decodable {
    struct Vector: Decodable { let name, seed, verificationKey, message, signature: String }
    let vectors: [Vector]
}

private struct CodeVectors: Decodable {
    struct Vector: Decodable { let name, key, message, code: String }
    let vectors: [Vector]
}

/// Each of the texts that differ from these bytes in one bit.
private func flips(_ bytes: [UInt8], _ range: Range<Int>? = nil) -> [[UInt8]] {
    (range ?? bytes.indices).flatMap { index in
        (0..<8).map { bit in
            var changed = bytes
            changed[index] ^= 1 << UInt8(bit)
            return changed
        }
    }
}

/// a + L, from the lowest byte on, as the definition says: L = 2²⁵² + 27742317777372353535851937790883648493.
private func addingOrder(_ scalar: ArraySlice<UInt8>) -> [UInt8] {
    let order: [UInt8] = [
        237, 211, 245, 92, 26, 99, 18, 88, 214, 156, 247, 162, 222, 249, 222, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0,
        0, 0, 0, 16,
    ]
    var carry = 0
    return zip(scalar, order).map { digit, other in
        carry += Int(digit) + Int(other)
        defer { carry >>= 8 }
        return UInt8(carry & 255)
    }
}

@Suite("Ed25519 and HMAC")
struct SignatureSchemeTests {
    private let vectors: [SignatureVectors.Vector]

    init() throws {
        vectors = try reference("rfc8032-ed25519", as: SignatureVectors.self).vectors
    }

    @Test("SigningKey: the keys and signatures of RFC 8032")
    func signing() throws {
        #expect(vectors.count == 5)
        for vector in vectors {
            let key = try SigningKey(seed: bytes(vector.seed))
            #expect(key.verifier.bytes == bytes(vector.verificationKey), "\(vector.name)")
            #expect(key.signature(of: bytes(vector.message)) == bytes(vector.signature), "\(vector.name)")
        }
    }

    @Test("VerificationKey: accepts the vectors of RFC 8032, and none with a flipped bit in any field")
    func verifying() throws {
        for vector in vectors {
            let key = try VerificationKey(bytes(vector.verificationKey))
            let (message, signature) = (bytes(vector.message), bytes(vector.signature))
            #expect(key.accepts(signature, of: message), "\(vector.name)")
            for flipped in flips(signature) { #expect(!key.accepts(flipped, of: message), "\(vector.name)") }
            for flipped in flips(message, 0..<min(8, message.count)) {
                #expect(!key.accepts(signature, of: flipped), "\(vector.name)")
            }
            for flipped in flips(key.bytes) {
                // Half of the changed keys are points of no curve and are refused at once.
                if let other = try? VerificationKey(flipped) {
                    #expect(!other.accepts(signature, of: message), "\(vector.name)")
                }
            }
            #expect(!key.accepts(Array(signature.dropLast()), of: message))
            #expect(!key.accepts(signature + [0], of: message))
        }
    }

    @Test("VerificationKey: S + L is refused, and a verifier that reduces S accepts it")
    func malleability() throws {
        for vector in vectors {
            let key = try VerificationKey(bytes(vector.verificationKey))
            let lax = LaxVerificationKey(key)
            let (message, signature) = (bytes(vector.message), bytes(vector.signature))
            let second = signature[..<32] + addingOrder(signature[32...])
            #expect(second != signature[...])
            #expect(!key.accepts(Array(second), of: message), "\(vector.name)")
            #expect(lax.accepts(Array(second), of: message), "\(vector.name)")
            #expect(lax.accepts(signature, of: message), "\(vector.name)")
            for flipped in flips(signature) {
                #expect(!lax.accepts(flipped, of: message), "\(vector.name)")
            }
            #expect(!lax.accepts(Array(second.dropLast()), of: message))
        }
    }

    @Test("KeyedHash: the codes of RFC 4231, and none with a flipped bit in any field")
    func keyedHash() throws {
        let vectors = try reference("rfc4231-hmac-sha256", as: CodeVectors.self).vectors
        #expect(vectors.count == 7)
        for vector in vectors {
            let (key, message, code) = (bytes(vector.key), bytes(vector.message), bytes(vector.code))
            func cut(_ message: [UInt8], _ key: [UInt8]) -> [UInt8] {
                Array(KeyedHash.authenticationCode(of: message, key: key)[..<code.count])
            }
            #expect(cut(message, key) == code, "\(vector.name)")
            for flipped in flips(message) { #expect(cut(flipped, key) != code, "\(vector.name)") }
            for flipped in flips(key) { #expect(cut(message, flipped) != code, "\(vector.name)") }
        }
        let hash = try KeyedHash(key: Array(0..<32), tagByteCount: 10)
        let tag = hash.signature(of: [1, 2, 3])
        #expect(tag == Array(KeyedHash.authenticationCode(of: [1, 2, 3], key: Array(0..<32))[..<10]))
        #expect(hash.accepts(tag, of: [1, 2, 3]))
        for flipped in flips(tag) { #expect(!hash.accepts(flipped, of: [1, 2, 3])) }
        #expect(!hash.accepts(Array(tag.dropLast()), of: [1, 2, 3]))
    }

    @Test("Keys: wrong sizes, points that are none, and texts that are none")
    func wrongKeys() throws {
        #expect(
            message { _ = try SigningKey(seed: [1, 2]) }
                == "the seed of a signing key has 2 bytes, expected 32")
        #expect(
            message { _ = try VerificationKey(Array(repeating: 7, count: 33)) }
                == "a verification key has 33 bytes, expected 32")
        // The neutral element, which has order 1, and a number above the prime.
        for text in ["01" + String(repeating: "0", count: 62), String(repeating: "f", count: 64)] {
            #expect(
                message { _ = try VerificationKey(bytes(text)) }
                    == "\(text) is not a verification key: the bytes encode no point of the group, "
                    + "or one of small order")
        }
        #expect(
            message { _ = try KeyedHash(key: [], tagByteCount: 8) }
                == "a key of HMAC has 0 bytes, expected 32")
        #expect(
            message { _ = try KeyedHash(key: Array(0..<32), tagByteCount: 33) }
                == "a tag of 33 bytes, expected 1 to 32")
        #expect(
            message { _ = try JSONDecoder().decode(VerificationKey.self, from: Data("\"0g\"".utf8)) }
                == "the text of a key has something else than a digit 0-9 or a-f in byte 0")
        #expect(
            message { _ = try JSONDecoder().decode(VerificationKey.self, from: Data("\"abc\"".utf8)) }
                == "the text of a key has 3 digits, expected an even number")
    }

    @Test("SigningKey: does not show its secret")
    func secrecy() throws {
        let vector = vectors[0]
        let key = try SigningKey(seed: bytes(vector.seed))
        #expect("\(key)" == "the signing key of \(vector.verificationKey)")
        var dumped = ""
        dump(key, to: &dumped)
        dump([LaxSigningKey(key)], to: &dumped)
        let decimal = "\(bytes(vector.seed).map(Int.init))"
        for text in [dumped, String(reflecting: key), "\([key])"] {
            #expect(!text.contains(vector.seed))
            #expect(!text.contains(decimal.dropFirst().dropLast()))
            #expect(!text.contains("157\n"), "the first byte of the seed stands on a line of its own")
        }
    }

    @Test("SigningKey.write: only the owner may read it, and it reads back")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "key").path
        var coins = Generator(seed: "files")
        let key = SigningKey(using: &coins)
        #expect(FileManager.default.createFile(atPath: path, contents: Data("old".utf8)))
        try key.write(to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let read = try SigningKey(contentsOf: path)
        #expect(read.verifier == key.verifier)
        #expect(read.signature(of: [1]) == key.signature(of: [1]))

        let other = SigningKey(using: &coins)
        let halves = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        try other.write(to: path)
        let foreign = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        try "\(halves[0])\n\(foreign[1])\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(
            message { _ = try SigningKey(contentsOf: path) }
                == "the key does not belong to \(path): that expects Ed25519, key \(foreign[1]), "
                + "and the key's is Ed25519, key \(halves[1])")
        try "\(halves[0])\n".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(
            message { _ = try SigningKey(contentsOf: path) }
                == "\(path): 1 lines, expected 2 (the seed and the verification key)")
        #expect(
            message { _ = try SigningKey(contentsOf: "/nowhere/key") }
                == "/nowhere/key cannot be read: No such file or directory")
        #expect(
            message { try key.write(to: "/nowhere/key") }
                == "/nowhere/key cannot be written: No such file or directory")
    }
}
