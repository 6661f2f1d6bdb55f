import Foundation
import Probability
import Testing

/// The normal numbers against everything that a test of the book may later look at. Fixed seeds; each bound
/// fails for at most one seed in a million, as the tests say.
@Suite("Gaussian numbers")
struct GaussianTests {
    static let count = 1_000_000
    private static let draws = {
        var generator = Generator(seed: "normal")
        return generator.gaussians(count)
    }()

    @Test("Generator.gaussians: the same sequence as one call after another, from any place")
    func sameSequence() {
        var (one, many) = (Generator(seed: 5), Generator(seed: 5))
        for size in [1, 0, 3, 511, 512, 513, 100_000] {
            let block = many.gaussians(size)
            #expect(block == (0..<size).map { _ in one.gaussian() }, "\(size)")
            #expect(one.next() == many.next())
        }
    }

    @Test(
        "Generator.fillWithGaussians: the same numbers in blocks, each handed over once it is full",
        arguments: [0, 1, 5, 1000, 4096, 5000], [1, 5, 512, 4096, 6000])
    func blocks(count: Int, size: Int) {
        var (whole, parts) = (Generator(seed: 6), Generator(seed: 6))
        let expected = whole.gaussians(count)
        var numbers = [Double](repeating: .nan, count: count)
        var end = 0
        numbers.withUnsafeMutableBufferPointer { buffer in
            parts.fillWithGaussians(buffer, blockSize: size) { block in
                #expect(block == end..<min(end + size, count))
                #expect(buffer[block].elementsEqual(expected[block]))
                end = block.upperBound
                // What the receiver makes of its numbers changes no others.
                for place in block { buffer[place] = 0 }
            }
        }
        #expect(end == count && numbers.allSatisfy { $0 == 0 })
        #expect(parts.next() == whole.next())
    }

