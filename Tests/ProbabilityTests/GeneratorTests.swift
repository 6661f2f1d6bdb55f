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

private struct LongStreams: Decodable {
    struct Stream: Decodable {
        let key, sum: String
        let count: Int
    }
    let cases: [Stream]
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
    @Test(
        "Generator: the keystream is that of the standard and of its library's own tests",
        arguments: [("rfc8439-a1-chacha20-keystream", 4), ("libsodium-chacha20-keystream", 6)])
    func keystream(file: String, count: Int) throws {
        let values: Vectors = try reference(file)
        #expect(values.vectors.count == count)
        for vector in values.vectors {
            let expected = bytes(vector.keystream)
            let stream = output(Generator(key: bytes(vector.key)), blocks: vector.block + 3)
            #expect(
                Array(stream.dropFirst(64 * vector.block).prefix(expected.count)) == expected,
                "\(vector.name)")
        }
    }

    @Test("Generator: a million words of OpenSSL's keystream")
    func openSSL() throws {
        let cases = try reference("openssl-chacha20-keystream", as: LongStreams.self).cases
        #expect(cases.count == 2)
        for value in cases {
            var generator = Generator(key: bytes(value.key))
            let sum = (0..<value.count).reduce(UInt64(0)) { $0 &+ UInt64(2 * $1 + 1) &* generator.next() }
            #expect("\(sum)" == value.sum)
        }
    }

    @Test("Generator: streams give the same numbers whatever the number of threads that draw from them")
    func threads() async {
        let root = Generator(seed: "threads")
        let draw = { @Sendable (number: Int) -> [Double] in
            var stream = root.stream(number)
            return stream.gaussians(1000 + number) + [stream.uniform(), Double(stream.integer(below: 1000))]
        }
        let alone = (0..<64).map(draw)
        for width in [2, 5, 64] {
            let together = await withTaskGroup(of: [(Int, [Double])].self) { group in
                for worker in 0..<width {
                    group.addTask { stride(from: worker, to: 64, by: width).map { ($0, draw($0)) } }
                }
                return await group.reduce(into: [Int: [Double]]()) { all, part in
                    for (number, values) in part { all[number] = values }
                }
            }
            #expect((0..<64).map { together[$0] } == alone, "\(width) tasks")
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
