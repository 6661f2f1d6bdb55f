import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("Spikes that cannot be")
struct SpikeErrorTests {
    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "nothing thrown"
        } catch { return "\(error)" }
    }

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
}
