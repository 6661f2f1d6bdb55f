import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Power where the literature says so")
struct PowerTests {
    /// Row 24 of the book: d = 400, m = 2000, threshold √(d/m) = 0.447, edge 2.094. Means of three draws.
    @Test("The outlier lies where Baik, Ben Arous and Péché put it", arguments: [0.2, 0.4, 0.6, 1, 2])
    func outlier(theta: Double) throws {
        let parameters = try SpikeParameters(dimension: 400, sparsity: 40, strength: theta, samples: 2000)
        var coins = Generator(seed: 24).stream("\(theta)")
        var values: [Double] = []
        var overlaps: [Double] = []
        for _ in 0..<3 {
            let spike = try Spike(.flat(40), dimension: 400, using: &coins)
            let rows = try SpikedCovariance(strength: theta, spike: spike).rows(2000, using: &coins)
            let found = try TopEigenvalue().spike(in: SampleCovariance(of: rows))
            values.append(found.variance)
            let overlap = try found.overlap(with: spike)
            overlaps.append(overlap * overlap)
        }
        let mean = SampleMean(of: values).value
        #expect(abs(mean / parameters.expectedTopEigenvalue - 1) < 0.05, "\(mean)")
        // Paul's formula away from the threshold, where it is sharp.
        if theta >= 1 {
            #expect(abs(SampleMean(of: overlaps).value - parameters.expectedSquaredOverlap) < 0.08)
        }
        if theta == 0.2 { #expect(SampleMean(of: overlaps).value < 0.1) }
    }

    /// The shares of 60 spikes seen at a level of 5 %, from 120 draws of noise, at n = 100, m = 200: √(n/m) = 0.71.
    private func powers(_ k: Int, _ theta: Double) throws -> [String: Double] {
        let point = try SpikeParameters(dimension: 100, sparsity: k, strength: theta, samples: 200)
        let diagram = try PhaseDiagram([point], repetitions: 60, seed: 7) { k in
            [
                TopEigenvalue(), try DiagonalThresholding(sparsity: k), try CovarianceThresholding(),
                try TruncatedPower(sparsity: k),
            ]
        }
        let map = try #require(try diagram.run())
        return Dictionary(uniqueKeysWithValues: map.cells.map { ($0.detector, $0.power.value) })
    }

    @Test("Well above √(n/m) the eigenvalue sees every spike, well below it none")
    func eigenvalue() throws {
        let name = "largest eigenvalue"
        for k in [3, 50] { #expect(try #require(powers(k, 1.8)[name]) >= 0.9) }
        #expect(try #require(powers(50, 0.25)[name]) <= 0.2)
    }

    @Test("k = 1: the diagonal sees what the eigenvalue does not")
    func diagonal() throws {
        let powers = try powers(1, 0.7)
        #expect(try #require(powers["diagonal thresholding"]) >= 0.8)
        #expect(try #require(powers["largest eigenvalue"]) <= 0.5)
        // And for many small entries it is the other way round: 2k √(ln n / m) = 15.
        let spread = try self.powers(50, 1.8)
        #expect(try #require(spread["diagonal thresholding"]) <= 0.35)
    }

    @Test("k < √n: thresholding the covariance and the power iteration see what diagonal and eigenvalue miss")
    func thresholding() throws {
        let powers = try powers(5, 1)
        let worse = max(
            try #require(powers["diagonal thresholding"]), try #require(powers["largest eigenvalue"]))
        for name in ["covariance thresholding", "truncated power iteration"] {
            let power = try #require(powers[name])
            #expect(power >= 0.75 && power > worse + 0.1, "\(name): \(power) against \(worse)")
        }
    }

    /// At n = 20 all supports can be tried. 60 spikes: a difference of powers has a standard error of at most 0.09.
    @Test(
        "The exhaustive search judges the others: none sees clearly more, the good ones no less",
        arguments: [2, 3])
    func exhaustiveJudges(k: Int) throws {
        let points = try SpikeParameters.grid(
            dimensions: [20], sparsities: [k], strengths: [0.8, 1.4], samples: [50])
        let diagram = try PhaseDiagram(points, repetitions: 60, seed: 8) { k in
            [
                try ExhaustiveSearch(sparsity: k), TopEigenvalue(), try DiagonalThresholding(sparsity: k),
                try CovarianceThresholding(), try TruncatedPower(sparsity: k),
            ]
        }
        let map = try #require(try diagram.run())
        let judge = map.cells(of: "exhaustive search").map(\.power.value)
        for name in diagram.detectorNames.dropFirst() {
            let others = map.cells(of: name).map(\.power.value)
            for (other, best) in zip(others, judge) { #expect(other <= best + 0.15, "\(name)") }
            if name.hasPrefix("truncated") || name.hasPrefix("covariance") {
                for (other, best) in zip(others, judge) { #expect(other >= best - 0.15, "\(name)") }
            }
        }
        #expect(judge[1] >= judge[0])
    }
}
