import CLWE
import Foundation
import LinearAlgebra
import Testing

@Suite("Densities and closed forms")
struct DensityTests {
    struct Pancakes: Decodable, CustomTestStringConvertible {
        let gamma: Double
        let beta: Double
        let shift: Double
        let hermite: [Double]
        let logDensity: [[Double]]
        let cosine: [[Double]]

        var testDescription: String { "gamma \(gamma), beta \(beta), shift \(shift)" }

        func parameters(_ dimension: Int = 1) throws -> PancakeParameters<StandardUnits> {
            try PancakeParameters(
                dimension: dimension, secret: .dense, gamma: gamma, beta: beta, shift: shift)
        }

        static func all() throws -> [Pancakes] {
            struct File: Decodable { let cases: [Pancakes] }
            return try (reference("clwe-pancakes") as File).cases
        }
    }

    @Test("WrappedNormal.logDensity: mpmath's sum of 100 normals")
    func wrappedNormal() throws {
        struct File: Decodable { let cases: [[Double]] }
        for row in try (reference("clwe-wrapped-normal") as File).cases {
            let value = try WrappedNormal(deviation: row[0]).logDensity(at: row[1])
            #expect(abs(value - row[2]) <= 4e-13 * max(1, abs(row[2])), "\(row)")
        }
    }

    @Test("PancakeMarginal.hermiteMoment: mpmath's sum over layers", arguments: try Pancakes.all())
    func hermite(pancakes: Pancakes) throws {
        let marginal = PancakeMarginal(try pancakes.parameters())
        for (index, expected) in pancakes.hermite.enumerated() {
            let value = marginal.hermiteMoment(index + 1)
            // Odd moments vanish for the shifts 0 and ½; what rounding leaves of them is small beside the
            // others.
            let largest = pancakes.hermite.reduce(0) { max($0, abs($1)) }
            let bound = max(1e-12 * abs(expected), 1e-15 * largest)
            #expect(abs(value - expected) <= bound, "degree \(index + 1)")
        }
    }

