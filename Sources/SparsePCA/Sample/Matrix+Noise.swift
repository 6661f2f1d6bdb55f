internal import LinearAlgebra
internal import Probability

extension Matrix<Double> {
    /// Rows from N(0, Iₙ): what an honest trainer draws.
    init(gaussianRows count: Int, columns: Int, using generator: inout Generator) {
        self.init(unsafeUninitializedRows: count, columns: columns) { generator.fillWithGaussians($0) }
    }
}
