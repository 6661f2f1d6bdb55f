import CLWE
import Foundation
import LinearAlgebra
import Probability
import Testing

@Suite("Parameters, secrets and units")
struct ParameterTests {
    @Test(
        "PancakeParameters: converting there and back gives exactly the same", arguments: [0.1, 1, 1.7, 6.3])
    func parametersThereAndBack(gamma: Double) throws {
        let standard = try PancakeParameters<StandardUnits>(
            dimension: 8, secret: .sparse(3), gamma: gamma, beta: gamma / 70, shift: 0.25)
        let rho = standard.converted(to: RhoUnits.self)
        #expect(rho.converted() == standard)
        #expect(rho.converted(to: StandardUnits.self).gamma == gamma)
        #expect(abs(rho.gamma / gamma - (2 * Double.pi).squareRoot()) < 1e-15 * 4)
        #expect(abs(rho.beta / rho.gamma - 1 / 70) < 1e-17 * 4)
        let back = try PancakeParameters<RhoUnits>(
            dimension: 8, secret: .sparse(3), gamma: gamma, beta: 0.01, shift: 0.25)
        #expect(back.converted(to: StandardUnits.self).converted() == back)
        #expect(back.converted(to: StandardUnits.self).gamma < gamma / 2.5)
    }

    @Test("Points: converting there and back gives exactly the same; ⟨y, ω⟩ is the same in both units")
    func pointsThereAndBack() throws {
        var coins = Generator(seed: 1)
        let points = Points(gaussian: 50, dimension: 4, using: &coins)
        let rho = points.converted(to: RhoUnits.self)
        #expect(rho.converted() == points)
        #expect(rho.converted(to: StandardUnits.self).rows == points.rows)
        #expect(rho.part(3..<9).converted() == points.part(3..<9))
        let gamma = try PancakeParameters<StandardUnits>(
            dimension: 4, secret: .dense, gamma: 4, beta: 0.1)
        let (one, other) = (
            4 * points.rows, gamma.converted(to: RhoUnits.self).gamma * rho.rows
        )
        #expect((one - other).normInfinity < 1e-13)
    }

    @Test("HomogeneousCLWE: the same pancakes from parameters in either units")
    func samePancakes() throws {
        let standard = try PancakeParameters.paper(dimension: 8, sparsity: 3, beta: 0.01)
        var coins = Generator(seed: 2)
        let secret = try Secret(standard.secret, dimension: 8, using: &coins)
        let one = try HomogeneousCLWE(standard, secret: secret)
        let other = try HomogeneousCLWE(standard.converted(to: RhoUnits.self), secret: secret)
        #expect(one == other)
        #expect(abs(one.frequency.norm - 2 * 3.0.squareRoot()) < 1e-14)
    }