    /// F3 of the book; the third number is what a naive E t² − 1 in doubles would get 9 digits of.
    @Test(
        "PancakeMarginal.excessOfSecondMoment: the book's values",
        arguments: zip([0.5, 0.75, 1, 1.5], [0.1370, 6.368e-4, 2.011e-7, 8.7e-18]))
    func secondMoment(gamma: Double, expected: Double) throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 1, secret: .dense, gamma: gamma, beta: 0.05)
        let value = PancakeMarginal(parameters).excessOfSecondMoment
        #expect(abs(value - expected) <= (gamma == 1.5 ? 0.005 : 0.0003) * expected)
        let leading =
            2 * pow(2 * Double.pi * gamma, 2) * exp(-2 * Double.pi * Double.pi * (gamma * gamma + 0.0025))
        #expect(abs(value / leading - 1) <= (gamma == 0.5 ? 0.015 : 1e-4))
    }

    @Test(
        "PancakeMarginal: moments of a direction are those along the secret times cˡ",
        arguments: [0, 0.3, -0.9])
    func projectedMoments(cosine: Double) throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 1, secret: .dense, gamma: 0.4, beta: 0.1, shift: 0.2)
        let marginal = PancakeMarginal(parameters, cosine: cosine)
        let (mean, second) = (
            integral { $0 * marginal.density(at: $0) }, integral { $0 * $0 * marginal.density(at: $0) }
        )
        #expect(abs(mean - marginal.hermiteMoment(1)) < 1e-12)
        #expect(abs(second - 1 - marginal.excessOfSecondMoment) < 1e-12)
        let fourth = integral { pow($0, 4) * marginal.density(at: $0) }
        #expect(abs(fourth / (second * second) - 3 - marginal.excessKurtosis) < 1e-11)
    }

    @Test("HomogeneousCLWE.logDensity along the secret: mpmath's sum", arguments: try Pancakes.all())
    func logDensity(pancakes: Pancakes) throws {
        let parameters = try pancakes.parameters()
        let secret = try Secret(along: [1])
        let density = try HomogeneousCLWE(parameters, secret: secret)
        let marginal = PancakeMarginal(parameters)
        for pair in pancakes.logDensity {
            #expect(abs(density.logDensity(at: [pair[0]]) - pair[1]) <= 1e-12 * abs(pair[1]))
            let sum = marginal.density(at: pair[0])
            // The mixture leaves out layers that weigh less than 2⁻⁶⁴.
            #expect(abs(sum - exp(pair[1])) <= 1e-11 * exp(pair[1]) + 1e-17)
        }
    }

    @Test("meanCosine, F1 and F2: mpmath's sum over layers", arguments: try Pancakes.all())
    func meanCosine(pancakes: Pancakes) throws {
        let parameters = try pancakes.parameters()
        for row in pancakes.cosine {
            let value = parameters.meanCosine(parallel: row[0], perpendicular: row[1])
            #expect(abs(value - row[2]) < 1e-13)
        }
        #expect(parameters.meanCosine == parameters.meanCosine(parallel: 0, perpendicular: 0))
    }

    @Test(
        "meanCosine, F1: exp(−2π²β²) with gamma = 2 √10",
        arguments: zip([0.01, 0.05, 0.1], [0.99803, 0.95185, 0.82087]))
    func firstClosedForm(beta: Double, expected: Double) throws {
        let parameters = try PancakeParameters.paper(dimension: 64, sparsity: 10, beta: beta)
        #expect(abs(parameters.meanCosine - expected) < 5e-6)
        #expect(abs(parameters.meanCosineOfClean()) < 1e-300)
    }

    @Test("Densities integrate to 1", arguments: try Pancakes.all(), [1, -0.8, 0.2, 0])
    func total(pancakes: Pancakes, cosine: Double) throws {
        let marginal = PancakeMarginal(try pancakes.parameters(), cosine: cosine)
        #expect(abs(integral(marginal.density(at:)) - 1) < 1e-12)
        #expect(abs(marginal.probability(below: 0.7) - integral(to: 0.7, marginal.density(at:))) < 1e-7)
    }

    @Test("HomogeneousCLWE.logDensity integrates to 1 over the plane")
    func plane() throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 2, secret: .dense, gamma: 1.1, beta: 0.15, shift: 0.3)
        let pancakes = try HomogeneousCLWE(parameters, secret: Secret(along: [0.6, -0.8]))
        let step = 0.04
        var sum = 0.0
        for i in -200...200 {
            for j in -200...200 {
                sum += exp(pancakes.logDensity(at: [Double(i) * step, Double(j) * step]))
            }
        }
        // The rule's error is the largest harmonic that it takes for a constant, here far below rounding.
        #expect(abs(sum * step * step - 1) < 1e-11)
    }

    @Test("ContinuousLWE.logDensity integrates to 1 over points and phases", arguments: [0.05, 0.3, 2])
    func pairs(beta: Double) throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 1, secret: .dense, gamma: 1.5, beta: beta, shift: 0.3)
        let pairs = try ContinuousLWE(parameters, secret: Secret(along: [1]))
        var sum = 0.0
        for i in -400...400 {
            for j in 0..<100 {
                sum += exp(pairs.logDensity(at: [Double(i) * 0.02], phase: Double(j) * 0.01))
            }
        }
        #expect(abs(sum * 0.02 * 0.01 - 1) < 1e-11)
    }

    @Test("CLWE at the phase 0 is homogeneous CLWE, up to a constant")
    func conditioning() throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 3, secret: .dense, gamma: 1.5, beta: 0.1, shift: 0.3)
        let secret = try Secret(along: [1, 2, -2])
        let pairs = try ContinuousLWE(parameters, secret: secret)
        let points: [Vector<Double>] = [[0, 0, 0], [1, 0.2, -0.4], [-1.5, 2, 0.1]]
        let gaps = points.map { pairs.logDensity(at: $0, phase: 0) - pairs.homogeneous.logDensity(at: $0) }
        #expect(abs(gaps[0] - gaps[1]) < 1e-12 && abs(gaps[0] - gaps[2]) < 1e-12)
    }

    @Test("PancakeMarginal, F4: a coordinate looks normal once gamma²(1 − c²) is 1 or more")
    func coordinate() throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 4, secret: .dense, gamma: 2, beta: 0.01)
        let gaps = [1, 0.99, 0.8, 0.5].map { PancakeMarginal(parameters, cosine: $0) }
        #expect(gaps[0].largestGapToNormal > 0.09)
        #expect(gaps[0].damping == 1)
        // γ²(1 − c²) = 0.0796, 1.44, 3.
        #expect(abs(gaps[1].damping - exp(-2 * Double.pi * Double.pi * 0.0796)) < 1e-15)
        #expect(gaps[1].largestGapToNormal > 0.01 && gaps[1].largestGapToNormal < 0.03)
        #expect(gaps[2].largestGapToNormal < 1e-12)
        #expect(gaps[3].largestGapToNormal < 1e-12)
    }

    /// The trapezoid rule; over the whole line its error is below rounding as the step is below the width.
    func integral(to end: Double = 9, _ density: (Double) -> Double) -> Double {
        let count = 60_000
        let step = (end + 9) / Double(count)
        let inner = (1..<count).reduce(0.0) { $0 + density(-9 + Double($1) * step) }
        return step * (inner + (density(-9) + density(end)) / 2)
    }
}
