import LinearAlgebra
import Testing

@Suite("Products")
struct ProductTests {
    /// A sum of k products of numbers below 1 in any order is within k² ε / 2 of the exact one, so two are
    /// within k² ε of each other; the Frobenius norm sums that over all elements.
    @Test(
        "Matrix: every product is that of its definition, also of blocks",
        arguments: [(1, 1, 1), (3, 5, 2), (17, 33, 9), (64, 40, 70), (1, 100, 1)])
    func productsAreRight(rows: Int, inner: Int, columns: Int) {
        var generator = SmallGenerator(seed: 1)
        let large = generator.matrix(rows + 2, inner + 3)
        let left = large.block(rows: 1..<rows + 1, columns: 2..<inner + 2)
        let right = generator.matrix(inner, columns)
        let bound = Double(inner * inner) * Double.ulpOfOne * Double(rows * columns).squareRoot()
        let expected = naiveProduct(left, right)
        let (leftTransposed, rightTransposed) = (Matrix(left.transposed), Matrix(right.transposed))
        #expect((left * right - expected).norm <= bound)
        #expect((leftTransposed.transposed * right - expected).norm <= bound)
        #expect((left * rightTransposed.transposed - expected).norm <= bound)
        #expect((left * right.column(0) - expected.column(0)).norm <= bound)
    }

    @Test(
        "Matrix: AᵀA and A Aᵀ are exactly symmetric and right",
        arguments: [(1, 1), (5, 40), (40, 5), (70, 65)])
    func symmetricProducts(rows: Int, columns: Int) {
        var generator = SmallGenerator(seed: 2)
        let a = generator.matrix(rows, columns)
        let copy = a.mapElements { $0 }
        for (product, inner) in [(a.transposed * a, rows), (a * a.transposed, columns)] {
            #expect(Matrix(product.transposed) == product)
            let bound = Double(inner * inner) * Double.ulpOfOne * Double(product.rowCount)
            let general = inner == rows ? copy.transposed * a : copy * a.transposed
            #expect((product - general).norm <= bound)
        }
        #expect(a.gram == a.transposed * a)
    }

    @Test("Matrix: AᵀA of a block")
    func symmetricProductOfBlock() {
        var generator = SmallGenerator(seed: 3)
        let block = generator.matrix(9, 8).block(rows: 2..<8, columns: 3..<7)
        let copy = block.mapElements { $0 }
        #expect(block.transposed * block == copy.transposed * copy)
        #expect(Matrix<Double>.zeros(rows: 0, columns: 2).gram == .zeros(rows: 2, columns: 2))
    }

    @Test("Matrix: transposing twice is nothing", arguments: [(1, 7), (33, 65), (100, 3)])
    func transposing(rows: Int, columns: Int) {
        var generator = SmallGenerator(seed: 4)
        let a = generator.matrix(rows, columns)
        let transposed = Matrix(a.transposed)
        #expect((0..<rows).allSatisfy { transposed.column($0) == a.row($0) })
        #expect(Matrix(transposed.transposed) == a)
    }

    @Test("Matrix: products and eigenvectors have the same bits whoever computes beside them")
    func sameBitsInParallel() async throws {
        var generator = SmallGenerator(seed: 5)
        let a = generator.matrix(120, 90)
        let alone = (a.gram, try SymmetricEigen(a.gram, largest: 1).vectors)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    try a.gram == alone.0 && SymmetricEigen(a.gram, largest: 1).vectors == alone.1
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
