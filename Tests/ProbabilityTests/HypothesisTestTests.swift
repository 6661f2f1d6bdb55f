import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Kolmogorov: Decodable {
        let count: Int
        let d, p: Double
    }
    struct OneSample: Decodable {
        let sample: [Double]
        let statistic: Double
        let p: Double?
    }
    struct TwoSample: Decodable {
        let first, second: [Double]
        let statistic, p: Double
    }
    struct ChiSquare: Decodable {
        let observed: [Int]
        let expected: [Double]
        let fitted: Int
        let statistic, p: Double
    }
    let kolmogorov: [Kolmogorov]
    let oneSample, anderson: [OneSample]
    let twoSample: [TwoSample]
    let chiSquare: [ChiSquare]
}

private func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / max(abs(value), abs(expected))
}

@Suite("Hypothesis tests")
struct HypothesisTestTests {
    private let values: Values

    init() throws {
        values = try reference("hypothesis-tests")
    }

    @Test("KolmogorovDistribution: scipy's probabilities, 1 to 1,000,000 values")
    func kolmogorov() {
        #expect(values.kolmogorov.count > 100)
        for value in values.kolmogorov {
            let p = KolmogorovDistribution.probability(atLeast: value.d, count: value.count)
            let isFar = value.d * value.d * Double(value.count) > 4
            #expect(abs(p - value.p) < (value.count <= 140 ? 1e-12 : 1e-7), "\(value): \(p)")
            #expect(!isFar || value.p < 1e-290 || relativeError(p, value.p) < 1e-7, "\(value): \(p)")
        }
    }

    @Test("KolmogorovDistribution: closed forms for one and two values")
    func kolmogorovByHand() {
        // One value: D = max(u, 1 − u), so P(D ≥ d) = 2 (1 − d) for d ≥ ½.
        #expect(abs(KolmogorovDistribution.probability(atLeast: 0.7, count: 1) - 0.6) < 1e-15)
        // Two: P(D < d) = 2! (2d − ½)² for ¼ ≤ d ≤ ½.
        #expect(abs(KolmogorovDistribution.probability(atLeast: 0.4, count: 2) - (1 - 2 * 0.09)) < 1e-15)
        #expect(KolmogorovDistribution.probability(atLeast: 1, count: 5) == 0)
        #expect(KolmogorovDistribution.probability(atLeast: 0, count: 5) == 1)
    }

    @Test("KolmogorovSmirnov: one sample, scipy's values")
    func oneSample() throws {
        for value in values.oneSample {
            let test = try KolmogorovSmirnov(value.sample, against: NormalDistribution.probability(below:))
            #expect(relativeError(test.statistic, value.statistic) < 1e-14)
            #expect(abs(test.pValue - (value.p ?? .nan)) < 1e-7, "\(value.sample.count): \(test)")
        }
    }

    @Test("KolmogorovSmirnov: two samples, scipy's exact values")
    func twoSamples() throws {
        for value in values.twoSample {
            let test = try KolmogorovSmirnov(value.first, value.second)
            #expect(relativeError(test.statistic, value.statistic) < 1e-14)
            #expect(relativeError(test.pValue, value.p) < 1e-11, "\(test), expected \(value.p)")
            let turned = try KolmogorovSmirnov(value.second, value.first)
            #expect(relativeError(turned.pValue, test.pValue) < 1e-12)
        }
    }

    @Test("KolmogorovSmirnov: by hand, with values that occur twice, and far apart")
    func kolmogorovSmirnovByHand() throws {
        let apart = try KolmogorovSmirnov([1, 2, 3], [4, 5])
        // Both orders that are wholly sorted, of C(5, 2).
        #expect(apart.statistic == 1 && abs(apart.pValue - 0.2) < 1e-15)
        let same = try KolmogorovSmirnov([1, 1, 2], [2, 1, 1])
        #expect(same.statistic == 0 && same.pValue == 1)
        let uniform = try KolmogorovSmirnov([0.5]) { $0 }
        #expect(uniform.statistic == 0.5 && uniform.pValue == 1)
    }

