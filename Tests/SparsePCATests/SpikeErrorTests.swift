import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Spikes that cannot be")
struct SpikeErrorTests {
    @Test(
        "theta",
        arguments: [
            (0.0, "theta is 0.0, expected a positive finite number"),
            (-1, "theta is -1.0, expected a positive finite number"),
            (.nan, "theta is nan, expected a positive finite number"),
            (.infinity, "theta is inf, expected a positive finite number"),
        ])
    func refusesStrength(theta: Double, expected: String) throws {
        let spike = try Spike([0, 1, 0])
        #expect(message { _ = try SpikedCovariance(strength: theta, spike: spike) } == expected)
        #expect(
            message {
                _ = try SpikeParameters(dimension: 3, sparsity: 1, strength: theta, samples: 5)
            } == expected)
    }

    @Test("more entries than dimensions, or none", arguments: [0, 4, -1])
    func refusesSparsity(k: Int) {
        var coins = Generator(seed: 1)
        let expected = "\(k) entries other than 0 in 3 dimensions, expected 1 to 3"
        #expect(message { _ = try Spike(.flat(k), dimension: 3, using: &coins) } == expected)
        #expect(message { _ = try Spike(.gaussian(k), dimension: 3, using: &coins) } == expected)
        #expect(
            message { _ = try SpikeParameters(dimension: 3, sparsity: k, strength: 1, samples: 5) }
                == expected)
    }

    @Test("a spike of another length than 1, or with NaN")
    func refusesDirection() {
        #expect(
            message { _ = try Spike([3, 4]) }
                == "a spike in 2 dimensions has the length 5.0, expected 1: divide it by its norm")
        #expect(
            message { _ = try Spike([]) }
                == "a spike in 0 dimensions has the length 0.0, expected 1: divide it by its norm")
        #expect(
            message { _ = try Spike([1, .nan]) } == "entry 1 of the spike is nan, expected a finite number")
    }

    @Test("other dimensions, no samples")
    func refusesMismatch() throws {
        let (two, three) = (try Spike([0, 1]), try Spike([0, 1, 0]))
        #expect(
            message { _ = try three.overlap(with: two) }
                == "a spike has 2 dimensions, expected 3 (those of the other spike)")
        #expect(
            message { _ = try SpikeParameters(dimension: 3, sparsity: 1, strength: 1, samples: 0) }
                == "an observer needs at least 1 sample, got 0")
    }

    @Test("Points with NaN, none at all, squares that overflow")
    func refusesPoints() throws {
        #expect(
            message { _ = try SampleCovariance(of: [[1, 2], [.nan, 4]]) }
                == "element (1, 0) of the points is nan, expected a finite number")
        #expect(
            message { _ = try SampleCovariance(of: [[1, 2], [1, .infinity]]) }
                == "element (1, 1) of the points is inf, expected a finite number")
        #expect(
            message { _ = try SampleCovariance(of: .zeros(rows: 0, columns: 3)) }
                == "a covariance of 3 dimensions needs at least 1 sample, got 0")
        #expect(
            message { _ = try SampleCovariance(of: [[1e200]]) }
                == "the variance of the points is inf, expected a finite number")
        #expect(
            message { _ = try SampleCovariance([[1, 0.5], [0.4, 1]], samples: 3) }.hasPrefix(
                "the covariance is not symmetric: its entries (1, 0) and (0, 1) differ by -0.09"))
        #expect(
            message { _ = try SampleCovariance([[1, .nan], [.nan, 1]], samples: 3) }
                == "element (0, 1) of the covariance is nan, expected a finite number")
    }

    @Test("k > n, for everyone who looks for k entries")
    func refusesSparsityOfDetectors() throws {
        let covariance = try SampleCovariance(of: [[1, 2], [3, 5]])
        let finders: [any SpikeFinder] = [
            try TruncatedPower(sparsity: 3), try ExhaustiveSearch(sparsity: 3),
            try SemidefiniteRelaxation(sparsity: 3), try DiagonalThresholding(sparsity: 3),
        ]
        for finder in finders {
            #expect(
                message { _ = try finder.spike(in: covariance) }
                    == "3 entries other than 0 in 2 dimensions, expected 1 to 2")
        }
        #expect(
            message { _ = try KnownSpike(Spike([0, 1, 0])).score(covariance) }
                == "the spike has 3 dimensions, expected 2 (those of the covariance)")
        #expect(
            message { _ = try covariance.variance(along: [1]) }
                == "a direction has 1 dimension, expected 2 (those of the covariance)")
        let found = try TopEigenvalue().spike(in: covariance)
        #expect(
            message { _ = try found.supportError(against: Spike([0, 1, 0])) }
                == "the spike has 3 dimensions, expected 2 (those of the guess)")
    }

    @Test("Settings that cannot be")
    func refusesSettings() {
        let zero = "k is 0, expected a positive finite number"
        #expect(message { _ = try TruncatedPower(sparsity: 0) } == zero)
        #expect(message { _ = try ExhaustiveSearch(sparsity: 0) } == zero)
        #expect(message { _ = try SemidefiniteRelaxation(sparsity: 0) } == zero)
        #expect(message { _ = try DiagonalThresholding(sparsity: 0) } == zero)
        #expect(
            message { _ = try CovarianceThresholding(level: .nan) }
                == "the level is nan, expected a positive finite number")
        #expect(
            message { _ = try SemidefiniteRelaxation(sparsity: 2, tolerance: 0) }
                == "the tolerance is 0.0, expected a positive finite number")
        #expect(
            message { _ = try TruncatedPower(sparsity: 2, starts: 0) }
                == "the number of starts is 0, expected a positive finite number")
    }

    @Test("Work that would not end, memory that is not there")
    func refusesSize() throws {
        let large = try SampleCovariance(.identity(101), samples: 200)
        #expect(
            message { _ = try ExhaustiveSearch(sparsity: 6).score(large) }
                == "exhaustive search would have to deal with 1267339920.0 sets of coordinates, its limit is "
                + "100000000.0")
        #expect(
            message { _ = try SemidefiniteRelaxation(sparsity: 6).score(large) }
                == "semidefinite relaxation would have to deal with 101 dimensions, its limit is 100")
    }

    @Test("A climb that is cut short says how far it still moved")
    func refusesShortClimb() throws {
        var coins = Generator(seed: 4)
        let covariance = try SampleCovariance(
            of: Matrix(rows: 50, columns: 30, elements: coins.gaussians(1500)))
        let text = message { _ = try TruncatedPower(sparsity: 5, stepLimit: 1).score(covariance) }
        #expect(
            text.hasPrefix("truncated power iteration did not converge within 1 step: its residual is 0."))
        #expect(text.hasSuffix(", expected at most 0.0"))
    }

    @Test("Calibrations that cannot be")
    func refusesCalibration() throws {
        let null = try NullCalibration(scores: [1, 2, 3])
        #expect(
            message { _ = try null.threshold(falseAlarmRate: 0.05) }
                == "3 draws of noise cannot give a false alarm rate of 0.05, expected at least 19")
        #expect(
            message { _ = try null.threshold(falseAlarmRate: 1) }
                == "the false alarm rate is 1.0, expected a number between 0 and 1")
        #expect(
            message { _ = try NullCalibration(scores: [1, .nan]) }
                == "a score of noise is nan, expected a finite number")
    }
}
