import Foundation
import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Detectors")
struct DetectorTests {
    @Test("numpy's values", arguments: 0..<6)
    func agreesWithReference(index: Int) throws {
        let reference = try ReferenceCase.all()[index]
        let covariance = try reference.covariance()
        let (m, n, k) = (reference.samples, reference.dimension, reference.sparsity)
        let perError = (Double(m) / 2).squareRoot()
        #expect(
            abs(
                try DiagonalThresholding(sparsity: k).score(covariance)
                    - (reference.largestVariance - 1) * perError) < 1e-9)
        let known = KnownSpike(try Spike(Vector(reference.spike)))
        #expect(abs(try known.score(covariance) - (reference.alongSpike - 1) * perError) < 1e-9)
        let top = try TopEigenvalue().score(covariance)
        let standardised = MarchenkoPastur.standardised(
            largest: reference.largestEigenvalue, samples: m, dimension: n)
        #expect(abs(top - standardised) < 1e-9)
        for (level, expected) in reference.thresholded {
            let detector = try CovarianceThresholding(level: try #require(Double(level)))
            #expect(abs(try detector.score(covariance) - expected) < 1e-9)
        }
        let found = try ExhaustiveSearch(sparsity: k).spike(in: covariance)
        #expect(abs(found.variance - reference.best) < 1e-9)
        #expect(found.support(k) == reference.bestPlaces)
    }

    @Test(
        "A k-sparse direction, the best one, the relaxation, any direction: each has more variance",
        arguments: 1...8)
    func ordering(seed: Int) throws {
        var coins = Generator(seed: seed)
        let (n, k) = (12, 3)
        let spike = try Spike(.gaussian(k), dimension: n, using: &coins)
        let rows = try SpikedCovariance(strength: 0.6, spike: spike).rows(30, using: &coins)
        let covariance = try SampleCovariance(of: rows)
        let power = try TruncatedPower(sparsity: k).score(covariance)
        let best = try ExhaustiveSearch(sparsity: k).score(covariance)
        let relaxed = try SemidefiniteRelaxation(sparsity: k).optimum(covariance)
        let top = try covariance.matrix.symmetricEigenvalues()[0]
        #expect(power <= best * (1 + 1e-12))
        #expect(best <= relaxed.upperBound * (1 + 1e-7))
        #expect(relaxed.value <= top * (1 + 1e-7))
        // Climbing from ten starts, it comes within 5 % of the best one in twelve dimensions.
        #expect(power >= 0.95 * best)
    }

    @Test("Every set of places, one by one, comes to the same on noise, where climbing often does not")
    func exhaustive() throws {
        var gaps = 0
        for seed in 1...12 {
            var coins = Generator(seed: seed).stream("noise")
            let covariance = try SampleCovariance(
                of: Matrix(rows: 20, columns: 14, elements: coins.gaussians(280)))
            let found = try ExhaustiveSearch(sparsity: 3).spike(in: covariance)
            var best = 0.0
            for i in 0..<14 {
                for j in i + 1..<14 {
                    for k in j + 1..<14 { best = max(best, try top(covariance.matrix, [i, j, k])) }
                }
            }
            #expect(abs(found.variance - best) < 1e-9, "seed \(seed)")
            #expect(abs(try top(covariance.matrix, found.support(3)) - best) < 1e-9)
            let climbed = try TruncatedPower(sparsity: 3, starts: 1).score(covariance)
            if climbed < best - 1e-6 { gaps += 1 }
        }
        // Otherwise the search would only have returned what it was given.
        #expect(gaps > 0)
    }

    private func top(_ matrix: Matrix<Double>, _ places: [Int]) throws -> Double {
        try Matrix(rows: places.map { i in places.map { matrix[i, $0] } }).symmetricEigenvalues()[0]
    }

    @Test("A climb ends where one more step changes nothing")
    func fixedPoint() throws {
        for seed in 1...400 {
            var coins = Generator(seed: seed).stream("fixed point")
            let covariance = try SampleCovariance(
                of: Matrix(rows: 10, columns: 30, elements: coins.gaussians(300)))
            let found = try TruncatedPower(sparsity: 5, starts: 1).spike(in: covariance)
            let next = covariance.matrix * found.direction
            let order = next.indices.sorted { abs(next[$0]) > abs(next[$1]) }
            #expect(Set(order.prefix(5)) == Set(found.support(5)), "seed \(seed)")
            for place in found.support(5) {
                #expect(abs(next[place] - found.variance * found.direction[place]) < 1e-9)
            }
        }
    }

