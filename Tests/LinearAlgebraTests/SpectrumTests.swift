import LinearAlgebra
import Testing

@Suite("Spectrum")
struct SpectrumTests {
    @Test("Eigen: a closed form, the largest first")
    func closedForm() throws {
        let eigen = try SymmetricEigen<Double>([[2, 1], [1, 2]])
        #expect((eigen.values - [3, 1]).norm < 1e-15)
        #expect(abs(abs(eigen.vectors.row(0).dot([1, 1])) - 2.0.squareRoot()) < 1e-15)
        #expect(try SymmetricEigen<Double>([[5, .nan], [0, -1]]).values == [5, -1])
        #expect(try ([[1, 0], [0, 7]] as Matrix<Double>).symmetricEigenvalues() == [7, 1])
    }

    /// The eigenvalues of the path 0–1–…–(n−1) are 2 cos(π k / (n + 1)).
    @Test("Eigen: the path's eigenvalues", arguments: [3, 20, 130])
    func path(order: Int) throws {
        var matrix = Matrix<Double>.zeros(rows: order, columns: order)
        for index in 1..<order { matrix[index, index - 1] = 1 }
        let values = try matrix.symmetricEigenvalues()
        // arccos of an eigenvalue and π k / (n + 1) agree as the values do: 2 cos has slope at most 2.
        for (index, value) in values.enumerated() {
            let angle = Double.pi * Double(index + 1) / Double(order + 1)
            #expect(abs(value - 2 * cosine(angle)) <= 8 * Double(order) * Double.ulpOfOne)
        }
    }

    /// By its series, which converges fast after halving the angle.
    private func cosine(_ angle: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for index in stride(from: 2.0, through: 60, by: 2) {
            term *= -angle * angle / (index * (index - 1))
            sum += term
        }
        return sum
    }

    private func expectPairs(_ eigen: SymmetricEigen<Double>, of matrix: Matrix<Double>) {
        let order = Double(matrix.rowCount)
        let bound = 4 * order * Double.ulpOfOne * matrix.norm
        for (index, value) in eigen.values.enumerated() {
            let vector = eigen.vectors.row(index)
            #expect((matrix * vector - value * vector).norm <= bound)
        }
        #expect(defect(ofColumns: Matrix(eigen.vectors.transposed)) <= 4 * order * Double.ulpOfOne)
        #expect(zip(eigen.values, eigen.values.dropFirst()).allSatisfy { $0 >= $1 })
    }

    @Test("Eigen: pairs have the residual of rounding and are orthonormal", arguments: [1, 2, 17, 90])
    func pairs(order: Int) throws {
        var generator = SmallGenerator(seed: 7)
        let matrix = generator.symmetric(order)
        let eigen = try SymmetricEigen(matrix)
        expectPairs(eigen, of: matrix)
        #expect((eigen.values - (try matrix.symmetricEigenvalues())).norm <= 1e-13 * matrix.norm)
    }

    @Test(
        "Eigen: the k largest are the first of all",
        arguments: [(1, 1), (20, 1), (20, 4), (20, 12), (20, 20), (130, 1), (200, 1), (200, 7)])
    func largest(order: Int, count: Int) throws {
        var generator = SmallGenerator(seed: 8)
        let matrix = generator.symmetric(order)
        let eigen = try SymmetricEigen(matrix, largest: count)
        let all = try SymmetricEigen(matrix)
        #expect(eigen.values.count == count && eigen.vectors.shape == Shape(rows: count, columns: order))
        #expect((eigen.values - Vector(all.values.prefix(count))).normInfinity <= 1e-13 * matrix.norm)
        expectPairs(eigen, of: matrix)
    }