    @Test(
        "Secret: unit length and the right number of entries",
        arguments: [SecretShape.dense, .sparse(1), .sparse(5), .sparse(12), .rademacher(4)])
    func secrets(shape: SecretShape) throws {
        var coins = Generator(seed: 3)
        for _ in 0..<100 {
            let secret = try Secret(shape, dimension: 12, using: &coins)
            #expect(abs(secret.direction.norm - 1) < 1e-15 * 4)
            #expect(secret.sparsity == shape.sparsity(in: 12))
            #expect(secret.support == secret.direction.indices.filter { secret.direction[$0] != 0 })
            if case .rademacher(let k) = shape {
                #expect(
                    secret.support.allSatisfy {
                        abs(abs(secret.direction[$0]) - 1 / Double(k).squareRoot()) < 1e-15
                    })
            }
        }
    }

    @Test("Secret: every support equally often, every sign equally often (chi-square, 10⁻⁴)")
    func uniformSupports() throws {
        var coins = Generator(seed: 4)
        var supports: [[Int]: Int] = [:]
        var positive = 0
        for _ in 0..<20_000 {
            let secret = try Secret(.rademacher(2), dimension: 5, using: &coins)
            supports[secret.support, default: 0] += 1
            if secret.direction[secret.support[0]] > 0 { positive += 1 }
        }
        #expect(supports.count == 10)
        #expect(try ChiSquareTest(uniform: Array(supports.values)).pValue > 1e-4)
        #expect(Proportion(successes: positive, trials: 20_000).interval(level: 0.9999).contains(0.5))
    }

    @Test("Secret along a vector: no overflow, no underflow")
    func extremeVectors() throws {
        #expect(try Secret(along: [3e300, 0, -4e300]).direction == [0.6, 0, -0.8])
        let tiny = Double.leastNonzeroMagnitude
        #expect(try Secret(along: [3 * tiny, 0, -4 * tiny]).direction == [0.75, 0, -1] / 1.25)
        let secret = try Secret(along: [1, 0, 0])
        #expect(secret.cosine(to: try Secret(along: [-2, 0, 0])) == -1)
    }

    static let faults: [(@Sendable () throws -> Void, String)] = [
        ({ _ = try parameters(gamma: 0) }, "gamma is 0.0, expected a positive finite number"),
        ({ _ = try parameters(gamma: .nan) }, "gamma is nan, expected a positive finite number"),
        ({ _ = try parameters(beta: -0.1) }, "beta is -0.1, expected a positive finite number"),
        ({ _ = try parameters(shift: .infinity) }, "the shift is inf, expected a finite number"),
        (
            { _ = try parameters(gamma: 2e5) },
            "gamma² + beta² is 40000000000.0001 in units of N(0, 1), expected 1e-12 to 1e10"
        ),
        (
            { _ = try parameters(secret: .sparse(9)) },
            "9 entries other than 0 in 8 dimensions, expected 1 to 8"
        ),
        (
            { _ = try PancakeParameters.paper(dimension: 4, sparsity: 0, beta: 0.1) },
            "0 entries other than 0 in 4 dimensions, expected 1 to 4"
        ),
        (
            { _ = try Secret(along: [0, 0]) },
            "a direction in 2 dimensions whose length is not a positive finite number"
        ),
        (
            { _ = try HomogeneousCLWE(parameters(), secret: Secret(along: [1, 2])) },
            "the secret has 2 dimensions, expected 8 (those of the parameters)"
        ),
        (
            { _ = try HomogeneousCLWE(parameters(), secret: Secret(along: [1, 0, 0, 0, 0, 0, 0, 0])) },
            "the secret has 1 entry other than 0, the parameters say 3"
        ),
        (
            { _ = try WrappedNormal(deviation: 0) },
            "the deviation of a wrapped normal distribution is 0.0, expected a positive finite number"
        ),
    ]

    @Test("What does not fit is refused", arguments: faults.indices)
    func refusals(index: Int) {
        let (action, message) = Self.faults[index]
        #expect { try action() } throws: { "\($0)" == message }
    }

    static func parameters(
        secret: SecretShape = .sparse(3), gamma: Double = 4, beta: Double = 0.01, shift: Double = 0.5
    ) throws -> PancakeParameters<StandardUnits> {
        try PancakeParameters(dimension: 8, secret: secret, gamma: gamma, beta: beta, shift: shift)
    }

    @Test("PancakeParameters: reads as a sentence")
    func description() throws {
        #expect(
            try "\(Self.parameters())"
                == "n = 8, secret 3-sparse, gamma = 4.0, beta = 0.01, shift = 0.5 in units of N(0, 1)")
    }

    @Test("HomogeneousCLWE.offsets: says which dimensions do not fit, and where")
    func callSite() async throws {
        let result = try await #require(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let parameters = try PancakeParameters.paper(dimension: 3, sparsity: 3, beta: 0.1)
            let pancakes = try HomogeneousCLWE(parameters, secret: Secret(along: [1, 2, 3]))
            _ = pancakes.offsets(of: Points([[1, 2]]), file: "Chapters/08.md", line: 41)
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(
            text.contains(
                "Chapters/08.md:41: Fatal error: points of 2 dimensions, expected 3 (those of the secret)"))
    }
}
