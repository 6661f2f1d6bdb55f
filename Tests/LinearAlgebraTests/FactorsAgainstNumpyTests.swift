import LinearAlgebra
import Testing

/// The values of numpy and scipy.
private struct Values: Decodable {
    let tall, square, symmetric, covariance, covarianceByCount: [[Double]]
    let y, b, singularValues, eigenvalues, topVector, solution, symmetricSolution: [Double]
    let lowerSolution, upperTransposedSolution, leastSquares, ridge: [Double]
    let determinant: Double
}

@Suite("Factorizations against numpy")
struct FactorsAgainstNumpyTests {
    private let values: Values
    private let tall, square, symmetric: Matrix<Double>
    private let b: Vector<Double>

    init() throws {
        values = try reference("linear-algebra-factors")
        tall = try Matrix(rows: values.tall)
        square = try Matrix(rows: values.square)
        symmetric = try Matrix(rows: values.symmetric)
        b = Vector(values.b)
    }

    /// Both sides are within c n ε κ of the exact value; κ is below 200 for these matrices, and n is 7.
    private func expectClose(_ found: Vector<Double>, _ expected: [Double]) {
        let expected = Vector(expected)
        #expect((found - expected).norm <= 1400 * Double.ulpOfOne * max(expected.norm, 1))
    }

    @Test("Solutions: LU, symmetric, triangular, least squares, ridge")
    func solutions() throws {
        expectClose(try square.solve(b), values.solution)
        expectClose([try LU(square).determinant], [values.determinant])
        expectClose(try symmetric.solveSymmetric(b), values.symmetricSolution)
        expectClose(try square.solveTriangular(.lower, b), values.lowerSolution)
        expectClose(try square.transposed.solveTriangular(.upper, b), values.upperTransposedSolution)
        expectClose(try tall.solveLeastSquares(Vector(values.y)), values.leastSquares)
        expectClose(try tall.solveRidge(Vector(values.y), penalty: 0.5), values.ridge)
    }

    @Test("Spectrum: singular values, eigenvalues, the top eigenvector")
    func spectrum() throws {
        expectClose(try SVD(tall).values, values.singularValues)
        let eigen = try SymmetricEigen(symmetric)
        expectClose(eigen.values, values.eigenvalues)
        let vector = eigen.vectors.row(0)
        expectClose(vector.dot(Vector(values.topVector)) < 0 ? -vector : vector, values.topVector)
    }

    @Test("Covariance: both denominators")
    func covariance() throws {
        #expect((try tall.covariance() - Matrix(rows: values.covariance)).norm < 1e-14)
        #expect((try tall.covariance(.count) - Matrix(rows: values.covarianceByCount)).norm < 1e-14)
    }
}
