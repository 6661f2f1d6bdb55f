import Foundation
import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
    let matrix: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]

    @Test("Matrix: rows, columns and blocks are what they say")
    func partsAreRight() {
        #expect(matrix.shape == Shape(rows: 2, columns: 3))
        #expect(matrix.row(1) == [4, 5, 6])
        #expect(matrix.column(2) == [3, 6])
        #expect(matrix.rows(1..<2) == [[4, 5, 6]])
        #expect(matrix.block(rows: 0..<2, columns: 1..<3) == [[2, 3], [5, 6]])
        #expect(matrix.rows([1, 0, 1]) == [[4, 5, 6], [1, 2, 3], [4, 5, 6]])
        #expect(Matrix(matrix.transposed) == [[1, 4], [2, 5], [3, 6]])
    }

    @Test("Matrix: a row repeated, also none of them")
    func repeatedRows() {
        #expect(Matrix(repeatingRow: matrix.row(1), count: 2) == [[4, 5, 6], [4, 5, 6]])
        #expect(Matrix(repeatingRow: matrix.row(1), count: 0).shape == Shape(rows: 0, columns: 3))
    }

    @Test("Matrix: changing a part leaves the whole as it was, and the other way round")
    func partsAreValues() {
        var whole = matrix
        var row = whole.row(0)
        var block = whole.block(rows: 0..<2, columns: 1..<2)
        row[0] = 10
        block[1, 0] = 20
        #expect(whole == matrix)
        whole[0, 1] = 30
        #expect(row == [10, 2, 3])
        #expect(block == [[2], [20]])
        #expect(whole == [[1, 30, 3], [4, 5, 6]])
    }

    @Test("Matrix: products of blocks are those of their copies")
    func blocksMultiply() throws {
        let large = try Matrix(rows: 4, columns: 5, elements: (0..<20).map(Double.init))
        let block = large.block(rows: 1..<4, columns: 2..<4)
        let copy: Matrix<Double> = [[7, 8], [12, 13], [17, 18]]
        #expect(block == copy)
        #expect(block * [1, -1] == copy * [1, -1])
        #expect(block.transposed * [1, 0, 2] == [41, 44])
        #expect(block.transposed * block == copy.transposed * copy)
        #expect(block * block.transposed == copy * copy.transposed)
        #expect(block + block == 2 * copy)
        #expect(block.columnSums == [36, 39])
    }

    @Test("Matrix: empty factors give zeros")
    func emptyProducts() {
        let wide = Matrix<Double>.zeros(rows: 0, columns: 3)
        #expect(wide * [1, 2, 3] == [])
        #expect(wide.transposed * [] == [0, 0, 0])
        #expect(
            Matrix<Double>.zeros(rows: 2, columns: 0) * Matrix.zeros(rows: 0, columns: 2)
                == .zeros(rows: 2, columns: 2))
    }

    @Test("Matrix: Float has the same products")
    func floatProducts() {
        let matrix: Matrix<Float> = [[1, 2], [3, 4]]
        #expect(matrix * [1, 1] == [3, 7])
        #expect(matrix * matrix == [[7, 10], [15, 22]])
        #expect(Vector<Float>([3, 4]).norm == 5)
    }

    @Test("Matrix: rows and columns are scaled and shifted")
    func scaling() {
        #expect(matrix.scalingRows(by: [2, 10]) == [[2, 4, 6], [40, 50, 60]])
        #expect(matrix.scalingColumns(by: [1, 0, -1]) == [[1, 0, -3], [4, 0, -6]])
        #expect(matrix.addingToRows([1, 2, 3]) == [[2, 4, 6], [5, 7, 9]])
    }

    @Test("Matrix: comes back from JSON, also when it was a block")
    func codable() throws {
        let block = matrix.block(rows: 0..<2, columns: 1..<3)
        let data = try JSONEncoder().encode(block)
        #expect(try JSONDecoder().decode(Matrix<Double>.self, from: data) == block)
    }

    @Test(
        "Matrix: input of wrong shape is refused with both shapes",
        arguments: [
            (
                ShapeError.raggedRow(index: 1, count: 2, expected: 3),
                "row 1 has 2 elements, expected 3 (the length of row 0)"
            ),
            (
                .elementCount(5, shape: Shape(rows: 2, columns: 3)),
                "5 elements were given, expected 6 for 2 × 3"
            ),
            (
                .columnCount(3, expected: 4, of: "rows of `weights`"),
                "matrix has 3 columns, expected 4 (the rows of `weights`)"
            ),
            (.vectorCount(3, expected: 4, of: "rows"), "vector has 3 elements, expected 4 (the rows)"),
        ])
    func shapeMessages(error: ShapeError, message: String) {
        #expect(error.description == message)
    }

    @Test("Matrix: ragged rows and wrong counts throw")
    func raggedRowsThrow() {
        #expect(throws: ShapeError.raggedRow(index: 1, count: 2, expected: 3)) {
            try Matrix<Double>(rows: [[1, 2, 3], [4, 5]])
        }
        #expect(throws: ShapeError.elementCount(5, shape: Shape(rows: 2, columns: 3))) {
            try Matrix<Double>(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5])
        }
    }

    @Test("Matrix: description aligns columns and leaves out the middle")
    func description() {
        #expect(matrix.description == "2 × 3\n[1  2  3]\n[4  5  6]")
        let fractions: Matrix<Double> = [[0.5, -1_234_567], [1e-7, 100]]
        #expect(fractions.description == "2 × 2\n[  0.5  -1.23457e+06]\n[1e-07           100]")
        let long = Matrix<Double>.zeros(rows: 20, columns: 1).description.split(separator: "\n")
        #expect(long.count == 10 && long[5] == "…")
    }

    @Test("Matrix: wrong shapes in a program stop it with both shapes")
    func wrongShapesTrap() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let matrix: Matrix<Double> = [[1, 2, 3], [4, 5, 6]]
            _ = matrix * matrix
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("matrix of 2 × 3 times matrix of 2 × 3"))
    }
}
