import Foundation
import Probability
import Testing

private struct Values: Decodable {
    struct Errors: Decodable { let x, erf, erfc: Double }
    struct Inverse: Decodable { let y, x: Double }
    struct Logarithm: Decodable { let x, log: Double }
    struct Gamma: Decodable { let a, x, lower, upper: Double }
    struct ChiSquare: Decodable { let x, degreesOfFreedom, above, below: Double }
    let errors: [Errors]
    let inverses, complements: [Inverse]
    let logProbabilities: [Logarithm]
    let gammas: [Gamma]
    let chiSquare: [ChiSquare]
}

private func relativeError(_ value: Double, _ expected: Double) -> Double {
    value == expected ? 0 : abs(value - expected) / max(abs(value), abs(expected))
}

@Suite("Special functions")
struct SpecialFunctionTests {
    private let values: Values

    init() throws {
        values = try reference("special-functions")
    }

    @Test("ErrorFunction.erf, erfc: within two units in the last place of exact values")
    func errorFunction() {
        #expect(values.errors.count > 20)
        for value in values.errors {
            let (erf, erfc) = (ErrorFunction.erf(value.x), ErrorFunction.erfc(value.x))
            #expect(abs(erf - value.erf) <= 2 * value.erf.ulp, "erf \(value.x)")
            #expect(abs(erfc - value.erfc) <= 2 * value.erfc.ulp, "erfc \(value.x)")
        }
    }

    @Test("ErrorFunction.inverseErf: exact values, within 4e-15")
    func inverse() {
        for value in values.inverses {
            #expect(relativeError(ErrorFunction.inverseErf(value.y), value.x) < 4e-15, "\(value.y)")
            #expect(ErrorFunction.inverseErf(-value.y) == -ErrorFunction.inverseErf(value.y))
        }
        #expect(ErrorFunction.inverseErf(1) == .infinity && ErrorFunction.inverseErf(-1) == -.infinity)
        #expect(ErrorFunction.inverseErf(0) == 0)
    }

    @Test("ErrorFunction.inverseErfc: exact values, within 4e-15")
    func inverseComplement() {
        for value in values.complements {
            let x = ErrorFunction.inverseErfc(value.y)
            #expect(relativeError(x, value.x) < 4e-15, "\(value.y): \(x), expected \(value.x)")
        }
        #expect(ErrorFunction.inverseErfc(0) == .infinity && ErrorFunction.inverseErfc(2) == -.infinity)
        #expect(ErrorFunction.inverseErfc(1) == 0)
    }

    @Test("NormalDistribution.logProbability: exact values, within 2e-15, above 0 within 2e-16 (1 + x²)")
    func logProbability() {
        for value in values.logProbabilities {
            let log = NormalDistribution.logProbability(below: value.x)
            // The tail above x changes by x² units when x changes by one: nothing that rounds x can do
            // better.
            let tolerance = value.x > 0 ? 2e-16 * (1 + value.x * value.x) : 2e-15
            #expect(relativeError(log, value.log) < tolerance, "\(value.x): \(log), expected \(value.log)")
        }
    }

    @Test("IncompleteGamma: closed forms", arguments: [1e-5, 0.3, 1, 4, 30])
    func gammaClosedForms(x: Double) {
        #expect(relativeError(IncompleteGamma.tails(x, a: 1).upper, exp(-x)) < 1e-14)
        #expect(relativeError(IncompleteGamma.tails(x, a: 1).lower, -expm1(-x)) < 1e-14)
        #expect(relativeError(IncompleteGamma.tails(x, a: 2).upper, (1 + x) * exp(-x)) < 1e-14)
        #expect(relativeError(IncompleteGamma.tails(x, a: 0.5).lower, erf(x.squareRoot())) < 1e-14)
    }

    @Test("IncompleteGamma: exact values, within 1e-13 √(1 + a)")
    func gammaValues() {
        #expect(values.gammas.count > 60)
        for value in values.gammas {
            let tails = IncompleteGamma.tails(value.x, a: value.a)
            let tolerance = 1e-13 * (1 + value.a).squareRoot()
            let smaller = min(value.lower, value.upper)
            let result = value.lower < value.upper ? tails.lower : tails.upper
            let error = value.a < 0.5 ? abs(result - smaller) : relativeError(result, smaller)
            #expect(error < tolerance, "a \(value.a), x \(value.x): \(tails), expected \(value)")
            #expect(relativeError(tails.lower + tails.upper, 1) < 1e-15)
        }
        #expect(IncompleteGamma.tails(0, a: 3) == (0, 1) && IncompleteGamma.tails(.infinity, a: 3) == (1, 0))
    }

    @Test("ChiSquareDistribution: scipy's values, within 1e-12")
    func chiSquare() {
        for value in values.chiSquare {
            let (x, freedom) = (value.x, value.degreesOfFreedom)
            let above = ChiSquareDistribution.probability(above: x, degreesOfFreedom: freedom)
            let below = ChiSquareDistribution.probability(below: x, degreesOfFreedom: freedom)
            #expect(relativeError(above, value.above) < 1e-12, "\(value)")
            #expect(value.below < 1e-300 || relativeError(below, value.below) < 1e-12, "\(value)")
        }
        #expect(ChiSquareDistribution.probability(above: -1, degreesOfFreedom: 3) == 1)
    }
}
