import LinearAlgebra

/// Numbers in −1 ..< 1 that are the same in every run.
struct SmallGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(Int64(state >> 11)) / Double(1 << 52) - 1
    }

    mutating func matrix<Element: Scalar>(_ rows: Int, _ columns: Int, of type: Element.Type = Double.self)
        -> Matrix<Element>
    {
        let elements = (0..<rows * columns).map { _ in Element(next()) }
        return (try? Matrix(rows: rows, columns: columns, elements: elements)) ?? []
    }

    mutating func symmetric(_ order: Int) -> Matrix<Double> {
        let half = matrix(order, order)
        return half + Matrix(half.transposed)
    }
}

/// The product by its definition.
func naiveProduct<Element: Scalar>(_ left: Matrix<Element>, _ right: Matrix<Element>) -> Matrix<Element> {
    var result = Matrix<Element>.zeros(rows: left.rowCount, columns: right.columnCount)
    for row in 0..<left.rowCount {
        for column in 0..<right.columnCount {
            var sum: Element = 0
            for index in 0..<left.columnCount { sum += left[row, index] * right[index, column] }
            result[row, column] = sum
        }
    }
    return result
}

/// ‖VᵀV − I‖ for orthonormal columns.
func defect<Element: Scalar>(ofColumns matrix: Matrix<Element>) -> Element {
    (naiveProduct(Matrix(matrix.transposed), matrix) - .identity(matrix.columnCount)).norm
}
