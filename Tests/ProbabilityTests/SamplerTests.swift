import Foundation
import Probability
import Testing

/// Each statistical test has one fixed seed, so it either always passes or always fails. Its bound is wide
/// enough that a right sampler fails for one seed in the stated number.
@Suite("Samplers")
struct SamplerTests {
    let count = 1_000_000

    @Test("Generator.gaussians: moments of a million draws")
    func gaussianMoments() {
        var generator = Generator(seed: 11)
        let draws = generator.gaussians(count)
        let moment = { (power: Int) in draws.reduce(0) { $0 + pow($1, Double(power)) } / Double(count) }
        // Standard errors √(Var xᵏ / n): Var x = 1, x² 2, x³ 15, x⁴ 96. Five of them: one seed in 400,000 for
        // all four.
        let error = { (variance: Double) in 5 * (variance / Double(count)).squareRoot() }
        #expect(abs(moment(1)) < error(1))
        #expect(abs(moment(2) - 1) < error(2))
        #expect(abs(moment(3)) < error(15))
        #expect(abs(moment(4) - 3) < error(96))
    }

    @Test("Generator.gaussians: Kolmogorov's distance to the normal distribution", arguments: [true, false])
    func gaussianDistribution(oneByOne: Bool) {
        var generator = Generator(seed: 12)
        var draws = generator.gaussians(oneByOne ? 0 : count)
        if oneByOne { draws = (0..<count).map { _ in generator.gaussian() } }
        let distance = draws.sorted().enumerated().reduce(0.0) { worst, next in
            let probability = NormalDistribution.probability(below: next.element)
            let step = Double(next.offset) / Double(count)
            return max(worst, probability - step, step + 1 / Double(count) - probability)
        }
        // P(√n D > 2.7) ≈ 2 exp(−2 · 2.7²) = 9e-7.
        #expect(distance * Double(count).squareRoot() < 2.7)
    }

    /// The layers of the ziggurat have edges xᵢ; a wrong rule inside a layer shifts draws between its two
    /// halves, by far too little for Kolmogorov's test.
    @Test("Generator.gaussians: the halves of all layers have their probabilities")
    func gaussianLayers() {
        let (edge, area) = (3.654152885361009, 0.004928673233974655)
        var edges = [edge]
        while edges.count < 255 {
            let last = edges[edges.count - 1]
            edges.append((-2 * log(area / last + exp(-0.5 * last * last))).squareRoot())
        }
        edges = [0] + edges.reversed()
        let bounds = zip(edges, edges.dropFirst()).flatMap { [$0, ($0 + $1) / 2] } + [edge]
        var counts = [Int](repeating: 0, count: bounds.count)
        var generator = Generator(seed: 21)
        for _ in 0..<10 {
            for draw in generator.gaussians(count) { counts[bin(of: abs(draw), bounds)] += 1 }
        }
        let below = bounds.map { 2 * NormalDistribution.probability(below: $0) - 1 } + [1]
        let chiSquare = counts.indices.reduce(0.0) { sum, index in
            let expected = 1e7 * (below[index + 1] - below[index])
            return sum + (Double(counts[index]) - expected) * (Double(counts[index]) - expected) / expected
        }
        // 510 degrees of freedom; five standard deviations leave one seed in about a million.
        let freedom = Double(counts.count - 1)
        #expect(abs(chiSquare - freedom) < 5 * (2 * freedom).squareRoot())
    }

    /// The last bound that is not above the value.
    private func bin(of value: Double, _ bounds: [Double]) -> Int {
        var (low, high) = (0, bounds.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if bounds[middle] <= value { low = middle } else { high = middle }
        }
        return low
    }

    @Test(
        "Generator.gaussians: the tail beyond the last layer", arguments: [3.0, 3.6541528853610088, 4.0, 4.5])
    func gaussianTail(limit: Double) {
        var generator = Generator(seed: 13)
        let beyond = (0..<10).reduce(0) { sum, _ in sum + generator.gaussians(count).count { $0 > limit } }
        let expected = 10 * Double(count) * NormalDistribution.probability(below: -limit)
        // Five standard deviations of a Poisson count.
        #expect(abs(Double(beyond) - expected) < 5 * expected.squareRoot())
    }

    @Test("Generator.gaussians: neighbours are uncorrelated, also their squares")
    func gaussianCorrelation() {
        var generator = Generator(seed: 14)
        let draws = generator.gaussians(count)
        let products = zip(draws, draws.dropFirst()).reduce((0.0, 0.0)) { sums, pair in
            (sums.0 + pair.0 * pair.1, sums.1 + (pair.0 * pair.0 - 1) * (pair.1 * pair.1 - 1))
        }
        // The products have variance 1 and 4.
        #expect(abs(products.0) < 5 * Double(count).squareRoot())
        #expect(abs(products.1) < 5 * 2 * Double(count).squareRoot())
    }

