import CLWE
import Probability
import Testing

/// Row 13 of the book: n = 32, k = 4, beta = 0.01, 1,200 points, 200 sets of either kind, each planted one with a
/// secret of its own. The threshold is chosen on the first half and judged on the second.
@Suite("Low-degree tests")
struct BlindnessTests {
    enum Look: CaseIterable {
        case eigenvalues, kurtosis, kolmogorovSmirnov

        var observer: any Distinguisher {
            switch self {
            case .eigenvalues: ExtremeEigenvalues()
            case .kurtosis: CoordinateMoments(.kurtosis)
            case .kolmogorovSmirnov: KolmogorovSmirnovSearch()
            }
        }
    }

    /// Within 0.1 of what 600 sets of either kind showed in the earlier run that is quoted; a right program
    /// is farther off for one seed in 40 at 0.88, and hardly ever at 1.
    @Test(
        "Wide layers are seen",
        arguments: [
            (Look.eigenvalues, 0.3, 1), (.eigenvalues, 0.4, 1), (.kurtosis, 0.3, 0.993),
            (.kurtosis, 0.4, 0.877),
            (.kolmogorovSmirnov, 0.4, 0.943),
        ])
    func seen(look: Look, gamma: Double, expected: Double) throws {
        let advantage = try Self.advantage(of: look.observer, gamma: gamma)
        #expect(abs(advantage.value - expected) <= 0.1, "\(advantage)")
    }

    /// One advantage of 100 judged sets of either kind is off by up to 0.14 for 95 of 100 seeds, so the ±0.1
    /// of the row is asked of the mean over the three tests and two gammas, which is off by less than half of
    /// that; each alone must be 0 for the exact interval. Together this fails for fewer than one seed in 20.
    @Test("From gamma = 0.75 on they are blind")
    func blind() throws {
        var differences: [Double] = []
        for look in Look.allCases {
            for gamma in [0.75, 4] {
                let advantage = try Self.advantage(of: look.observer, gamma: gamma)
                #expect(
                    advantage.interval(level: 0.99).contains(0), "\(look), gamma = \(gamma): \(advantage)")
                differences.append(advantage.difference)
            }
        }
        #expect(abs(SampleMean(of: differences).value) <= 0.1, "\(differences)")
    }

    @Test("Who has the key sees what they do not")
    func key() throws {
        let coins = Generator(seed: 42)
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 32, secret: .sparse(4), gamma: 0.75, beta: 0.01)
        for round in 0..<20 {
            var stream = coins.stream(round)
            let secret = try Secret(parameters.secret, dimension: 32, using: &stream)
            let pancakes = try HomogeneousCLWE(parameters, secret: secret)
            let points = pancakes.points(1200, using: &stream)
            #expect(try LikelihoodRatio(pancakes).callsPlanted(points, falseAlarmRate: 1e-9))
        }
    }

    private static func advantage(of observer: any Distinguisher, gamma: Double) throws -> Advantage {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 32, secret: .sparse(4), gamma: gamma, beta: 0.01)
        return try IndistinguishabilityGame(parameters, samples: 1200).measure(
            observer, rounds: 200, using: Generator(seed: 41))
    }
}
