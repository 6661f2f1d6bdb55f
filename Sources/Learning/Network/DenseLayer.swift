import CallSites
import LinearAlgebra

/// One layer of a network, before its activation: z = W a + c.
public struct DenseLayer: Hashable, Sendable, Codable {
    /// W: outputs × inputs, the weights of one unit a row.
    public var weights: Matrix<Double>
    /// c: one bias a unit.
    public var biases: Vector<Double>

    public init(
        weights: Matrix<Double>, biases: Vector<Double>, file: StaticString = #file, line: UInt = #line
    ) {
        require(
            biases.count == weights.rowCount,
            "\(biases.count) biases for weights in a matrix of \(weights.shape)", file, line)
        self.weights = weights
        self.biases = biases
    }

    public var inputCount: Int { weights.columnCount }
    public var outputCount: Int { weights.rowCount }

    /// z of each row: n × inputs, n × outputs.
    package func outputs(_ rows: Matrix<Double>) -> Matrix<Double> {
        var result = rows * weights.transposed
        let width = outputCount
        result.withUnsafeMutableBufferPointer { result in
            biases.withUnsafeBufferPointer { biases in
                for start in stride(from: 0, to: result.count, by: max(1, width)) {
                    for unit in 0..<width { result[start + unit] += biases[unit] }
                }
            }
        }
        return result
    }
}
