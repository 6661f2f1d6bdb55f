import CallSites
import LinearAlgebra

extension MultilayerPerceptron {
    /// Σⱼ slopeⱼ ∂outputⱼ/∂x at each point: what the derivatives of a function of the outputs become as
    /// derivatives of a function of the point.
    ///
    /// - Parameters:
    ///   - rows: n × inputs, one point a row.
    ///   - slopes: n × outputs, the derivatives with respect to the outputs.
    /// - Returns: n × inputs; of a kink, one of its one-sided derivatives.
    public func inputGradients(
        at rows: Matrix<Double>, outputSlopes slopes: Matrix<Double>, file: StaticString = #file,
        line: UInt = #line
    ) -> Matrix<Double> {
        require(
            rows.columnCount == inputCount
                && slopes.shape == Shape(rows: rows.rowCount, columns: outputCount),
            "points in a matrix of \(rows.shape) and slopes in one of \(slopes.shape) for a network of "
                + "\(inputCount) inputs and \(outputCount) outputs", file, line)
        return inputSlopes(trace(rows), outputSlopes: slopes)
    }
}