    @Test("KolmogorovSmirnov: p-values of large samples by their own distribution are uniform")
    func calibration() throws {
        // 400 experiments of 200 values: Kolmogorov's distance again, 1 in 10⁶ seeds beyond 2.7.
        let pValues = try (0..<400).map { number in
            var generator = Generator(seed: "calibration").stream(number)
            return try KolmogorovSmirnov(generator.uniforms(200)) { $0 }.pValue
        }
        #expect(try KolmogorovSmirnov(pValues) { $0 }.statistic * 20 < 2.7)
    }

    @Test("ChiSquareTest: scipy's values")
    func chiSquare() throws {
        for value in values.chiSquare {
            let test = try ChiSquareTest(
                observed: value.observed, expected: value.expected, fittedParameters: value.fitted)
            #expect(relativeError(test.statistic, value.statistic) < 1e-13)
            #expect(relativeError(test.pValue, value.p) < 1e-12, "\(test)")
        }
        #expect(try ChiSquareTest(uniform: [10, 20, 30]).statistic == 10)
    }

    @Test("AndersonDarling: scipy's statistic")
    func anderson() throws {
        for value in values.anderson {
            let test = try AndersonDarling(value.sample)
            // A² is the small difference of n and a sum of that size, in scipy too.
            let tolerance = 1e-14 * Double(value.sample.count)
            #expect(abs(test.statistic - value.statistic) < tolerance, "\(test), \(value.statistic)")
        }
    }

    @Test("AndersonDarling: normal samples get p-values below 5 % in 5 % of the cases")
    func andersonCalibration() throws {
        let rejections = try (0..<4000).count { number in
            var generator = Generator(seed: "anderson").stream(number)
            return try AndersonDarling(generator.gaussians(50)).pValue < 0.05
        }
        // 200 ± 13.8, and the curve's own error of 0.005.
        #expect(abs(rejections - 200) < 69 + 20)
        var generator = Generator(seed: 3)
        let heavy = (0..<200).map { _ in generator.gaussian() / (0.1 + generator.uniform()) }
        #expect(try AndersonDarling(heavy).pValue < 1e-6)
        #expect(try AndersonDarling((0..<9000).map { $0 < 4500 ? 0.0 : 1 }).pValue == 3.7e-24)
    }

    @Test("Tests: refuse what they cannot judge, with the numbers")
    func refusals() throws {
        let message = { (body: () throws -> Void) -> String in
            do {
                try body()
                return "nothing was thrown"
            } catch { return "\(error)" }
        }
        #expect(
            message { _ = try KolmogorovSmirnov([]) { $0 } }
                == "an ordered sample needs at least 1 value, got 0")
        #expect(
            message { _ = try KolmogorovSmirnov([2]) { $0 } }
                == "the distribution function at 2.0 is 2.0, expected 0...1")
        #expect(
            message { _ = try KolmogorovSmirnov([1], [.nan]) }
                == "an ordered sample needs finite values, but value 0 is nan")
        #expect(
            message { _ = try ChiSquareTest(observed: [1, 2], expected: [3]) }
                == "2 observed counts, but 1 expected ones")
        #expect(
            message { _ = try ChiSquareTest(observed: [1, 2], expected: [3, 0]) }
                == "expected count 1 is 0.0, expected a positive finite number")
        #expect(
            message { _ = try ChiSquareTest(observed: [1, -2], expected: [3, 1]) }
                == "observed count 1 is -2, expected 0 or more")
        #expect(
            message { _ = try ChiSquareTest(observed: [10, 20], expected: [0.3, 0.7]) }
                == "the observed counts add up to 30.0, the expected ones to 1.0")
        #expect(
            message { _ = try ChiSquareTest(observed: [1], expected: [1]) }
                == "a chi-square test needs at least 2 values, got 1")
        #expect(
            message { _ = try ChiSquareTest(observed: [1, 1], expected: [1, 1], fittedParameters: 1) }
                == "the number of fitted parameters is 1, expected 0...0 for 2 classes")
        #expect(
            message { _ = try AndersonDarling([1, 2]) }
                == "Anderson and Darling's test needs at least 3 values, got 2")
        #expect(
            message { _ = try AndersonDarling([4, 4, 4]) }
                == "Anderson and Darling's test needs values that differ, but all 3 are 4.0")
    }
}
