import CallSites
import LinearAlgebra

/// A network of one output as a classifier: the output is the score, the log-odds of the positive class.
public struct PerceptronClassifier: Classifier, Hashable, Codable {
    public let network: MultilayerPerceptron

    public init(_ network: MultilayerPerceptron, file: StaticString = #file, line: UInt = #line) {
        require(
            network.outputCount == 1, "a network of \(network.outputCount) outputs, expected 1", file, line)
        self.network = network
    }

    public var inputCount: Int { network.inputCount }

    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return rows.inBlocks(of: 1024) { network.outputs(of: $0).column(0) }
    }

    public var description: String { "\(network)" }
}

/// A network of one output a class: the class of the largest output.
public struct MulticlassPerceptron: MulticlassClassifier, Hashable, Codable {
    public let network: MultilayerPerceptron

    public init(_ network: MultilayerPerceptron) {
        self.network = network
    }

    public var inputCount: Int { network.inputCount }
    public var classCount: Int { network.outputCount }

    public func decision(_ rows: Matrix<Double>) -> Matrix<Double> { network.outputs(of: rows) }

    public var description: String { "\(network)" }
}
