import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Case: Decodable {
        let variance, shift, mean, meanSquare: Double
        let values, probabilities: [Double]
    }
    let cases: [Case]
}

@Suite("DiscreteGaussian")
struct DiscreteGaussianTests {
    private let cases: [Values.Case]

    init() throws {
        cases = try reference("discrete-gaussian", as: Values.self).cases
    }

    @Test("DiscreteGaussian: the probabilities are exact to 1e-15, and those cut off are below 2⁻⁶⁴")
    func probabilities() throws {
        #expect(cases.count == 8)
        for exact in cases {
            let distribution = try DiscreteGaussian(variance: exact.variance, shift: exact.shift)
            #expect(abs(distribution.probabilities.reduce(0, +) - 1) < 1e-15)
            var distance = 0.0
            var cut = 0.0
            for (value, probability) in zip(exact.values, exact.probabilities) {
                let drawn = distribution.probability(of: value)
                if distribution.values.contains(value) {
                    distance += abs(drawn - probability) / 2
                } else {
                    cut += probability
                }
            }
            let name = "variance \(exact.variance), shift \(exact.shift)"
            #expect(distance < 1e-15 + Double(exact.values.count) * 0x1p-64, "\(name): \(distance)")
            #expect(cut < 0x1p-64, "\(name): \(cut)")
        }
    }

    @Test("DiscreteGaussian: a million draws have these probabilities (chi-square, one seed in 10⁶ fails)")
    func distribution() throws {
        for exact in cases {
            let distribution = try DiscreteGaussian(variance: exact.variance, shift: exact.shift)
            var generator = Generator(seed: "discrete \(exact.variance) \(exact.shift)")
            let draws = generator.draws(1_000_000, from: distribution)
            let counts = Dictionary(draws.map { ($0, 1) }, uniquingKeysWith: +)
            #expect(Set(counts.keys).isSubset(of: distribution.values))
            // Values of which fewer than 10 are expected are counted together.
            var (observed, expected) = ([0], [0.0])
            for (value, probability) in zip(exact.values, exact.probabilities) {
                let isRare = probability * 1e6 < 10
                if !isRare { (observed, expected) = (observed + [0], expected + [0]) }
                observed[isRare ? 0 : observed.count - 1] += counts[value] ?? 0
                expected[isRare ? 0 : expected.count - 1] += probability * 1e6
            }
            if expected[0] < 5 {
                #expect(observed[0] < 40)
                (observed, expected) = (Array(observed.dropFirst()), Array(expected.dropFirst()))
                expected[0] += 1e6 - expected.reduce(0, +)
                observed[0] += 1_000_000 - observed.reduce(0, +)
            }
            if observed.count > 1 {
                let test = try ChiSquareTest(observed: observed, expected: expected)
                #expect(test.pValue > 1e-6, "variance \(exact.variance), shift \(exact.shift): \(test)")
            }
            // Five standard errors: the standard deviation of x is below that of x² + 1.
            let mean = draws.reduce(0, +) / 1e6
            #expect(abs(mean - exact.mean) <= 5e-3 * exact.meanSquare.squareRoot())
        }
    }

    @Test("DiscreteGaussian: on the half-integers 1/2 and −1/2 are all there is for a tiny variance")
    func tinyVariance() throws {
        let pair = try DiscreteGaussian(variance: 1e-4, shift: 0.5)
        #expect(pair.values == [-0.5, 0.5] && pair.probabilities == [0.5, 0.5])
        let single = try DiscreteGaussian(variance: 1e-6, shift: 0.25)
        var generator = Generator(seed: 1)
        #expect(single.values == [0.25] && abs(single.probability(of: 0.25) - 1) < 1e-15)
        #expect(generator.draws(100, from: single).allSatisfy { $0 == 0.25 })
    }

    @Test("DiscreteGaussian: only the shift's part after the point matters", arguments: [-1.5, 0.5, 7.5])
    func shifts(shift: Double) throws {
        let distribution = try DiscreteGaussian(variance: 4, shift: shift)
        #expect(try distribution == DiscreteGaussian(variance: 4, shift: 0.5))
        #expect(distribution.probability(of: 0.5) == distribution.probability(of: -0.5))
        #expect(distribution.probability(of: 0) == 0 && distribution.probability(of: 1000.5) == 0)
        #expect(try DiscreteGaussian(variance: 4, shift: -1e-300).shift == 0)
    }

    @Test("DiscreteGaussian: one draw is the first of many")
    func sameSequence() throws {
        let distribution = try DiscreteGaussian(variance: 20, shift: 0.5)
        var (one, many) = (Generator(seed: 4), Generator(seed: 4))
        let draws = many.draws(1000, from: distribution)
        #expect((0..<1000).allSatisfy { one.draw(from: distribution) == draws[$0] })
    }

    @Test(
        "DiscreteGaussian: refuses what is no variance or shift",
        arguments: [
            (0.0, 0.0, "the variance of a discrete Gaussian is 0.0, expected a positive finite number"),
            (-2, 0, "the variance of a discrete Gaussian is -2.0, expected a positive finite number"),
            (.nan, 0, "the variance of a discrete Gaussian is nan, expected a positive finite number"),
            (.infinity, 0, "the variance of a discrete Gaussian is inf, expected a positive finite number"),
            (1e11, 0, "the variance of a discrete Gaussian is 100000000000.0, expected at most 1e10"),
            (1, .nan, "the shift of the grid is nan, expected a finite number"),
        ])
    func refusals(variance: Double, shift: Double, message: String) throws {
        let error = try #require(throws: ProbabilityError.self) {
            try DiscreteGaussian(variance: variance, shift: shift)
        }
        #expect(error.description == message)
    }
}