    @Test("k = 1 is a coordinate, k = n any direction")
    func extremes() throws {
        var coins = Generator(seed: 2)
        let covariance = try SampleCovariance(
            of: Matrix(rows: 25, columns: 7, elements: coins.gaussians(175)))
        let largest = try #require(covariance.variances.max())
        let top = try covariance.matrix.symmetricEigenvalues()[0]
        for (k, expected) in [(1, largest), (7, top)] {
            let finders: [any SpikeFinder] = [
                try TruncatedPower(sparsity: k), try ExhaustiveSearch(sparsity: k),
                try SemidefiniteRelaxation(sparsity: k),
            ]
            for finder in finders {
                #expect(abs(try finder.score(covariance) - expected) < 1e-7, "\(finder.name), k = \(k)")
                #expect(abs(try finder.spike(in: covariance).variance - expected) < 1e-6)
            }
        }
    }

    private static func finders(_ k: Int) throws -> [any SpikeFinder] {
        [
            TopEigenvalue(), try DiagonalThresholding(sparsity: k), try CovarianceThresholding(),
            try TruncatedPower(sparsity: k), try SemidefiniteRelaxation(sparsity: k),
            try ExhaustiveSearch(sparsity: k),
        ]
    }

    @Test("A strong spike is found by all, whatever its places and signs", arguments: 1...3)
    func recovery(seed: Int) throws {
        var coins = Generator(seed: seed)
        let spike = try Spike(.flat(4), dimension: 24, using: &coins)
        let rows = try SpikedCovariance(strength: 6, spike: spike).rows(400, using: &coins)
        let covariance = try SampleCovariance(of: rows)
        for finder in try Self.finders(4) {
            let found = try finder.spike(in: covariance)
            #expect(try found.supportError(against: spike) == 0, "\(finder.name)")
            #expect(try found.overlap(with: spike) > 0.97, "\(finder.name)")
            #expect(abs(found.direction.norm - 1) < 1e-9)
            #expect(abs(try covariance.variance(along: found.direction) - found.variance) < 1e-9)
        }
    }

    @Test("Renaming the coordinates and turning their signs changes no score")
    func symmetry() throws {
        var coins = Generator(seed: 6)
        let (n, m) = (14, 50)
        let rows = Matrix<Double>(unsafeUninitializedRows: m, columns: n) { coins.fillWithGaussians($0) }
        let (order, signs) = (coins.permutation(n), coins.signs(n))
        var moved = Matrix<Double>.zeros(rows: m, columns: n)
        for i in 0..<m {
            moved.setRow(i, to: Vector((0..<n).map { signs[$0] * rows[i, order[$0]] }))
        }
        let (first, second) = (try SampleCovariance(of: rows), try SampleCovariance(of: moved))
        for finder in try Self.finders(3) {
            #expect(abs(try finder.score(first) - (try finder.score(second))) < 1e-6, "\(finder.name)")
        }
    }

    @Test("Every observer says what it costs and where it is proved to work")
    func describes() throws {
        let all: [any SpikeDetector] =
            try Self.finders(3) + [KnownSpike(try Spike([0, 1, 0]))]
        #expect(Set(all.map(\.name)).count == 7)
        for detector in all {
            #expect(!detector.regime.source.isEmpty && detector.regime.condition.hasPrefix("θ"))
            #expect(detector.cost(dimension: 50).count > 0)
        }
        #expect(try ExhaustiveSearch(sparsity: 3).cost(dimension: 20).description == "3,420 entries read")
        #expect(TopEigenvalue().cost(dimension: 30).description == "36,000 multiplications")
    }

    @Test("Equal entries are no trouble: a constant covariance")
    func ties() throws {
        let covariance = try SampleCovariance(
            Matrix(repeating: 0.5, rows: 6, columns: 6) + 0.5 * Matrix.identity(6), samples: 10)
        for finder in try Self.finders(2) where finder.name != "largest eigenvalue" {
            let found = try finder.spike(in: covariance)
            #expect(found.variance >= 1.5 - 1e-6, "\(finder.name)")
        }
    }
}
