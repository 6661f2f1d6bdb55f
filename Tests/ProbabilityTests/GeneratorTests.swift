import Foundation
import Probability
import Testing

private struct Vectors: Decodable {
    struct Vector: Decodable {
        let name, key, keystream: String
        let block: Int
    }
    let vectors: [Vector]
}

private func bytes(_ hex: String) -> [UInt8] {
    stride(from: 0, to: hex.count, by: 2).map { offset in
        let start = hex.index(hex.startIndex, offsetBy: offset)
        return UInt8(hex[start..<hex.index(start, offsetBy: 2)], radix: 16) ?? 0
    }
}

private func output(_ generator: Generator, blocks: Int) -> [UInt8] {
    var generator = generator
    return (0..<8 * blocks).flatMap { _ in withUnsafeBytes(of: generator.next().littleEndian, Array.init) }
}

@Suite("Generator")
struct GeneratorTests {
    @Test("Generator: the keystream is that of RFC 8439, appendix A.1")
    func keystream() throws {
        let values: Vectors = try reference("rfc8439-a1-chacha20-keystream")
        #expect(values.vectors.count == 4)
        for vector in values.vectors {
            let stream = output(Generator(key: bytes(vector.key)), blocks: vector.block + 1)
            #expect(Array(stream.suffix(64)) == bytes(vector.keystream), "\(vector.name)")
        }
    }

    @Test("Generator: one flipped bit of the key changes the keystream", arguments: [0, 7, 100, 255])
    func flippedBit(bit: Int) {
        var key = [UInt8](repeating: 0, count: 32)
        let plain = output(Generator(key: key), blocks: 1)
        key[bit / 8] ^= 1 << (bit % 8)
        let differing = zip(plain, output(Generator(key: key), blocks: 1)).reduce(0) {
            $0 + ($1.0 ^ $1.1).nonzeroBitCount
        }
        // 512 fair bits: 256 ± 11.3; outside 6 standard deviations with a probability of 2e-9.
        #expect(abs(differing - 256) < 68)
    }

    @Test("Generator: the keystream goes on where the counter of RFC 8439 ends")
    func counterCarries() {
        let key = [UInt8](repeating: 5, count: 32)
        var generator = Generator(key: key, block: 1 << 32 - 64)
        for _ in 0..<512 { _ = generator.next() }
        var later = Generator(key: key, block: 1 << 32)
        var first = Generator(key: key)
        let value = generator.next()
        #expect(value == later.next())
        #expect(value != first.next())
    }

    @Test("Generator: these seeds give these numbers on every machine")
    func fixedNumbers() {
        var integer = Generator(seed: 1)
        var text = Generator(seed: "coins")
        var stream = Generator(seed: 1).stream("coins")
        var numbered = Generator(seed: 1).stream(1)
        let words = [integer.next(), text.next(), stream.next(), numbered.next()]
        #expect(words == FixedNumbers.words)
        var generator = Generator(seed: 2)
        #expect(generator.gaussians(3) == FixedNumbers.gaussians)
        #expect(generator.permutation(5) == FixedNumbers.permutation)
    }

    @Test("Generator: a stream does not depend on what was drawn, and a copy repeats")
    func streamsAreIndependentOfPosition() {
        var generator = Generator(seed: 3)
        var before = generator.stream("a")
        for _ in 0..<1000 { _ = generator.next() }
        var after = generator.stream("a")
        var copy = generator
        #expect(before.next() == after.next())
        #expect(copy.next() == generator.next())
    }

    @Test("Generator: seeds and streams of different names or kinds differ")
    func seedsDiffer() {
        let root = Generator(seed: 1)
        let generators = [
            root, Generator(seed: 2), Generator(seed: "1"), Generator(seed: ""), root.stream("a"),
            root.stream("b"),
            root.stream(""), root.stream(1), root.stream("1"), root.stream("a").stream("b"),
        ]
        let words = generators.map { generator in
            var generator = generator
            return generator.next()
        }
        #expect(Set(words).count == generators.count)
    }
}
