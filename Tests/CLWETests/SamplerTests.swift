import CLWE
import Foundation
import LinearAlgebra
import Probability
import Testing

/// Each test has one fixed seed, so it either always passes or always fails; its bound says for how many
/// seeds a right sampler would fail.
@Suite("Samplers")
struct SamplerTests {
    static func pancakes(
        _ dimension: Int, _ shape: SecretShape, gamma: Double, beta: Double, shift: Double = 0.5,
        seed: Int = 1
    ) throws -> HomogeneousCLWE {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: dimension, secret: shape, gamma: gamma, beta: beta, shift: shift)
        var coins = Generator(seed: seed).stream("secret")
        return try HomogeneousCLWE(parameters, secret: Secret(shape, dimension: dimension, using: &coins))
    }

    static let cases: [(Int, SecretShape, Double, Double, Double)] = [
        (12, .sparse(10), 2 * 10.0.squareRoot(), 0.01, 0.5),
        (12, .sparse(4), 4, 0.05, 0.5),
        (10, .dense, 0.5, 0.1, 0.5),
        (9, .rademacher(3), 1.5, 0.2, 0.3),
        (1, .dense, 0.3, 0.05, 0),
    ]

    @Test("Row 9: the offsets from the layers have the deviation beta", arguments: [0.01, 0.05, 0.1])
    func offsets(beta: Double) throws {
        let pancakes = try Self.pancakes(12, .sparse(10), gamma: 2 * 10.0.squareRoot(), beta: beta)
        var coins = Generator(seed: 2)
        let offsets = pancakes.offsets(of: pancakes.points(200_000, using: &coins))
        // A standard deviation of 200,000 values has an error of 0.16 %; 1 % is six of them: one seed in 10⁹.
        let deviation = (offsets.dot(offsets) / 200_000).squareRoot()
        #expect(abs(deviation / beta - 1) < 0.01)
    }

    @Test("Row 10: F1, the mean cosine at the key", arguments: [0.01, 0.05, 0.1])
    func meanCosine(beta: Double) throws {
        let pancakes = try Self.pancakes(12, .sparse(10), gamma: 2 * 10.0.squareRoot(), beta: beta)
        var coins = Generator(seed: 3)
        let turns = pancakes.points(200_000, using: &coins).rows * pancakes.frequency
        let cosines = SampleMean(of: turns.map { cos(2 * Double.pi * $0) })
        // Four standard errors: one seed in 16,000.
        let expected = -exp(-2 * Double.pi * Double.pi * beta * beta)
        #expect(abs(cosines.value - expected) < 4 * cosines.standardError)
        #expect(cosines.standardError < 0.001)
    }

    @Test("Row 11: F2, the needle", arguments: zip([0.1, 0.2, 0.3], [-0.8192, -0.4531, -0.1689]))
    func needle(distance: Double, expected: Double) throws {
        let pancakes = try Self.pancakes(12, .sparse(10), gamma: 2 * 10.0.squareRoot(), beta: 0.01)
        var coins = Generator(seed: 4)
        let points = pancakes.points(200_000, using: &coins)
        let away = distance * Vector(coins.pointOnSphere(dimension: 12))
        let turns = points.rows * (pancakes.frequency + away)
        let mean = SampleMean(of: turns.map { cos(2 * Double.pi * $0) }).value
        // The deviation of a cosine is at most 0.71, so 0.007 is at least four standard errors.
        #expect(abs(mean - expected) < 0.007)
    }

    @Test("Exact sampler: the distribution along the secret (Kolmogorov, 10⁻⁶)", arguments: cases)
    func alongSecret(
        dimension: Int, shape: SecretShape, gamma: Double, beta: Double, shift: Double
    ) throws {
        let pancakes = try Self.pancakes(dimension, shape, gamma: gamma, beta: beta, shift: shift)
        var coins = Generator(seed: 5)
        let values = pancakes.points(200_000, using: &coins).rows * pancakes.secret.direction
        let marginal = pancakes.marginalAlongSecret
        #expect(try KolmogorovSmirnov(values, against: marginal.probability(below:)).pValue > 1e-6)
    }

    @Test("Exact sampler: the distribution of each coordinate (Kolmogorov, 10⁻⁶)", arguments: cases)
    func coordinates(
        dimension: Int, shape: SecretShape, gamma: Double, beta: Double, shift: Double
    ) throws {
        let pancakes = try Self.pancakes(dimension, shape, gamma: gamma, beta: beta, shift: shift)
        var coins = Generator(seed: 6)
        let points = pancakes.points(20_000, using: &coins)
        for j in 0..<dimension {
            let marginal = pancakes.marginal(ofCoordinate: j)
            let test = try KolmogorovSmirnov(points.rows.column(j), against: marginal.probability(below:))
            #expect(test.pValue > 1e-6, "coordinate \(j)")
        }
    }

    @Test("Exact sampler: mean and covariance along and across the secret", arguments: cases)
    func covariance(
        dimension: Int, shape: SecretShape, gamma: Double, beta: Double, shift: Double
    ) throws {
        let pancakes = try Self.pancakes(dimension, shape, gamma: gamma, beta: beta, shift: shift)
        var coins = Generator(seed: 7)
        let count = 100_000
        let points = pancakes.points(count, using: &coins)
        let marginal = pancakes.marginalAlongSecret
        // E y = E t · u and E yyᵀ = I + (E t² − 1) uuᵀ. Each entry has a deviation of at most √(3/m): five of
        // them leave one seed in 10⁴ for all entries.
        let u = pancakes.secret.direction
        let bound = 5 * (3 / Double(count)).squareRoot()
        let mean = points.rows.columnSums / Double(count)
        #expect((mean - marginal.hermiteMoment(1) * u).normInfinity < bound)
        let second = points.rows.gram / Double(count)
        for i in 0..<dimension {
            for j in 0..<dimension {
                let expected = (i == j ? 1 : 0) + marginal.excessOfSecondMoment * u[i] * u[j]
                #expect(abs(second[i, j] - expected) < bound, "(\(i), \(j))")
            }
        }
    }

    @Test("Exact sampler: a million draws in 400 bins of the density (chi-square, 10⁻⁶)")
    func bins() throws {
        let pancakes = try Self.pancakes(1, .dense, gamma: 2, beta: 0.05)
        let marginal = pancakes.marginalAlongSecret
        var coins = Generator(seed: 8)
        let edges = (-200...200).map { Double($0) * 0.02 }
        var counts = [Int](repeating: 0, count: edges.count + 1)
        for value in pancakes.points(1_000_000, using: &coins).rows.elements {
            counts[max(0, min(edges.count, Int((value / 0.02 + 200).rounded(.down)) + 1))] += 1
        }
        let below = [0] + edges.map(marginal.probability(below:)) + [1]
        let expected = zip(below, below.dropFirst()).map { 1e6 * ($1 - $0) }
        // Bins between layers are hardly ever hit; they are counted together.
        let rare = expected.indices.filter { expected[$0] < 10 }
        let kept = expected.indices.filter { expected[$0] >= 10 }
        let test = try ChiSquareTest(
            observed: kept.map { counts[$0] } + [rare.reduce(0) { $0 + counts[$1] }],
            expected: kept.map { expected[$0] } + [rare.reduce(0) { $0 + expected[$1] }])
        #expect(test.degreesOfFreedom > 100)
        #expect(test.pValue > 1e-6)
    }

    @Test(
        "Rejection and exact sampler agree along and across (two-sample Kolmogorov, 10⁻⁴)", arguments: cases)
    func rejection(
        dimension: Int, shape: SecretShape, gamma: Double, beta: Double, shift: Double
    ) throws {
        let pancakes = try Self.pancakes(dimension, shape, gamma: gamma, beta: beta, shift: shift)
        var (one, other) = (Generator(seed: 9), Generator(seed: 10))
        let exact = pancakes.points(4000, using: &one).rows
        let rejected = pancakes.pointsByRejection(4000, using: &other)
        let u = pancakes.secret.direction
        let across = Vector(one.pointOnSphere(dimension: dimension))
        for direction in [u, across] {
            let test = try KolmogorovSmirnov(exact * direction, rejected.points.rows * direction)
            #expect(test.pValue > 1e-4)
        }
        let squares = { (rows: Matrix<Double>) in
            (0..<rows.rowCount).map { rows.row($0).dot(rows.row($0)) }
        }
        #expect(try KolmogorovSmirnov(squares(exact), squares(rejected.points.rows)).pValue > 1e-4)
        // A share of W_v(shift) / W_β(0) is kept, with W a wrapped normal density.
        let share =
            try WrappedNormal(deviation: hypot(gamma, beta)).density(at: shift)
            / WrappedNormal(deviation: beta).density(at: 0)
        let kept = Proportion(successes: 4000, trials: rejected.proposals)
        #expect(kept.interval(level: 0.9999).contains(share))
    }

    @Test("A layer drawn uniformly, as others did, is seen by the same tests")
    func wrongLayer() throws {
        let pancakes = try Self.pancakes(1, .dense, gamma: 2 * 10.0.squareRoot(), beta: 0.01)
        let marginal = pancakes.marginalAlongSecret
        var coins = Generator(seed: 11)
        let values = (0..<2000).map { _ in
            (Double(coins.integer(below: 7) - 3) + 0.5 + 0.01 * coins.gaussian()) / pancakes.parameters.gamma
        }
        #expect(try KolmogorovSmirnov(values, against: marginal.probability(below:)).pValue < 1e-100)
        #expect(try Moments(of: values).variance < 0.12)
    }

    @Test("ContinuousLWE: phases fit the points, and both samplers agree (two-sample Kolmogorov, 10⁻⁴)")
    func phases() throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 6, secret: .sparse(3), gamma: 3, beta: 0.05, shift: 0.3)
        var coins = Generator(seed: 12)
        let pairs = try ContinuousLWE(
            parameters, secret: Secret(parameters.secret, dimension: 6, using: &coins))
        let exact = pairs.samples(4000, using: &coins)
        let rejected = pairs.samplesByRejection(4000, using: &coins)
        for sample in [exact, rejected] {
            let turns = sample.points.rows * pairs.homogeneous.frequency
            let offsets = zip(sample.phases, turns).map { phase, turn in
                let offset = phase + 0.3 - turn
                return offset - offset.rounded()
            }
            #expect(abs(try Moments(of: offsets).standardDeviation / 0.05 - 1) < 0.06)
            #expect(try KolmogorovSmirnov(sample.phases) { $0 }.pValue > 1e-4)
            for j in 0..<6 {
                let test = try KolmogorovSmirnov(
                    sample.points.rows.column(j), against: NormalDistribution.probability(below:))
                #expect(test.pValue > 1e-5, "coordinate \(j)")
            }
        }
        let mean = { (sample: CLWESample) in
            SampleMean(of: pairs.logLikelihoodRatios(of: sample))
        }
        let (one, other) = (mean(exact), mean(rejected))
        #expect(abs(one.value - other.value) < 4 * hypot(one.standardError, other.standardError))
        #expect(one.value > 1)
    }

    @Test("The likelihood ratio is that of the densities, and its mean over clean points is 1")
    func likelihoodRatio() throws {
        let pancakes = try Self.pancakes(5, .sparse(2), gamma: 1, beta: 0.3, shift: 0.3)
        var coins = Generator(seed: 13)
        let clean = Points(gaussian: 100_000, dimension: 5, using: &coins)
        let ratios = pancakes.logLikelihoodRatios(of: clean)
        let point = clean.rows.row(7)
        let normal = -0.5 * point.dot(point) - 2.5 * log(2 * Double.pi)
        #expect(abs(pancakes.logDensity(at: point) - normal - ratios[7]) < 1e-12)
        let mean = SampleMean(of: ratios.map { exp($0) })
        #expect(abs(mean.value - 1) < 4 * mean.standardError)
    }

    @Test(
        "Exact sampler: its formula point by point, whether a row is short or longer than a block",
        arguments: [
            (1, SecretShape.dense), (5, .sparse(2)), (64, .sparse(10)), (64, .dense), (3000, .sparse(3)),
            (3000, .dense),
        ])
    func pointByPoint(dimension: Int, shape: SecretShape) throws {
        let (gamma, beta, count) = (2.5, 0.1, 150)
        let pancakes = try Self.pancakes(dimension, shape, gamma: gamma, beta: beta)
        var (coins, copy) = (Generator(seed: 15), Generator(seed: 15))
        let points = pancakes.points(count, using: &coins).rows
        let variance = gamma * gamma + beta * beta
        let layers = copy.draws(count, from: try DiscreteGaussian(variance: variance, shift: 0.5))
        let noise = copy.gaussians(count)
        let direction = pancakes.secret.direction
        for row in 0..<count {
            let place = gamma * layers[row] / variance + beta * noise[row] / variance.squareRoot()
            let normal = Vector(copy.gaussians(dimension))
            let expected = normal + (place - normal.dot(direction)) * direction
            #expect((points.row(row) - expected).normInfinity < 1e-12)
        }
        #expect(coins.next() == copy.next())
    }

    @Test("No points, one point")
    func smallest() throws {
        let pancakes = try Self.pancakes(3, .sparse(2), gamma: 2, beta: 0.1)
        var coins = Generator(seed: 14)
        #expect(pancakes.points(0, using: &coins).rows.shape == Shape(rows: 0, columns: 3))
        #expect(pancakes.points(1, using: &coins).count == 1)
        #expect(pancakes.pointsByRejection(0, using: &coins).proposals == 0)
    }
}
