import CVectorMath
import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct Values: Decodable {
    let turns, cosines: [Double]
}

/// cos(2π x) by the C library, with π to 106 bits: the error is below 0.6 ulp of the result.
private func slowCosine(_ x: Double) -> Double {
    let r = (x - x.rounded()).magnitude
    let t = 0.25 - r
    let high = 2 * Double.pi * t
    let low = (2 * Double.pi * t - high).addingProduct(0, 0) + (-high).addingProduct(2 * Double.pi, t)
    // 2π − Double(2π) = 2.449…e−16.
    let rest = low + 2.4492935982947064e-16 * t
    return sin(high) + rest * cos(high)
}

@Suite("Cosines of turns")
struct CosineTests {
    @Test("cosinesOfTurns: at most 2 · 2⁻⁵² from the exact values, of 400 digits")
    func exactValues() throws {
        let values: Values = try reference("cosines")
        #expect(values.turns.count == 539)
        for (result, cosine) in zip(Vector(values.turns).cosinesOfTurns, values.cosines) {
            #expect(abs(result - cosine) <= 0x1p-51)
        }
    }

    @Test("cosinesOfTurns: within 2 · 2⁻⁵² of the C library on a million arguments, of each size")
    func million() {
        var generator = Generator(seed: "cosines")
        var worst = 0.0
        for scale in [1, 0.5, 1e-9, 100, 1e12, 1e18, 1e300, 0.25] {
            let turns = Vector(generator.gaussians(125_000).map { $0 * scale })
            for (x, result) in zip(turns, turns.cosinesOfTurns) {
                worst = max(worst, abs(result - slowCosine(x)))
            }
        }
        #expect(worst <= 0x1p-51)
        // The proven bound is 1.66 · 2⁻⁵², and the C library's own error is half a unit.
        #expect(worst > 0x1p-53)
    }

    @Test(
        "cosinesOfTurns: exact at quarter turns, however many",
        arguments: [
            (0, 1), (0.5, -1), (1, 1), (0.25, 0), (-0.25, 0), (0.75, 0), (-7.5, -1), (1e17, 1), (-1e300, 1),
            (0x1p51 + 0.5, -1), (0x1p50 + 0.25, 0), (0x1p50 + 0.75, 0), (-0x1p51 - 0.5, -1), (0x1p52 + 1, 1),
            (.leastNonzeroMagnitude, 1), (-0.0, 1),
        ] as [(Double, Double)])
    func quarters(turns: Double, cosine: Double) {
        #expect(Vector([turns]).cosinesOfTurns == [cosine])
        // Also where the fast path sees eight of them at once.
        #expect(
            Vector(repeating: turns, count: 1031).cosinesOfTurns == Vector(repeating: cosine, count: 1031))
    }

    @Test("cosinesOfTurns: NaN for what is not finite, and only there", arguments: [0, 5, 8, 1030])
    func notFinite(place: Int) {
        for value in [Double.nan, .infinity, -.infinity] {
            var turns = Vector<Double>(repeating: 0.5, count: 1031)
            turns[place] = value
            let cosines = turns.cosinesOfTurns
            #expect(cosines[place].isNaN)
            #expect(cosines.count { $0 == -1 } == 1030)
        }
    }

    @Test(
        "vector_cosine_of_turns: the same bits by any instructions", arguments: [0, 1, 7, 8, 9, 1024, 5003])
    func sameBits(count: Int) {
        var generator = Generator(seed: "bits")
        let turns = generator.gaussians(count).map { $0 * 30 }
        let shifts = generator.uniforms(count)
        var fast = [Double](repeating: .nan, count: count)
        var portable = fast
        vector_cosine_of_turns(turns, shifts, &fast, count)
        vector_cosine_of_turns_portable(turns, shifts, &portable, count)
        #expect(fast.map(\.bitPattern) == portable.map(\.bitPattern))
        #expect(fast.allSatisfy { abs($0) <= 1 })
    }
}
