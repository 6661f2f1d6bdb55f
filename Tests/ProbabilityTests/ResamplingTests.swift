import Foundation
import Probability
import Testing

@Suite("Hoeffding and bootstrap")
struct ResamplingTests {
    @Test("Hoeffding: closed forms, each the inverse of the other")
    func hoeffding() throws {
        let half = try Hoeffding.halfWidth(count: 200, level: 0.95)
        #expect(abs(half - (log(40.0) / 400).squareRoot()) < 1e-15)
        #expect(abs(try Hoeffding.probability(deviation: half, count: 200) - 0.05) < 1e-15)
        #expect(abs(try Hoeffding.halfWidth(count: 200, level: 0.95, width: 3) - 3 * half) < 1e-14)
        #expect(try Hoeffding.count(halfWidth: half * 1.0001, level: 0.95) == 200)
        #expect(try Hoeffding.count(halfWidth: half * 0.9999, level: 0.95) == 201)
        #expect(try Hoeffding.probability(deviation: 0, count: 5) == 1)
    }

    @Test("SampleMean.interval(level:valuesIn:): holds at least as often as it says, inside the range")
    func hoeffdingCoverage() throws {
        var hits = 0
        for number in 0..<1000 {
            var generator = Generator(seed: "hoeffding").stream(number)
            let mean = SampleMean(of: generator.uniforms(30).map { $0 * $0 })
            let interval = try mean.interval(level: 0.9, valuesIn: 0...1)
            #expect(interval.lower >= 0 && interval.upper <= 1)
            if interval.contains(1.0 / 3) { hits += 1 }
        }
        #expect(hits > 900)
    }

    @Test("Bootstrap: the percentile interval of a mean holds nearly as often as it says")
    func coverage() throws {
        let hits = try (0..<1000).count { number in
            let root = Generator(seed: "bootstrap").stream(number)
            var source = root.stream("sample")
            let bootstrap = try Bootstrap(of: source.gaussians(100), resamples: 400, using: root) {
                $0.reduce(0, +) / 100
            }
            return try bootstrap.interval(level: 0.9).contains(0)
        }
        // 0.9 less the method's own error at n = 100 (0.01) and 400 resamples (0.005), ± 4.9 · 0.0095.
        #expect(abs(Double(hits) / 1000 - 0.885) < 0.047)
    }

    @Test("Bootstrap: the standard error of a mean is the sample's deviation over √n")
    func standardError() throws {
        let sample = Array(stride(from: 0.0, to: 50, by: 1))
        let bootstrap = try Bootstrap(of: sample, resamples: 4000, using: Generator(seed: 1)) {
            $0.reduce(0, +) / Double($0.count)
        }
        #expect(bootstrap.estimate == 24.5)
        let expected = try (Moments(of: sample).populationVariance / 50).squareRoot()
        // Relative standard error 1/√(2 · 4000) = 0.011.
        #expect(abs(bootstrap.standardError / expected - 1) < 0.055)
    }

    @Test("Bootstrap: more resamples keep the first ones")
    func prefix() throws {
        let statistic = { (values: [Double]) in values[0] + values[1] }
        let sample = (0..<20).map { Double($0 * $0) }
        let few = try Bootstrap(of: sample, resamples: 5, using: Generator(seed: 2), statistic: statistic)
        let many = try Bootstrap(of: sample, resamples: 50, using: Generator(seed: 2), statistic: statistic)
        #expect(Set(few.replicates.values).isSubset(of: many.replicates.values))
    }

    @Test("Hoeffding and bootstrap: refuse what has no answer")
    func refusals() {
        let level = #expect(throws: ProbabilityError.self) { try Hoeffding.halfWidth(count: 5, level: 1) }
        #expect(level?.description == "the level is 1.0, expected a number between 0 and 1")
        let count = #expect(throws: ProbabilityError.self) { try Hoeffding.halfWidth(count: 0, level: 0.9) }
        #expect(count?.description == "Hoeffding's inequality needs at least 1 value, got 0")
        let width = #expect(throws: ProbabilityError.self) {
            try Hoeffding.halfWidth(count: 5, level: 0.9, width: 0)
        }
        #expect(
            width?.description == "the width of the values' range is 0.0, expected a positive finite number")
        let outside = #expect(throws: ProbabilityError.self) {
            try SampleMean(of: [2.0, 2]).interval(level: 0.9, valuesIn: 0...1)
        }
        #expect(outside?.description == "the mean is 2.0, expected 0.0...1.0")
        let generator = Generator(seed: 1)
        let empty = #expect(throws: ProbabilityError.self) {
            try Bootstrap(of: [], using: generator) { _ in 0 }
        }
        #expect(empty?.description == "a bootstrap needs at least 1 value, got 0")
        let none = #expect(throws: ProbabilityError.self) {
            try Bootstrap(of: [1], resamples: 0, using: generator) { $0[0] }
        }
        #expect(none?.description == "the number of resamples is 0, expected 1 or more")
        let wild = #expect(throws: ProbabilityError.self) {
            try Bootstrap(of: [1], resamples: 2, using: generator) { _ in .nan }
        }
        #expect(wild?.description == "an ordered sample needs finite values, but value 0 is nan")
    }
}