    @Test("Generator.fillWithGaussians: blocks of no numbers stop the program at the caller's line")
    func emptyBlocks() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var (numbers, coins) = ([0.0, 0.0], Generator(seed: 1))
            numbers.withUnsafeMutableBufferPointer { coins.fillWithGaussians($0, blockSize: 0) { _ in } }
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(text.contains("blocks of 0 normal numbers, expected at least 1"))
        #expect(text.contains("GaussianTests.swift"))
    }

    @Test("Generator.gaussians: a million numbers have these bits on every machine")
    func fixedBits() {
        // Also of the draws that are settled by an exponential, and of those in the tail.
        let sum = GaussianTests.draws.enumerated().reduce(UInt64(0)) {
            $0 &+ UInt64(2 * $1.offset + 1) &* $1.element.bitPattern
        }
        #expect(sum == FixedNumbers.sumOfGaussianBits)
    }

    @Test("Generator.gaussians: moments to order 8, each within 4.9 standard errors (one seed in 10⁶)")
    func moments() {
        // (2k − 1)!!: E x²ᵏ.
        let even = [1.0, 1, 3, 15, 105, 945, 10_395, 135_135, 2_027_025]
        for order in 1...8 {
            let expected = order % 2 == 0 ? even[order / 2] : 0
            let variance = even[order] - expected * expected
            let moment =
                GaussianTests.draws.reduce(0) { $0 + pow($1, Double(order)) } / Double(GaussianTests.count)
            let error = abs(moment - expected) / (variance / Double(GaussianTests.count)).squareRoot()
            // The eighth power's mean is not yet normal at 10⁶ draws: its tail needs twice the room.
            #expect(error < (order > 6 ? 9.8 : 4.9), "order \(order): \(moment), expected \(expected)")
        }
    }

    @Test("Generator.gaussians: counts in 1,000 equally likely bins (chi-square, one seed in 10⁶)")
    func equallyLikelyBins() throws {
        var counts = [Int](repeating: 0, count: 1000)
        for draw in GaussianTests.draws {
            counts[min(999, Int(1000 * NormalDistribution.probability(below: draw)))] += 1
        }
        #expect(try ChiSquareTest(uniform: counts).pValue > 1e-6)
    }

    @Test("Generator.gaussians: 10⁷ draws in bins of 0.01 out to 4 and beyond (chi-square, one seed in 10⁶)")
    func binsOfEqualWidth() throws {
        // Bins from −4.5 to 4.5 in steps of 0.01, and both tails: the edges of layers would show here.
        let edges = (-450...450).map { Double($0) / 100 }
        var counts = [Int](repeating: 0, count: edges.count + 1)
        var generator = Generator(seed: "bins")
        for _ in 0..<10 {
            for draw in generator.gaussians(GaussianTests.count) {
                counts[min(edges.count, max(0, Int((draw * 100).rounded(.down)) + 451))] += 1
            }
        }
        var probabilities = zip(edges, edges.dropFirst()).map { low, high in
            // From the nearer tail, so that nothing cancels.
            low < 0
                ? NormalDistribution.probability(below: high) - NormalDistribution.probability(below: low)
                : NormalDistribution.probability(below: -low) - NormalDistribution.probability(below: -high)
        }
        let tail = NormalDistribution.probability(below: -4.5)
        probabilities = [tail] + probabilities + [tail]
        let test = try ChiSquareTest(observed: counts, expected: probabilities.map { $0 * 1e7 })
        #expect(test.pValue > 1e-6, "\(test)")
    }

    @Test("Generator.gaussians: the tail of 10⁸ draws beyond the last layer, mass and shape (KS)")
    func tail() throws {
        // Where the layers end; a wrong bound in the tail's rejection moves its distribution by 0.03.
        let edge = 3.654152885361009
        let root = Generator(seed: "tail")
        var beyond: [Double] = []
        var draws = [Double](repeating: 0, count: GaussianTests.count)
        for block in 0..<100 {
            var stream = root.stream(block)
            draws.withUnsafeMutableBufferPointer { stream.fillWithGaussians($0) }
            for draw in draws where abs(draw) > edge { beyond.append(abs(draw)) }
        }
        let mass = 2 * NormalDistribution.probability(below: -edge)
        // 25,810 expected; 4.9 standard deviations.
        #expect(abs(Double(beyond.count) - 1e8 * mass) < 4.9 * (1e8 * mass).squareRoot())
        let test = try KolmogorovSmirnov(beyond) { x in
            1 - 2 * NormalDistribution.probability(below: -x) / mass
        }
        #expect(test.pValue > 1e-6, "\(test)")
    }

    @Test("Generator.gaussians: Kolmogorov's and Anderson's distance (one seed in 10⁶)")
    func distances() throws {
        let test = try KolmogorovSmirnov(GaussianTests.draws, against: NormalDistribution.probability(below:))
        #expect(test.pValue > 1e-6, "\(test)")
        #expect(try AndersonDarling(GaussianTests.draws).pValue > 1e-6)
    }

    @Test("Generator.gaussians: neighbours are independent", arguments: [1, 2, 3, 7, 64, 511, 512])
    func neighbours(lag: Int) throws {
        // A grid of 16 × 16 equally likely cells: 255 degrees of freedom.
        let cells = GaussianTests.draws.map { min(15, Int(16 * NormalDistribution.probability(below: $0))) }
        var counts = [Int](repeating: 0, count: 256)
        for (left, right) in zip(cells, cells.dropFirst(lag)) { counts[16 * left + right] += 1 }
        #expect(try ChiSquareTest(uniform: counts).pValue > 1e-6)
    }

    @Test("Generator.gaussians: the last bits of the numbers are fair")
    func lastBits() {
        // A number from 53 bits of position keeps the position's parity only where it is large; the bit next
        // to the largest is the test: half of the numbers between 1 and 2 have it.
        for bit in 0..<44 {
            let inside = GaussianTests.draws.filter { abs($0) >= 1 && abs($0) < 2 }
            let ones = inside.count { $0.bitPattern >> UInt64(bit) & 1 == 1 }
            let error = 4.9 * 0.5 * Double(inside.count).squareRoot()
            #expect(abs(Double(ones) - Double(inside.count) / 2) < error, "bit \(bit)")
        }
    }

}