    @Test("Generator.uniform: moments, and the range is kept")
    func uniformMoments() {
        var generator = Generator(seed: 15)
        let draws = generator.uniforms(count)
        #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
        // Var u = 1/12, Var u² = 4/45.
        let mean = draws.reduce(0, +) / Double(count)
        let square = draws.reduce(0) { $0 + $1 * $1 } / Double(count)
        #expect(abs(mean - 0.5) < 5 * (1.0 / 12 / Double(count)).squareRoot())
        #expect(abs(square - 1.0 / 3) < 5 * (4.0 / 45 / Double(count)).squareRoot())
        let narrow = 1.0..<1.0.nextUp
        #expect((0..<100).allSatisfy { _ in generator.uniform(in: narrow) == 1 })
    }

    @Test("Generator.uniforms: the same sequence as one call after another; 1,000 bins (chi-square, 10⁻⁶)")
    func uniformSequence() throws {
        var (one, many) = (Generator(seed: 6), Generator(seed: 6))
        for size in [1, 0, 511, 513, 10_000] {
            #expect(many.uniforms(size) == (0..<size).map { _ in one.uniform() }, "\(size)")
        }
        #expect(one.next() == many.next())
        var counts = [Int](repeating: 0, count: 1000)
        for draw in many.uniforms(count) { counts[Int(draw * 1000)] += 1 }
        #expect(try ChiSquareTest(uniform: counts).pValue > 1e-6)
        #expect(try KolmogorovSmirnov(many.uniforms(count)) { $0 }.pValue > 1e-6)
    }

    @Test("Generator.integer: every value equally often", arguments: [1, 2, 3, 10, 1000])
    func integers(bound: Int) {
        var generator = Generator(seed: 16)
        var counts = [Int](repeating: 0, count: bound)
        for _ in 0..<count { counts[generator.integer(below: bound)] += 1 }
        let expected = Double(count) / Double(bound)
        let chiSquare = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        // Mean bound − 1, variance 2 (bound − 1); six standard deviations leave room for the skew of few
        // degrees.
        let freedom = Double(bound - 1)
        #expect(chiSquare <= freedom + 6 * (2 * freedom).squareRoot())
    }

    @Test("Generator.integer: large bounds stay below")
    func largeIntegers() {
        var generator = Generator(seed: 17)
        let draws = (0..<1000).map { _ in generator.integer(below: .max) }
        #expect(draws.allSatisfy { $0 >= 0 && $0 < .max })
        #expect(draws.contains { $0 > .max / 2 } && draws.contains { $0 < .max / 2 })
    }

    @Test("Generator.bits, signs, bernoulli: the share of heads")
    func coins() {
        var generator = Generator(seed: 18)
        let half = 0.5 * Double(count)
        let error = 5 * 0.5 * Double(count).squareRoot()
        #expect(abs(Double(generator.bits(count).count { $0 }) - half) < error)
        #expect(abs(generator.signs(count).reduce(0, +)) < 2 * error)
        #expect(abs(Double((0..<count).count { _ in generator.bit() }) - half) < error)
        let rare = Double((0..<count).count { _ in generator.bernoulli(0.01) })
        #expect(abs(rare - 0.01 * Double(count)) < 5 * (0.0099 * Double(count)).squareRoot())
        #expect((0..<100).allSatisfy { _ in generator.bernoulli(1) && !generator.bernoulli(0) })
    }

    @Test("Generator.permutation: all orders of three equally often")
    func permutations() {
        var generator = Generator(seed: 19)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<60_000 { counts[generator.permutation(3), default: 0] += 1 }
        #expect(counts.count == 6)
        // 10,000 ± 91.3 each.
        #expect(counts.values.allSatisfy { abs($0 - 10_000) < 5 * 92 })
        #expect(generator.permutation(0) == [])
        #expect(generator.permutation(100).sorted() == Array(0..<100))
    }

    @Test("Generator.sample: all choices and orders equally often, without repetition")
    func samples() {
        var generator = Generator(seed: 20)
        var counts: [[Int]: Int] = [:]
        for _ in 0..<120_000 { counts[generator.sample(2, of: 4), default: 0] += 1 }
        #expect(counts.count == 12)
        #expect(counts.keys.allSatisfy { Set($0).count == 2 && Set($0).isSubset(of: 0..<4) })
        #expect(counts.values.allSatisfy { abs($0 - 10_000) < 5 * 96 })
        #expect(generator.sample(5, of: 5).sorted() == Array(0..<5))
        #expect(Set(generator.sample(1000, of: .max)).count == 1000)
    }
}
