import LinearAlgebra
import Testing

@Suite("Covariance")
struct CovarianceTests {
    @Test("Covariance: a closed form")
    func closedForm() throws {
        let rows: Matrix<Double> = [[1, 2], [3, 6]]
        #expect(try rows.covariance() == [[2, 4], [4, 8]])
        #expect(try rows.covariance(.count) == [[1, 2], [2, 4]])
        #expect(try ([[5, 7]] as Matrix<Double>).covariance(.count) == .zeros(rows: 2, columns: 2))
    }

    /// A shift of 10⁸ leaves 8 digits of each input; the covariance keeps those, where Σ x xᵀ − n m mᵀ has none.
    @Test("Covariance: a large mean takes no digits beyond those of the input")
    func largeMean() throws {
        var generator = SmallGenerator(seed: 11)
        let rows = generator.matrix(1500, 3)
        let shifted = rows.mapElements { $0 + 1e8 }
        let covariance = try shifted.covariance()
        #expect((covariance - (try rows.covariance())).norm <= 1e-8 * covariance.norm)
    }

    @Test(
        "Covariance: blocks of any size give that of the whole, by two passes",
        arguments: [1, 7, 512, 600, 1300])
    func blocks(size: Int) throws {
        var generator = SmallGenerator(seed: 12)
        let rows = generator.matrix(1300, 4)
        var moments = RowMoments<Double>(columnCount: 4)
        for start in stride(from: 0, to: 1300, by: size) {
            moments.add(rows.rows(start..<min(start + size, 1300)))
        }
        let mean = rows.columnSums / 1300
        let centred = rows.addingToRows(-mean)
        let expected = naiveProduct(Matrix(centred.transposed), centred) / 1299
        #expect(moments.count == 1300)
        #expect((moments.mean - mean).norm <= 1300 * Double.ulpOfOne)
        #expect((try moments.covariance() - expected).norm <= 1300 * Double.ulpOfOne * expected.norm)
    }

    @Test("Covariance: too few rows are refused")
    func tooFewRows() {
        let error = #expect(throws: MatrixError.self) { try ([[1, 2, 3]] as Matrix<Double>).covariance() }
        #expect(error?.description == "the covariance of a matrix of 1 × 3, expected at least 2 rows")
        #expect(throws: MatrixError.self) { try ([] as Matrix<Double>).covariance(.count) }
    }
}
