import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Spiked covariance")
struct SpikedCovarianceTests {
    @Test("the covariance of the rows", arguments: [SpikeShape.flat(5), .gaussian(5), .flat(1)])
    func isIdentityAndSpike(shape: SpikeShape) throws {
        var coins = Generator(seed: 11)
        let (n, m, theta) = (12, 200_000, 0.7)
        let spike = try Spike(shape, dimension: n, using: &coins)
        let rows = try SpikedCovariance(strength: theta, spike: spike).rows(m, using: &coins)
        let measured = try rows.covariance(.count)
        let s = spike.direction
        var largest = 0.0
        for i in 0..<n {
            for j in 0..<n {
                let expected = (i == j ? 1 : 0) + theta * s[i] * s[j]
                // The standard error of an entry is at most (1 + theta) √(2/m); 5.5 of them for 144 entries
                // raise a false alarm once in 10⁵ seeds.
                largest = max(largest, abs(measured[i, j] - expected))
            }
        }
        #expect(largest < 5.5 * (1 + theta) * (2 / Double(m)).squareRoot())
    }

    @Test("rows and factors: g = z + √θ ζ s for the same z")
    func sharesCoins() throws {
        var coins = Generator(seed: 3)
        let spike = try Spike(.gaussian(3), dimension: 9, using: &coins)
        let spiked = try SpikedCovariance(strength: 2, spike: spike)
        let noise = Matrix<Double>(unsafeUninitializedRows: 40, columns: 9) { coins.fillWithGaussians($0) }
        let factors = Vector(coins.gaussians(40))
        let rows = spiked.adding(factors, to: noise)
        for row in 0..<40 {
            let moved = rows.row(row) - noise.row(row)
            let expected = (2.0.squareRoot() * factors[row]) * spike.direction
            #expect((moved - expected).norm < 1e-12)
        }
        var same = Generator(seed: 5)
        var again = Generator(seed: 5)
        let sample = spiked.sample(30, using: &same)
        #expect(sample.rows == spiked.rows(30, using: &again))
        #expect(sample.factors.count == 30)
    }

    @Test("drawn spikes", arguments: [SpikeShape.flat(4), .gaussian(4), .flat(20), .gaussian(1)])
    func haveUnitLength(shape: SpikeShape) throws {
        var coins = Generator(seed: 8)
        var places = Set<Int>()
        for _ in 0..<200 {
            let spike = try Spike(shape, dimension: 20, using: &coins)
            #expect(abs(spike.direction.norm - 1) < 1e-12)
            #expect(spike.support.count == shape.sparsity && spike.sparsity == shape.sparsity)
            #expect(spike.support == spike.support.sorted())
            places.formUnion(spike.support)
            if case .flat(let k) = shape {
                let entry = 1 / Double(k).squareRoot()
                #expect(spike.support.allSatisfy { abs(abs(spike.direction[$0]) - entry) < 1e-15 })
            }
        }
        // A place is missed with a probability of (19/20)²⁰⁰ = 4 · 10⁻⁵ each at k = 1.
        #expect(places.count == 20)
    }

    @Test("the same seed, the same spike; the opposite spike is the same to an observer")
    func isDeterministic() throws {
        var first = Generator(seed: 1)
        var second = Generator(seed: 1)
        let spike = try Spike(.gaussian(6), dimension: 30, using: &first)
        #expect(try spike == Spike(.gaussian(6), dimension: 30, using: &second))
        let opposite = try Spike(-spike.direction)
        #expect(abs(try spike.overlap(with: opposite) - 1) < 1e-12)
    }
}
