import CLWE
import Foundation
import LinearAlgebra
import Probability
import Testing

@Suite("Lattice reduction")
struct LatticeTests {
    @Test("LatticeBasis.reduced: the textbook's basis")
    func smallest() {
        // The example of Cohen, A Course in Computational Algebraic Number Theory, is this one up to signs.
        let reduced = LatticeBasis.reduced([[1, 1, 1], [-1, 0, 2], [3, 5, 6]])
        #expect(reduced.map { $0.map(abs) } == [[0, 1, 0], [1, 0, 1], [1, 0, 2]])
        #expect(LatticeBasis.reduced([]).isEmpty)
    }

    @Test("LatticeBasis.reduced: the same lattice, and a short vector that was hidden in it")
    func planted() {
        var coins = Generator(seed: 31)
        // Rows of a diagonal lattice with one short row, mixed by a unimodular matrix.
        var rows = (0..<10).map { i in (0..<10).map { $0 == i ? (i == 4 ? 3 : 1000) : 0 } }
        for _ in 0..<200 {
            let (i, j) = (coins.integer(below: 10), coins.integer(below: 10))
            if i == j { continue }
            let factor = coins.integer(below: 3) - 1
            for column in 0..<10 { rows[i][column] += factor * rows[j][column] }
        }
        let reduced = LatticeBasis.reduced(rows)
        #expect(reduced[0].map(abs) == [0, 0, 0, 0, 3, 0, 0, 0, 0, 0])
        #expect(
            reduced.allSatisfy { row in
                row.enumerated().allSatisfy {
                    $0.element.truncatingRemainder(dividingBy: $0.offset == 4 ? 3 : 1000) == 0
                }
            })
        #expect(
            reduced.dropFirst().allSatisfy {
                $0.map(abs).sorted().dropLast() == .init(repeating: 0, count: 9)
            })
    }

    static func recover(
        _ parameters: PancakeParameters<StandardUnits>, knowsSupport: Bool, seed: Int, count: Int = 800
    ) throws -> (found: FoundKey?, pancakes: HomogeneousCLWE) {
        var coins = Generator(seed: seed)
        let secret = try Secret(parameters.secret, dimension: parameters.dimension, using: &coins)
        let pancakes = try HomogeneousCLWE(parameters, secret: secret)
        let attack = try LatticeReduction(parameters, support: knowsSupport ? secret.support : nil)
        return (try attack.key(in: pancakes.points(count, using: &coins)), pancakes)
    }

    @Test(
        "Row 19: the key of k = 6, beta = 0.01 is recovered, support known, for every seed", arguments: 1...10
    )
    func recovered(seed: Int) throws {
        let parameters = try PancakeParameters.paper(dimension: 32, sparsity: 6, beta: 0.01)
        let (found, pancakes) = try Self.recover(parameters, knowsSupport: true, seed: seed)
        let key = try #require(found)
        #expect(key.isVerified)
        #expect(key.distance(to: pancakes.frequency) < 0.02)
        #expect(key.secret.support == pancakes.secret.support)
        #expect(key.meanCosine > 0.99)
    }

    /// At k = 6 it is recovered for some seeds; whatever is said to be a key is one.
    @Test("Row 19: beta = 0.1 is not recovered for k = 10, and is not said to be", arguments: 1...10)
    func notRecovered(seed: Int) throws {
        let parameters = try PancakeParameters.paper(dimension: 10, sparsity: 10, beta: 0.1)
        let (found, pancakes) = try Self.recover(parameters, knowsSupport: true, seed: seed)
        #expect(found?.isVerified != true)
        if let found { #expect(found.distance(to: pancakes.frequency) > 0.5) }
    }

    /// 9 of 10 were in earlier runs; at a probability of 0.8, fewer than 5 of 10 come for one seed in 150.
    @Test("At the edge, k = 10 and beta = 0.05, most keys are recovered")
    func edge() throws {
        let parameters = try PancakeParameters.paper(dimension: 10, sparsity: 10, beta: 0.05)
        let attack = try LatticeReduction(parameters)
        #expect(attack.maySucceed && !attack.isExpectedToSucceed)
        let found = try (1...10).filter {
            try Self.recover(parameters, knowsSupport: true, seed: $0).found?.isVerified == true
        }
        #expect(found.count >= 5)
    }

    @Test("The support need not be known: n = 16, k = 4", arguments: 1...3)
    func unknownSupport(seed: Int) throws {
        let parameters = try PancakeParameters.paper(dimension: 16, sparsity: 4, beta: 0.01)
        let (found, pancakes) = try Self.recover(parameters, knowsSupport: false, seed: seed)
        let key = try #require(found)
        #expect(key.isVerified)
        #expect(key.distance(to: pancakes.frequency) < 0.05)
    }

    @Test(
        "Any shift, with its sign; any secret; tiny noise",
        arguments: [
            (SecretShape.rademacher(4), 0.01, 0.5), (.sparse(4), 0.01, 0), (.sparse(4), 0.01, 0.2),
            (.dense, 0.005, 0.7), (.sparse(3), 1e-7, 0.5),
        ])
    func shifts(shape: SecretShape, beta: Double, shift: Double) throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 7, secret: shape, gamma: 3, beta: beta, shift: shift)
        let (found, pancakes) = try Self.recover(parameters, knowsSupport: true, seed: 40)
        let key = try #require(found)
        #expect(key.isVerified)
        let signed = (key.frequency - pancakes.frequency).norm
        let distance = shift == 0 || shift == 0.5 ? key.distance(to: pancakes.frequency) : signed
        #expect(distance < 0.03)
    }

    @Test("Guessed coordinates: n = 32, k = 4, which the lattice of all 32 does not give")
    func guesses() throws {
        let parameters = try PancakeParameters.paper(dimension: 32, sparsity: 4, beta: 0.01)
        var coins = Generator(seed: 1)
        let secret = try Secret(parameters.secret, dimension: 32, using: &coins)
        let pancakes = try HomogeneousCLWE(parameters, secret: secret)
        let points = pancakes.points(800, using: &coins)
        let attack = try SupportGuessing(parameters, attempts: 20, seed: 1)
        let size = Double(attack.guessSize)
        let luck = size * (size - 1) * (size - 2) * (size - 3) / (32 * 31 * 30 * 29)
        // 20 guesses miss with a probability below 10⁻⁴.
        #expect(abs(attack.luck - luck) < 1e-15 && luck > 0.4)
        let found = try #require(try attack.key(in: points))
        #expect(found.isVerified)
        #expect(found.distance(to: pancakes.frequency) < 0.05)
        let normal = Points(gaussian: 800, dimension: 32, using: &coins)
        let few = try SupportGuessing(parameters, guessSize: 8, attempts: 5, seed: 1)
        #expect(try few.key(in: normal)?.isVerified != true)
        #expect(throws: CLWEError.sparsityOutOfRange(3, dimension: 32)) {
            try SupportGuessing(parameters, guessSize: 3, attempts: 1, seed: 1)
        }
    }

    @Test("No key is found in normal points", arguments: [0.5, 0])
    func normalPoints(shift: Double) throws {
        let parameters = try PancakeParameters<StandardUnits>(
            dimension: 6, secret: .dense, gamma: 4, beta: 0.01, shift: shift)
        let attack = try LatticeReduction(parameters)
        for seed in 1...20 {
            var coins = Generator(seed: seed)
            let points = Points(gaussian: 800, dimension: 6, using: &coins)
            #expect(try attack.key(in: points)?.isVerified != true, "seed \(seed)")
            #expect(try attack.callsPlanted(points, falseAlarmRate: 0.001) == false, "seed \(seed)")
        }
    }
}
