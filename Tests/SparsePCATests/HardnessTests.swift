import SparsePCA
import Testing

@Suite("Where a spike can be seen")
struct HardnessTests {
    @Test("thresholds of d = 400, m = 2000, by hand")
    func thresholds() throws {
        let parameters = try SpikeParameters(dimension: 400, sparsity: 10, strength: 0.4, samples: 2000)
        #expect(abs(parameters.spectralThreshold - 0.4472135955) < 1e-9)
        #expect(abs(parameters.diagonalThreshold - 1.0946656) < 1e-6)
        #expect(abs(parameters.covarianceThreshold - 0.2236067977) < 1e-9)
        // ln C(400, 10) = 44.697, from exact integers.
        #expect(abs(parameters.scanThreshold - 0.29898) < 1e-4)
    }

    @Test(
        "the outlier of Baik, Ben Arous and Péché at d = 400, m = 2000",
        arguments: [
            (0.2, 2.0944), (0.4, 2.0944), (0.6, 2.1333), (1, 2.4), (2, 3.3),
        ])
    func outlier(theta: Double, expected: Double) throws {
        let parameters = try SpikeParameters(dimension: 400, sparsity: 10, strength: theta, samples: 2000)
        #expect(abs(parameters.expectedTopEigenvalue - expected) < 1e-4)
        #expect(abs(parameters.edge - 2.0944) < 1e-4)
    }

    @Test(
        "the region",
        arguments: [
            (n: 400, k: 10, theta: 1.2, m: 2000, SpikeRegion.seen),
            (n: 400, k: 10, theta: 0.4, m: 2000, .seen),
            (n: 400, k: 40, theta: 0.4, m: 2000, .drowned),
            (n: 10_000, k: 80, theta: 1.5, m: 2000, .conjecturedHard),
            (n: 10_000, k: 80, theta: 0.3, m: 2000, .drowned),
        ])
    func region(n: Int, k: Int, theta: Double, m: Int, expected: SpikeRegion) throws {
        let parameters = try SpikeParameters(dimension: n, sparsity: k, strength: theta, samples: m)
        #expect(parameters.hardness.region == expected)
        #expect(parameters.hardness.attacks.isEmpty == (expected != .seen))
    }

    @Test("the words name the numbers and say that they are no proof")
    func words() throws {
        let hard = try SpikeParameters(dimension: 10_000, sparsity: 80, strength: 1.5, samples: 2000)
        #expect(
            hard.hardness.words
                == "A spike with n = 10000, k = 80, theta = 1.5, m = 2000 lies in the region that is conjectured "
                + "to be hard: above what a search of all supports needs (theta = 0.962), below what is known to "
                + "suffice for fast attacks (theta = 1.789). These are orders of magnitude for growing n; they "
                + "prove nothing for n = 10000.")
        let seen = try SpikeParameters(dimension: 400, sparsity: 10, strength: 0.5, samples: 2000)
        #expect(
            seen.hardness.words
                == "A spike with n = 400, k = 10, theta = 0.5, m = 2000 is expected to be seen, by the largest "
                + "eigenvalue of the covariance (from theta = 0.447 on), and by covariance thresholding or the "
                + "semidefinite relaxation (from the order of theta = 0.224 on). These are orders of magnitude "
                + "for growing n; they prove nothing for n = 400.")
    }
}
