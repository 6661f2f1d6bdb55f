import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Case: Decodable {
        let name: String
        let values, shares, quantiles: [Double]
        let mean, variance, skewness, kurtosis: Double
    }
    let cases: [Case]
}

@Suite("Samples")
struct SampleTests {
    private let cases: [Values.Case]

    init() throws {
        cases = try reference("samples", as: Values.self).cases
    }

    private func close(_ value: Double, _ expected: Double, _ tolerance: Double) -> Bool {
        abs(value - expected) <= tolerance * max(1, abs(expected))
    }

    @Test("Moments: exact values, within 1e-13; behind an offset of 10⁸ as far as numbers there can tell")
    func moments() throws {
        #expect(cases.count == 6)
        for value in cases {
            let moments = try Moments(of: value.values)
            let tolerance = value.name == "offset" ? 1e-8 : 1e-13
            #expect(close(moments.mean, value.mean, 1e-14), "\(value.name)")
            #expect(close(moments.variance, value.variance, tolerance), "\(value.name)")
            #expect(close(moments.skewness, value.skewness, tolerance), "\(value.name)")
            #expect(close(moments.kurtosis, value.kurtosis, tolerance), "\(value.name)")
            #expect(moments.excessKurtosis == moments.kurtosis - 3)
            #expect(
                close(
                    moments.populationVariance * Double(moments.count),
                    moments.variance
                        * Double(moments.count - 1), 1e-14 * moments.variance * Double(moments.count)))
        }
    }

    @Test("Moments: two parts together are the whole", arguments: [0, 1, 7, 49, 50])
    func sumOfParts(size: Int) throws {
        let values = cases[0].values
        var (left, right) = (Moments(), Moments())
        for value in values.prefix(size) { left.insert(value) }
        for value in values.dropFirst(size) { right.insert(value) }
        let whole = try Moments(of: values)
        let sum = left + right
        #expect(sum.count == whole.count)
        for (part, all) in [
            (sum.mean, whole.mean), (sum.variance, whole.variance), (sum.skewness, whole.skewness),
            (sum.kurtosis, whole.kurtosis),
        ] { #expect(close(part, all, 1e-14)) }
    }

    @Test("Moments: by hand, and what one value cannot say")
    func momentsByHand() throws {
        let moments = try Moments(of: [1, 2, 3, 4])
        #expect(moments.mean == 2.5 && moments.variance == 5.0 / 3 && moments.populationVariance == 1.25)
        #expect(moments.skewness == 0 && close(moments.kurtosis, 1.64, 1e-15))
        let single = try Moments(of: [3])
        #expect(single.mean == 3 && single.variance.isNaN && single.skewness.isNaN)
        #expect(Moments().mean.isNaN)
    }

    @Test("OrderedSample.quantile: numpy's linear method")
    func quantiles() throws {
        for value in cases {
            let sample = try OrderedSample(value.values)
            #expect(sample.values == value.values.sorted(), "\(value.name)")
            for (share, quantile) in zip(value.shares, value.quantiles) {
                #expect(close(try sample.quantile(share), quantile, 1e-15), "\(value.name), \(share)")
            }
            #expect(close(sample.median, try sample.quantile(0.5), 1e-15))
        }
    }

    @Test("OrderedSample: as the standard library sorts", arguments: [0, 1, 2, 3])
    func sorting(kind: Int) throws {
        var generator = Generator(seed: kind)
        let values = (0..<20_000).map { _ -> Double in
            switch kind {
            case 0: generator.gaussian()
            case 1: Double(generator.integer(below: 7)) - 3
            case 2:
                Double(bitPattern: generator.next()).isFinite
                    ? generator.gaussian() * 1e300 : Double.leastNonzeroMagnitude
            default: 5
            }
        }
        #expect(try OrderedSample(values).values == values.sorted())
    }

    @Test("OrderedSample.share: the values up to a place")
    func shares() throws {
        let sample = try OrderedSample([3, 1, 2, 2])
        #expect([0, 1, 1.5, 2, 3, 9].map(sample.share(upTo:)) == [0, 0.25, 0.25, 0.75, 1, 1])
    }

    @Test("Samples: refuse what is empty or not finite")
    func refusals() throws {
        let none = #expect(throws: ProbabilityError.self) { try Moments(of: []) }
        #expect(none?.description == "a sample's moments needs at least 1 value, got 0")
        let bad = #expect(throws: ProbabilityError.self) { try Moments(of: [1, .nan]) }
        #expect(bad?.description == "a sample's moments needs finite values, but value 1 is nan")
        let ordered = #expect(throws: ProbabilityError.self) { try OrderedSample([.infinity]) }
        #expect(ordered?.description == "an ordered sample needs finite values, but value 0 is inf")
        let share = #expect(throws: ProbabilityError.self) { try OrderedSample([1]).quantile(1.5) }
        #expect(share?.description == "the share of a quantile is 1.5, expected 0...1")
    }
}
