import LinearAlgebra
import Testing

@Suite("Cholesky")
struct CholeskyTests {
    @Test("Cholesky: a closed form")
    func closedForm() throws {
        let factor = try Cholesky<Double>([[4, 2], [2, 5]])
        #expect(factor.lower == [[2, 0], [1, 2]])
        #expect(factor.solve([10, 13]) == [1.5, 2])
        #expect(try Cholesky<Float>([[4, 2], [2, 5]]).lower == [[2, 0], [1, 2]])
    }

    @Test("Cholesky: only the lower triangle is read")
    func upperTriangleIsIgnored() throws {
        #expect(try Cholesky<Double>([[4, .nan], [2, 5]]).lower == [[2, 0], [1, 2]])
    }

    @Test(
        "Cholesky: a matrix without factor is refused with the minor",
        arguments: [
            ([[1, 0], [0, -1]], 2), ([[0, 0], [0, 1]], 1), ([[1, 1], [1, 1]], 2), ([[1, 0], [.nan, 1]], 2),
            ([[.nan]], 1),
        ] as [([[Double]], Int)])
    func refused(rows: [[Double]], minor: Int) throws {
        let matrix = try Matrix(rows: rows)
        let error = #expect(throws: NotPositiveDefiniteError.self) { try Cholesky(matrix) }
        #expect(error?.minor == minor)
    }

    @Test("Cholesky: the message has both numbers")
    func message() {
        let error = #expect(throws: NotPositiveDefiniteError.self) {
            try Cholesky<Double>([[1, 0, 0], [0, -1, 0], [0, 0, 1]])
        }
        #expect(
            error?.description
                == "matrix of 3 × 3 is not positive definite: its leading minor of order 2 is not positive")
    }
}
