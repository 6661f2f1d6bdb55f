import Foundation
import Probability
import Testing

@Suite("Directions and supports")
struct DirectionTests {
    @Test("Generator.pointOnSphere: length 1, and each coordinate's square is a beta variable (KS)")
    func sphere() throws {
        var generator = Generator(seed: 31)
        for dimension in [2, 3, 10] {
            let points = (0..<100_000).map { _ in generator.pointOnSphere(dimension: dimension) }
            #expect(points.allSatisfy { abs($0.reduce(0) { $0 + $1 * $1 } - 1) < 1e-14 })
            for coordinate in [0, dimension - 1] {
                let test = try KolmogorovSmirnov(points.map { $0[coordinate] * $0[coordinate] }) {
                    IncompleteBeta.tails($0, a: 0.5, b: Double(dimension - 1) / 2).lower
                }
                #expect(test.pValue > 1e-6, "\(dimension) \(coordinate)")
                // Both signs equally often: 50,000 ± 158.
                #expect(abs(points.count { $0[coordinate] < 0 } - 50_000) < 775)
            }
        }
    }

    @Test("Generator.pointOnSphere: the sphere of the line has two points")
    func line() {
        var generator = Generator(seed: 32)
        let points = (0..<1000).map { _ in generator.pointOnSphere(dimension: 1) }
        #expect(Set(points) == [[1], [-1]])
    }

    @Test("Generator.sparseSupport: all supports equally often, in rising order")
    func supports() throws {
        var generator = Generator(seed: 33)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<100_000 { counts[try generator.sparseSupport(3, of: 6), default: 0] += 1 }
        #expect(counts.count == 20 && counts.keys.allSatisfy { $0 == $0.sorted() && Set($0).count == 3 })
        #expect(try ChiSquareTest(uniform: Array(counts.values)).pValue > 1e-6)
        #expect(try generator.sparseSupport(0, of: 0) == [])
        #expect(try generator.sparseSupport(4, of: 4) == [0, 1, 2, 3])
    }

    @Test("Generator.sparseDirection: k entries, length 1, every place equally often")
    func sparseDirections() throws {
        var generator = Generator(seed: 34)
        var counts = [Int](repeating: 0, count: 10)
        for _ in 0..<20_000 {
            let direction = try generator.sparseDirection(4, of: 10)
            #expect(abs(direction.reduce(0) { $0 + $1 * $1 } - 1) < 1e-14)
            for place in direction.indices where direction[place] != 0 { counts[place] += 1 }
        }
        #expect(counts.reduce(0, +) == 80_000)
        // 8,000 ± 69 each; 4.9 standard deviations.
        #expect(counts.allSatisfy { abs($0 - 8000) < 340 })
    }

    @Test("Generator.sparseSupport: refuses sizes that do not fit")
    func refusals() {
        var generator = Generator(seed: 1)
        let large = #expect(throws: ProbabilityError.self) { try generator.sparseSupport(5, of: 4) }
        #expect(large?.description == "the size of the support is 5, expected 0...4")
        let negative = #expect(throws: ProbabilityError.self) { try generator.sparseSupport(-1, of: 4) }
        #expect(negative?.description == "the size of the support is -1, expected 0...4")
        let none = #expect(throws: ProbabilityError.self) { try generator.sparseDirection(0, of: 4) }
        #expect(none?.description == "the size of the support is 0, expected 1...4")
    }

    @Test("Generator.permutation: place and value are independent (chi-square)")
    func permutations() throws {
        var generator = Generator(seed: 35)
        var counts = [Int](repeating: 0, count: 400)
        for _ in 0..<50_000 {
            for (place, value) in generator.permutation(20).enumerated() { counts[20 * place + value] += 1 }
        }
        // Rows and columns add up exactly, which only makes the statistic smaller: 361 free counts.
        let test = try ChiSquareTest(uniform: counts)
        let p = ChiSquareDistribution.probability(above: test.statistic * 19 / 20, degreesOfFreedom: 361)
        #expect(p > 1e-6 && p < 1 - 1e-6, "\(test)")
    }

    @Test("Generator.bernoullis: the share, and what is certain")
    func bernoullis() {
        var generator = Generator(seed: 36)
        for probability in [0.001, 0.3, 0.9] {
            let ones = generator.bernoullis(1_000_000, probability: probability).count { $0 }
            let deviation = (probability * (1 - probability) * 1e6).squareRoot()
            #expect(abs(Double(ones) - probability * 1e6) < 4.9 * deviation)
        }
        #expect(generator.bernoullis(100, probability: 0).allSatisfy { !$0 })
        #expect(generator.bernoullis(100, probability: 1).allSatisfy { $0 })
    }

    @Test("Generator.signs, bits: patterns of eight neighbours are equally likely (chi-square)")
    func bitPatterns() throws {
        var generator = Generator(seed: 37)
        for outcomes in [generator.bits(8_000_000), generator.signs(8_000_000).map { $0 > 0 }] {
            var counts = [Int](repeating: 0, count: 256)
            for start in stride(from: 0, to: outcomes.count, by: 8) {
                counts[(0..<8).reduce(0) { 2 * $0 + (outcomes[start + $1] ? 1 : 0) }] += 1
            }
            #expect(try ChiSquareTest(uniform: counts).pValue > 1e-6)
        }
    }
}