    /// Where Lanczos' iteration has reason to fail: repeated values, an invariant start, no gap, zeros.
    @Test(
        "Eigen: the largest of awkward matrices",
        arguments: [
            "identity", "zero", "negative", "two values", "no gap", "rank one", "tiny", "one above many",
        ])
    func awkward(kind: String) throws {
        let order = 150
        var matrix = Matrix<Double>.zeros(rows: order, columns: order)
        for index in 0..<order {
            matrix[index, index] =
                switch kind {
                case "identity": 1
                case "zero", "rank one": 0
                case "negative": -1 - Double(index)
                case "two values": index < 75 ? 2 : 1
                case "no gap": 1 + Double(index) * 1e-15
                case "tiny": Double(index) * 1e-200
                default: index == 77 ? 1 + 1e-9 : 1
                }
        }
        if kind == "rank one" { matrix = matrix.mapElements { $0 + 1 } }
        let eigen = try SymmetricEigen(matrix, largest: 1)
        let exact = try matrix.symmetricEigenvalues()[0]
        #expect(abs(eigen.values[0] - exact) <= 1e-13 * matrix.norm)
        expectPairs(eigen, of: matrix)
    }

    @Test("Eigen: Float")
    func float() throws {
        var generator = SmallGenerator(seed: 9)
        let half = generator.matrix(120, 120, of: Float.self)
        let matrix = half + Matrix(half.transposed)
        let all = try SymmetricEigen(matrix)
        let one = try SymmetricEigen(matrix, largest: 1)
        #expect(abs(all.values[0] - one.values[0]) <= 1e-5 * matrix.norm)
        #expect((matrix * one.vectors.row(0) - one.values[0] * one.vectors.row(0)).norm <= 1e-4 * matrix.norm)
    }

    @Test(
        "Eigen: a number of vectors that there are not is refused",
        arguments: [
            (0, "0 eigenvectors of 3 × 3 were asked for, expected 1 to 3"),
            (4, "4 eigenvectors of 3 × 3 were asked for, expected 1 to 3"),
        ])
    func countOutOfRange(count: Int, message: String) {
        let error = #expect(throws: MatrixError.self) {
            try SymmetricEigen(Matrix<Double>.identity(3), largest: count)
        }
        #expect(error?.description == message)
    }

    @Test("Eigen and SVD: a number that is not finite is refused")
    func notFinite() {
        let matrix: Matrix<Double> = [[1, 0], [.nan, 1]]
        let expected = MatrixError.notFinite("nan", row: 1, column: 0, shape: matrix.shape)
        #expect(throws: expected) { try SymmetricEigen(matrix) }
        #expect(throws: expected) { try SymmetricEigen(matrix, largest: 1) }
        #expect(throws: expected) { try matrix.symmetricEigenvalues() }
        #expect(throws: expected) { try SVD(matrix) }
        #expect(throws: expected) { try matrix.norm2() }
        #expect(throws: expected) { try QR(matrix) }
        #expect(throws: expected) { try matrix.covariance() }
    }

    @Test("SVD: a closed form")
    func svdClosedForm() throws {
        let svd = try SVD<Double>([[3, 0], [0, -4], [0, 0]])
        #expect((svd.values - [4, 3]).norm < 1e-15)
        #expect(try ([[1, 1], [1, 1]] as Matrix<Double>).norm2() == 2)
        #expect(try SVD<Double>([[1, 2], [2, 4]]).rank == 1)
        #expect(try SVD(Matrix<Double>.zeros(rows: 2, columns: 0)).values == [])
    }

    @Test(
        "SVD: A = U diag(s) Vᵀ with orthonormal factors",
        arguments: [(1, 1), (5, 5), (40, 8), (8, 40), (1, 9), (9, 1)])
    func reconstruction(rows: Int, columns: Int) throws {
        var generator = SmallGenerator(seed: 10)
        let a = generator.matrix(rows, columns)
        let svd = try SVD(a)
        let bound = 10 * Double(max(rows, columns)) * Double.ulpOfOne
        #expect((svd.left.scalingColumns(by: svd.values) * svd.rightTransposed - a).norm <= bound * a.norm)
        #expect(defect(ofColumns: svd.left) <= bound)
        #expect(defect(ofColumns: Matrix(svd.rightTransposed.transposed)) <= bound)
        #expect((try a.singularValues() - svd.values).norm <= bound * a.norm)
        #expect(
            zip(svd.values, svd.values.dropFirst()).allSatisfy { $0 >= $1 } && (svd.values.last ?? 0) >= 0)
    }
}
