import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Case: Decodable { let a, b, x, lower, upper: Double }
    struct Quantile: Decodable { let p, a, b, x, upperX: Double }
    let cases: [Case]
    let quantiles: [Quantile]
}

private func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / max(abs(value), abs(expected))
}

@Suite("IncompleteBeta")
struct IncompleteBetaTests {
    @Test("IncompleteBeta: closed forms", arguments: [0.001, 0.3, 0.5, 0.9])
    func closedForms(x: Double) {
        #expect(relativeError(IncompleteBeta.tails(x, a: 1, b: 1).lower, x) < 1e-14)
        #expect(relativeError(IncompleteBeta.tails(x, a: 3, b: 1).lower, x * x * x) < 1e-14)
        #expect(relativeError(IncompleteBeta.tails(x, a: 1, b: 4).upper, pow(1 - x, 4)) < 1e-14)
        let arcsine = 2 / Double.pi * asin(x.squareRoot())
        #expect(relativeError(IncompleteBeta.tails(x, a: 0.5, b: 0.5).lower, arcsine) < 1e-14)
    }

    @Test("IncompleteBeta: exchanging a and b exchanges the tails", arguments: [0.0, 0.2, 0.7, 1.0])
    func symmetry(x: Double) {
        let one = IncompleteBeta.tails(x, a: 2.5, b: 7)
        let other = IncompleteBeta.tails(1 - x, a: 7, b: 2.5)
        #expect(abs(one.lower - other.upper) < 1e-15 && abs(one.upper - other.lower) < 1e-15)
    }

    @Test("IncompleteBeta: the values of scipy")
    func scipyValues() throws {
        let values: Values = try reference("incomplete-beta")
        for value in values.cases {
            let tails = IncompleteBeta.tails(value.x, a: value.a, b: value.b)
            let comment =
                "a \(value.a), b \(value.b), x \(value.x): \(tails), expected \(value.lower), \(value.upper)"
            // A change of x by half a unit in its last place moves the tails by up to √(a + b) · 10⁻¹⁶ near
            // the mean, and further out by more; both libraries are at that limit.
            let tolerance = 1e-13 * max(1, (value.a + value.b).squareRoot())
            let smaller = min(value.lower, value.upper)
            let result = value.lower < value.upper ? tails.lower : tails.upper
            let error = min(value.a, value.b) < 0.5 ? abs(result - smaller) : relativeError(result, smaller)
            #expect(smaller < 1e-290 || error < tolerance, "\(comment)")
            #expect(
                relativeError(max(tails.lower, tails.upper), max(value.lower, value.upper)) < 1e-12,
                "\(comment)")
        }
    }

    @Test("IncompleteBeta.quantile: the values of scipy")
    func scipyQuantiles() throws {
        let values: Values = try reference("incomplete-beta")
        for value in values.quantiles {
            let x = IncompleteBeta.quantile(value.p, a: value.a, b: value.b)
            let upper = IncompleteBeta.upperQuantile(value.p, a: value.a, b: value.b)
            #expect(
                relativeError(x, value.x) < 1e-12,
                "p \(value.p), a \(value.a), b \(value.b): \(x), \(value.x)")
            #expect(relativeError(upper, value.upperX) < 1e-12, "p \(value.p), a \(value.a), b \(value.b)")
        }
    }
}
