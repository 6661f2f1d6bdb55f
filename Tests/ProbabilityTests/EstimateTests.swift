import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Binomial: Decodable {
        let successes, trials: Int
        let level: Double
        let exact, wilson: [Double]
    }
    struct Normal: Decodable { let p, x: Double }
    struct Student: Decodable { let p, degreesOfFreedom, t: Double }
    let proportions: [Binomial]
    let normal: [Normal]
    let student: [Student]
    let sample, sampleInterval: [Double]
    let sampleMean, sampleStandardError: Double
}

@Suite("Estimates")
struct EstimateTests {
    private let values: Values

    init() throws {
        values = try reference("intervals")
    }

    private func close(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-11) -> Bool {
        abs(value - expected) <= tolerance * max(abs(expected), 1e-6)
    }

    @Test("Proportion.interval: scipy's exact and Wilson intervals")
    func scipyIntervals() {
        for value in values.proportions {
            let proportion = Proportion(successes: value.successes, trials: value.trials)
            let exact = proportion.interval(level: value.level)
            let wilson = proportion.interval(level: value.level, method: .wilson)
            #expect(
                close(exact.lower, value.exact[0]) && close(exact.upper, value.exact[1]), "\(value) \(exact)")
            #expect(
                close(wilson.lower, value.wilson[0]) && close(wilson.upper, value.wilson[1]),
                "\(value) \(wilson)")
        }
    }

    @Test("Proportion.interval: closed forms at the ends")
    func closedForms() {
        let none = Proportion(successes: 0, trials: 20).interval(level: 0.95)
        #expect(none.lower == 0 && close(none.upper, 1 - pow(0.025, 1.0 / 20)))
        let all = Proportion(successes: 20, trials: 20).interval(level: 0.95)
        #expect(all.upper == 1 && close(all.lower, pow(0.025, 1.0 / 20)))
        let nothing = Proportion(successes: 0, trials: 0).interval(level: 0.95)
        #expect(nothing.lower == 0 && nothing.upper == 1)
        let hoeffding = Proportion(successes: 50, trials: 100).interval(level: 0.95, method: .hoeffding)
        #expect(close(hoeffding.halfWidth, (log(40.0) / 200).squareRoot()))
    }

    /// Coverage of the true probability by simulation: at least the level, less 4 standard errors of 2,000
    /// trials.
    @Test(
        "Proportion.interval: contains the truth as often as it says",
        arguments: Proportion.IntervalMethod.allCases, [0.02, 0.3])
    func coverage(method: Proportion.IntervalMethod, probability: Double) {
        var generator = Generator(seed: "coverage")
        let hits = (0..<2000).count { _ in
            Proportion(of: (0..<100).map { _ in generator.bernoulli(probability) })
                .interval(level: 0.9, method: method).contains(probability)
        }
        // Wilson's is approximate: it may fall short by 3 points at these sizes.
        let promised = method == .wilson ? 0.87 : 0.9
        #expect(Double(hits) / 2000 > promised - 4 * (0.9 * 0.1 / 2000).squareRoot())
    }

    @Test("Proportion: value, complement, sum and text")
    func proportion() {
        let proportion = Proportion(of: [true, false, true, true])
        #expect(proportion == Proportion(successes: 3, trials: 4))
        #expect(proportion.value == 0.75)
        #expect(proportion.complement.value == 0.25)
        #expect(
            Proportion(pooling: [proportion, proportion.complement]) == Proportion(successes: 4, trials: 8))
        #expect(proportion.description == "75.0 % (3 of 4)")
        #expect(Proportion(successes: 0, trials: 0).description == "no trials")
        #expect(proportion.interval(level: 0.95).description == "[0.1941, 0.9937]")
    }

    @Test("NormalDistribution.quantile: scipy's values")
    func normalQuantiles() {
        for value in values.normal {
            #expect(close(NormalDistribution.quantile(value.p), value.x, 1e-14), "\(value)")
        }
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
        #expect(close(NormalDistribution.probability(below: -3), 0.0013498980316300933))
    }

    @Test("StudentDistribution: scipy's values")
    func studentQuantiles() {
        for value in values.student {
            let t = StudentDistribution.twoSidedQuantile(value.p, degreesOfFreedom: value.degreesOfFreedom)
            #expect(close(t, value.t), "\(value) \(t)")
        }
    }

    @Test("SampleMean: scipy's values")
    func sampleMean() {
        let mean = SampleMean(of: values.sample)
        #expect(close(mean.value, values.sampleMean, 1e-14))
        #expect(close(mean.standardError, values.sampleStandardError, 1e-12))
        let interval = mean.interval(level: 0.95)
        #expect(
            close(interval.lower, values.sampleInterval[0]) && close(interval.upper, values.sampleInterval[1])
        )
        #expect(mean.description == "0.722 ± 0.01 (6 values)")
    }

    @Test("SampleMean: one value and none")
    func smallSamples() {
        #expect(SampleMean(of: [2]).value == 2 && SampleMean(of: [2]).standardError.isNaN)
        #expect(SampleMean(of: []).value.isNaN)
        #expect(SampleMean(of: [2]).interval(level: 0.9).upper == .infinity)
        #expect(SampleMean(of: [2]).description == "2.0 (1 value)")
    }

    @Test("SampleMean: a large offset costs no digits")
    func offset() {
        let mean = SampleMean(of: (0..<1000).map { 1e9 + Double($0 % 2) })
        #expect(close(mean.standardDeviation, 0.5 * (1000.0 / 999).squareRoot(), 1e-9))
    }
}
