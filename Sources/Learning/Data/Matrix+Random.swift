import LinearAlgebra
import Probability

extension Matrix<Double> {
    /// A matrix of independent normal numbers with mean 0 and variance 1.
    public static func gaussian(rows: Int, columns: Int, using generator: inout Generator) -> Matrix {
        Matrix(unsafeUninitializedRows: rows, columns: columns) { generator.fillWithGaussians($0) }
    }

    /// A matrix of independent fair signs, 1 or −1.
    public static func signs(rows: Int, columns: Int, using generator: inout Generator) -> Matrix {
        let signs = generator.signs(rows * columns)
        return Matrix(unsafeUninitializedRows: rows, columns: columns) {
            _ = $0.initialize(fromContentsOf: signs)
        }
    }
}
