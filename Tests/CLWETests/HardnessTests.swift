import CLWE
import Testing

@Suite("Hardness")
struct HardnessTests {
    @Test("The theorem's region has its bound in units of ρ: gamma = 0.8 √k in units of N(0, 1)")
    func region() throws {
        for (gamma, isInside) in [(0.79, false), (0.81, true), (2, true)] {
            let parameters = try PancakeParameters<StandardUnits>(
                dimension: 200, secret: .sparse(100), gamma: gamma * 10, beta: 0.1)
            #expect(parameters.hardness(samples: 2000).theorem.isInside == isInside)
            let rho = parameters.converted(to: RhoUnits.self)
            #expect(rho.hardness(samples: 2000) == parameters.hardness(samples: 2000))
        }
        let outside = try PancakeParameters<RhoUnits>(
            dimension: 9, secret: .rademacher(4), gamma: 3.5, beta: 1.5)
        #expect(
            outside.hardness(samples: 2000).theorem
                == .outside([
                    "gamma is 3.5 in units of ρ, below 2√k = 4.0", "beta is 1.5 in units of ρ, not below 1",
                    "the secret has entries ±1/√k instead of a uniform direction",
                ]))
    }

    @Test("The attack that reaches the parameters is the one that breaks them in this module's tests")
    func attacks() throws {
        let attacks = { (n: Int, k: Int, beta: Double) in
            try PancakeParameters.paper(dimension: n, sparsity: k, beta: beta).hardness(samples: 2000).attacks
        }
        #expect(try attacks(32, 1, 0.01).contains(.coordinateScan))
        #expect(try attacks(12, 2, 0.02).contains(.angleGrid))
        #expect(
            try attacks(32, 6, 0.01) == [
                .supportGuessing(size: 25, guesses: 6), .latticeReduction(knowsSupport: true),
            ])
        #expect(try attacks(200, 10, 0.01) == [.latticeReduction(knowsSupport: true)])
        #expect(try attacks(16, 4, 0.01).contains(.latticeReduction(knowsSupport: false)))
        #expect(try attacks(20, 20, 0.01) == [.latticeReduction(knowsSupport: false)])
        // Some keys of k = 10 and beta = 0.05 come out, none at 0.1.
        #expect(try attacks(64, 10, 0.05) == [.latticeReductionOfSomeKeys(knowsSupport: true)])
        #expect(try attacks(10, 10, 0.05) == [.latticeReductionOfSomeKeys(knowsSupport: false)])
        #expect(try attacks(64, 10, 0.1) == [])
        #expect(try attacks(200, 100, 0.05) == [])
        let wide = try PancakeParameters<StandardUnits>(
            dimension: 32, secret: .sparse(20), gamma: 0.4, beta: 0.2)
        guard case .eigenvalues(let excess)? = wide.hardness(samples: 1200).attacks.first else {
            Issue.record("the eigenvalues are not listed")
            return
        }
        #expect(abs(excess - PancakeMarginal(wide).excessOfSecondMoment) < 1e-15)
    }

    @Test("The words to print")
    func words() throws {
        let toy = try PancakeParameters.paper(dimension: 20, sparsity: 20, beta: 0.01)
        #expect(
            toy.hardness(samples: 2000).words
                == "These parameters lie in the region of the theorem, which is about growing k and proves "
                + "nothing for k = 20. They are toy parameters, NOT cryptographically secure: broken by "
                + "lattice reduction (LLL).")
        let edge = try PancakeParameters.paper(dimension: 64, sparsity: 10, beta: 0.05)
        #expect(
            edge.hardness(samples: 2000).words.hasSuffix(
                "NOT cryptographically secure: broken by lattice reduction (LLL, if the support is known), "
                    + "for some of the keys."))
        let beyond = try PancakeParameters<StandardUnits>(
            dimension: 200, secret: .sparse(100), gamma: 4, beta: 0.05)
        #expect(
            beyond.hardness(samples: 2000).words
                == "These parameters lie outside the region of the theorem: gamma is 10.027 in units of ρ, "
                + "below 2√k = 20.0. No attack of this book reaches them, which does not make them secure: "
                + "stronger lattice reduction may, and no vetted table of secure parameters exists that "
                + "we found."
        )
    }
}
