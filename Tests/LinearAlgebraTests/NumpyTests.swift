import LinearAlgebra
import Testing

/// The values of numpy and scipy.
private struct Values: Decodable {
    let a, b, ab, aat, spd, cholesky: [[Double]]
    let x, y, ax, aty, solution: [Double]
    let frobenius, norm1, normInfinity: Double
}

@Suite("LinearAlgebra against numpy")
struct NumpyTests {
    private let values: Values
    private let a: Matrix<Double>

    init() throws {
        values = try reference("linear-algebra")
        a = try Matrix(rows: values.a)
    }

    /// Sums of at most 5 products of numbers below 3: rounding stays below 10⁻¹⁴.
    private func expectClose(_ matrix: Matrix<Double>, _ expected: [[Double]], tolerance: Double = 1e-14)
        throws
    {
        #expect((matrix - (try Matrix(rows: expected))).norm < tolerance)
    }

    @Test("Matrix: products")
    func products() throws {
        let b = try Matrix(rows: values.b)
        try expectClose(a * b, values.ab)
        try expectClose(a * a.transposed, values.aat)
        #expect((a * Vector(values.x) - Vector(values.ax)).norm < 1e-14)
        #expect((a.transposed * Vector(values.y) - Vector(values.aty)).norm < 1e-14)
    }

    @Test("Matrix: norms")
    func norms() {
        #expect(abs(a.norm - values.frobenius) < 1e-14)
        #expect(abs(a.norm1 - values.norm1) < 1e-14)
        #expect(abs(a.normInfinity - values.normInfinity) < 1e-14)
    }

    @Test("Cholesky: factor and solution")
    func cholesky() throws {
        let spd = try Matrix(rows: values.spd)
        try expectClose(Cholesky(spd).lower, values.cholesky)
        let solution = try spd.solvePositiveDefinite(Vector(values.x))
        #expect((solution - Vector(values.solution)).norm < 1e-14)
        try expectClose(
            Cholesky(spd).solve(Matrix(rows: values.b)),
            (0..<3).map { row in
                try (0..<4).map { try spd.solvePositiveDefinite(Matrix(rows: values.b).column($0))[row] }
            })
    }
}
