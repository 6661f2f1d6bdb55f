import CallSites
import LinearAlgebra

extension MultilayerPerceptron {
    /// The same function of points in the span of given rows, with the smallest first weights that compute it.
    ///
    /// What a unit of the first layer weighs across all rows meets no data: training does not move it, and it
    /// stays as it was first drawn unless a penalty takes it away. Here it is taken away at once.
    ///
    /// - Parameter rows: n × inputs, such as the training data.
    /// - Throws: `MatrixError` for rows that are not finite, or where the decomposition does not converge.
    public func restricted(
        toSpanOf rows: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) throws(MatrixError) -> MultilayerPerceptron {
        require(
            rows.columnCount == inputCount,
            "matrix of \(rows.shape) has \(rows.columnCount) columns, expected \(inputCount) "
                + "(the inputs of the network)", file, line)
        let decomposition = try SVD(rows)
        let basis = decomposition.rightTransposed.rows(0..<decomposition.rank)
        var restricted = self
        restricted.updateLayers { index, layer in
            if index == 0 { layer.weights = (layer.weights * basis.transposed) * basis }
        }
        return restricted
    }
}
