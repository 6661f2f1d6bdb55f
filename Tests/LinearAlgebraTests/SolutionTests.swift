import LinearAlgebra
import Testing

@Suite("Solutions")
struct SolutionTests {
    @Test("LU: a closed form")
    func luClosedForm() throws {
        let matrix: Matrix<Double> = [[0, 2], [3, 0]]
        #expect(try matrix.solve([4, 9]) == [3, 2])
        #expect(try LU(matrix).determinant == -6)
        #expect(try ([[0, 2], [3, 0]] as Matrix<Float>).solve([4, 9]) == [3, 2])
        #expect(try matrix.solve([[4, 2], [9, 3]]) == [[3, 1], [2, 1]])
    }

    /// Backward stability: the residual is at most c n ε (‖A‖ ‖x‖), c = 10 for the growth of the pivots.
    @Test("LU, symmetric, triangular: the residual is that of rounding", arguments: [1, 2, 10, 60])
    func residuals(order: Int) throws {
        var generator = SmallGenerator(seed: UInt64(order))
        let a = generator.matrix(order, order)
        let symmetric = generator.symmetric(order)
        let lower = a + 2 * .identity(order)
        let b = generator.matrix(order, 3)
        let x = b.column(0)
        func expectSmall(_ residual: Vector<Double>, _ matrix: Matrix<Double>, _ solution: Vector<Double>) {
            #expect(residual.norm <= 10 * Double(order) * Double.ulpOfOne * matrix.norm * solution.norm)
        }
        let general = try a.solve(x)
        expectSmall(a * general - x, a, general)
        let solved = try symmetric.solveSymmetric(x)
        expectSmall(symmetric * solved - x, symmetric, solved)
        #expect((try symmetric.solveSymmetric(b).column(0) - solved).norm <= 1e-9 * solved.norm)
        let third = try a.solve(b.column(2))
        #expect((try a.solve(b).column(2) - third).norm <= 1e-9 * third.norm)
        var triangle = lower
        for row in 0..<order { for column in row + 1..<max(order, row + 1) { triangle[row, column] = 0 } }
        let y = try lower.solveTriangular(.lower, x)
        expectSmall(triangle * y - x, triangle, y)
        let z = try lower.transposed.solveTriangular(.lower, x)
        expectSmall(triangle.transposed * z - x, triangle, z)
    }

    @Test(
        "LU: a singular matrix is refused with its pivot",
        arguments: [
            ([[0]], "matrix of 1 × 1 is singular: its pivot 0, counted from 0, is 0"),
            ([[1, 2], [2, 4]], "matrix of 2 × 2 is singular: its pivot 1, counted from 0, is 0"),
            ([[0, 0], [0, 1]], "matrix of 2 × 2 is singular: its pivot 0, counted from 0, is 0"),
        ] as [([[Double]], String)])
    func singular(rows: [[Double]], message: String) throws {
        let matrix = try Matrix(rows: rows)
        let error = #expect(throws: MatrixError.self) { try LU(matrix) }
        #expect(error?.description == message)
    }

    @Test("LU: a pivot made by rounding alone is refused, a small one of a small row is not")
    func nearlySingular() throws {
        let error = #expect(throws: MatrixError.self) {
            try ([[1, 2, 3], [4, 5, 6], [7, 8, 9]] as Matrix<Double>).solve([1, 2, 4])
        }
        guard case .singular(_, pivot: 2, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try ([[1, 0], [0, 1e-200]] as Matrix<Double>).solve([1, 1e-200]) == [1, 1])
    }

    @Test("Symmetric and triangular: singular ones are refused with their pivot")
    func otherSingular() {
        #expect(throws: MatrixError.singular(Shape(rows: 2, columns: 2), pivot: 1, value: "0")) {
            try ([[1, 0], [0, 0]] as Matrix<Double>).solveSymmetric([1, 1])
        }
        #expect(throws: MatrixError.singular(Shape(rows: 2, columns: 2), pivot: 1, value: "0")) {
            try ([[1, 0], [5, 0]] as Matrix<Double>).solveTriangular(.lower, [1, 1])
        }
    }

    @Test("Symmetric: only the lower triangle is read")
    func lowerTriangleOnly() throws {
        #expect(try ([[0, .nan], [1, 0]] as Matrix<Double>).solveSymmetric([2, 3]) == [3, 2])
    }

    @Test("Solutions: a number that is not finite is refused with its place")
    func notFinite() {
        let error = #expect(throws: MatrixError.self) {
            try ([[1, 2], [3, .infinity]] as Matrix<Double>).solve([1, 2])
        }
        #expect(
            error?.description == "element (1, 1) of a matrix of 2 × 2 is inf, expected a finite number")
    }

    @Test(
        "QR: A = QR, QᵀQ = I, R is triangular", arguments: [(1, 1), (4, 4), (30, 7), (7, 30), (3, 1), (0, 2)])
    func qr(rows: Int, columns: Int) throws {
        var generator = SmallGenerator(seed: 5)
        let a = generator.matrix(rows, columns)
        let qr = try QR(a)
        let bound = 4 * Double(rows) * Double(columns).squareRoot() * Double.ulpOfOne
        #expect((naiveProduct(qr.q, qr.r) - a).norm <= bound * a.norm)
        #expect(defect(ofColumns: qr.q) <= bound)
        for row in 0..<qr.r.rowCount { #expect(qr.r.row(row).part(0..<min(row, columns)).nonzeroCount == 0) }
    }

    @Test("QR: least squares through points of a line")
    func line() throws {
        let a: Matrix<Double> = [[1, 0], [1, 1], [1, 2]]
        let fit = try a.solveLeastSquares([1, 3, 5])
        #expect((fit - [1, 2]).norm < 1e-14)
    }

    @Test("QR: dependent columns and too few rows are refused")
    func leastSquaresRefused() {
        let error = #expect(throws: MatrixError.self) {
            try ([[1, 2], [2, 4], [3, 6]] as Matrix<Double>).solveLeastSquares([1, 2, 3])
        }
        guard case .singular(Shape(rows: 3, columns: 2), pivot: 1, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        let wide = #expect(throws: MatrixError.self) {
            try ([[1, 2]] as Matrix<Double>).solveLeastSquares([1])
        }
        #expect(
            wide?.description
                == "least squares of a matrix of 1 × 2, expected at least as many rows as columns")
    }

    @Test("Ridge: tall and wide solve the same equations")
    func ridge() throws {
        var generator = SmallGenerator(seed: 6)
        for (rows, columns) in [(20, 5), (5, 20), (6, 6)] {
            let a = generator.matrix(rows, columns)
            let y = generator.matrix(rows, 1).column(0)
            let w = try a.solveRidge(y, penalty: 0.5)
            // The gradient AᵀAw + penalty w − Aᵀy is 0.
            let gradient = a.transposed * (a * w - y) + 0.5 * w
            #expect(gradient.norm <= 100 * Double.ulpOfOne * a.norm * a.norm * y.norm)
        }
        let error = #expect(throws: NotPositiveDefiniteError.self) {
            try ([[1, 1], [1, 1]] as Matrix<Double>).solveRidge([1, 2], penalty: 0)
        }
        #expect(error?.minor == 2)
    }

    @Test("A wrong shape stops the program at the caller's line, with both shapes")
    func callSite() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let matrix: Matrix<Double> = [[1, 2], [3, 4]]
            _ = try matrix.solve([1, 2, 3], file: "chapter.md", line: 41)
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("chapter.md:41: Fatal error: solve for 3 elements with a matrix of 2 × 2"))
    }
}
