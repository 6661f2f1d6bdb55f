import Notebook
import Testing

struct ClaimTests {
    @Test(
        "bounds of numbers",
        arguments: [
            (Bound<Double>.within(0.5, of: 4), 3.999, "4 ± 0.5", true),
            (.within(0.5, of: 4), 4.5, "4 ± 0.5", true),
            (.within(0.5, of: 4), 4.500001, "4 ± 0.5", false),
            (.within(0.00056, of: 0.00390625), 0.0039, "0.00390625 ± 0.00056", true),
            (.atLeast(0.9), 0.9, "≥ 0.9", true),
            (.atLeast(0.9), 0.89, "≥ 0.9", false),
            (.atMost(0.1), 0.1, "≤ 0.1", true),
            (.atMost(0.1), 0.2, "≤ 0.1", false),
            (.below(1e-6), 1e-6, "< 1e-06", false),
            (.below(1e-6), 1e-7, "< 1e-06", true),
            (.above(0), 0, "> 0", false),
            (.above(0), 0.1, "> 0", true),
            (.between(-1, 1), 1, "from -1 to 1", true),
            (.between(-1, 1), 1.1, "from -1 to 1", false),
            (.equals(0.25), 0.25, "= 0.25", true),
            (.equals(0.1 + 0.2), 0.3, "= 0.30000000000000004", false),
        ])
    func holds(bound: Bound<Double>, value: Double, text: String, holds: Bool) {
        #expect(bound.text == text)
        #expect(bound.holds(value) == holds)
    }

    @Test(
        "NaN satisfies no bound",
        arguments: [
            Bound<Double>.within(.infinity, of: 0), .atLeast(-.infinity), .atMost(.infinity),
            .below(.infinity),
            .above(-.infinity), .between(-.infinity, .infinity), .equals(.nan),
        ])
    func notANumber(bound: Bound<Double>) {
        #expect(!bound.holds(.nan))
    }

    @Test(
        "a bound that is NaN is satisfied by nothing",
        arguments: [
            Bound<Double>.within(.nan, of: 0), .within(1, of: .nan), .atLeast(.nan), .atMost(.nan),
            .below(.nan),
            .above(.nan), .between(.nan, 1), .between(0, .nan),
        ])
    func boundNotANumber(bound: Bound<Double>) {
        #expect(!bound.holds(0.5))
    }

    @Test("whole numbers are compared exactly and never overflow")
    func integers() {
        #expect(Bound<Int>.equals(200).holds(200))
        #expect(!Bound<Int>.equals(9_007_199_254_740_993).holds(9_007_199_254_740_992))
        #expect(Bound<Int>.within(5, of: 1_000).holds(995))
        #expect(!Bound<Int>.within(5, of: 1_000).holds(994))
        #expect(!Bound<Int>.within(5, of: .max).holds(.min))
        #expect(Bound<UInt8>.within(10, of: 5).holds(0))
        #expect(Bound<String>.equals("yes").text == "= yes")
    }

    @Test(
        "the measured value has six digits, and more where they decide",
        arguments: [
            (1.0 / 3, Bound<Double>.above(0), "0.333333"),
            (0.89999999999, .atLeast(0.9), "0.89999999999"),
            (4, .atMost(5), "4"),
            (.nan, .atMost(5), "NaN"),
            (.infinity, .atMost(5), "∞"),
        ])
    func measured(value: Double, bound: Bound<Double>, text: String) {
        #expect(bound.claim("sentence", value).measured == text)
    }

    @Test(
        "a bound that was computed is rounded too, unless that would seem to change the verdict",
        arguments: [
            ClaimText(0.2, .within(0.111111111111, of: 0.2), "0.2, 0.2 ± 0.111111"),
            ClaimText(0.5, .atLeast(0.333333333333), "0.5, ≥ 0.333333"),
            ClaimText(0.5, .above(0.12345678), "0.5, > 0.12345678"),
            ClaimText(0.333333333333, .below(0.3333333333331), "0.333333, < 0.3333333333331"),
            ClaimText(0.333333333333, .atMost(0.333333333333), "0.333333, ≤ 0.333333"),
            ClaimText(0.666666666667, .between(0.333333333333, 1), "0.666667, from 0.333333 to 1"),
        ])
    fileprivate func rounded(expected: ClaimText) {
        let claim = expected.bound.claim("sentence", expected.value)
        #expect("\(claim.measured), \(claim.bound)" == expected.text)
    }

    @Test("a claim knows its line and reads as one")
    func line() {
        let claim = Bound.atLeast(3).claim("Three are found", 2)
        #expect(claim.line == #line - 1)
        #expect(!claim.holds)
        #expect(claim.text == "✗ Three are found: 2, ≥ 3")
        #expect(Bound.equals(true).claim("Both agree", true).text == "✓ Both agree: true, = true")
    }
}

private struct ClaimText: Sendable {
    let value: Double
    let bound: Bound<Double>
    let text: String

    init(_ value: Double, _ bound: Bound<Double>, _ text: String) {
        (self.value, self.bound, self.text) = (value, bound, text)
    }
}
