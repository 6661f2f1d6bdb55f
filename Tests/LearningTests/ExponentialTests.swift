import CVectorMath
import Foundation
import Probability
import Testing

/// The largest |result − exact| in units in the last place of `exact`, by the C library.
private func worstError(_ results: [Double], _ exact: [Double]) -> Double {
    zip(results, exact).reduce(0) { max($0, abs($1.0 - $1.1) / $1.1.ulp) }
}

@Suite("Exponentials")
struct ExponentialTests {
    @Test("vector_tanh: within 4 ulp of the C library's, of any size; the same bits by any instructions")
    func tangents() {
        var generator = Generator(seed: "tanh")
        for scale in [1e-300, 1e-8, 0.1, 1, 5, 100, 1e300] {
            let values = generator.gaussians(100_003).map { $0 * scale }
            var fast = values
            var portable = values
            vector_tanh(&fast, fast.count)
            vector_tanh_portable(&portable, portable.count)
            #expect(fast.map(\.bitPattern) == portable.map(\.bitPattern))
            // 2.46 was measured against 64-bit arithmetic; the C library's own error is about 1.
            #expect(worstError(fast, values.map { tanh($0) }) <= 4)
        }
    }

    @Test("vector_exp: within 2 ulp of the C library's; the same bits by any instructions")
    func exponentials() {
        var generator = Generator(seed: "exp")
        for scale in [1e-300, 1e-8, 0.1, 1, 50, 700] {
            let values = generator.uniforms(100_003).map { -$0 * scale }
            var fast = values
            var portable = values
            vector_exp(&fast, fast.count)
            vector_exp_portable(&portable, portable.count)
            #expect(fast.map(\.bitPattern) == portable.map(\.bitPattern))
            #expect(worstError(fast, values.map { exp($0) }) <= 2)
        }
    }

    @Test("vector_tanh and vector_exp: at their ends")
    func ends() {
        var tangents = [0, -0.0, .infinity, -.infinity, 20, -1e300, .nan]
        vector_tanh(&tangents, tangents.count)
        #expect(tangents.dropLast() == [0, 0, 1, -1, 1, -1])
        #expect(tangents[1].sign == .minus && tangents[6].isNaN)
        var exponentials = [0, -708.5, -1e300, -.infinity, .nan]
        vector_exp(&exponentials, exponentials.count)
        #expect(exponentials.dropLast() == [1, 0, 0, 0])
        #expect(exponentials[4].isNaN)
    }
}
