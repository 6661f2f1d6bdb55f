import CallSites
import LinearAlgebra

/// A network of layers, each fully connected to the next: hidden units have an activation, outputs have none.
public struct MultilayerPerceptron: Hashable, Sendable, Codable {
    /// From the input to the output; at least one.
    public private(set) var layers: [DenseLayer]
    public let activation: NetworkActivation

    public init(
        layers: [DenseLayer], activation: NetworkActivation, file: StaticString = #file, line: UInt = #line
    ) {
        require(!layers.isEmpty, "a network of 0 layers, expected at least 1", file, line)
        for (index, (layer, next)) in zip(layers, layers.dropFirst()).enumerated() {
            require(
                layer.outputCount == next.inputCount,
                "layer \(index + 1) has \(layer.outputCount) outputs, layer \(index + 2) has "
                    + "\(next.inputCount) inputs", file, line)
        }
        self.layers = layers
        self.activation = activation
    }

    public var inputCount: Int { layers[0].inputCount }
    public var outputCount: Int { layers[layers.count - 1].outputCount }
    /// The number of weights and biases.
    public var parameterCount: Int { layers.reduce(0) { $0 + $1.weights.rowCount * ($1.inputCount + 1) } }

    /// The outputs of each point: n × inputs, n × outputs.
    public func outputs(
        of rows: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> Matrix<Double> {
        requireInputs(rows, file, line)
        var values = rows
        for (index, layer) in layers.enumerated() {
            values = layer.outputs(values)
            if index < layers.count - 1 { activation.apply(to: &values) }
        }
        return values
    }

    /// The outputs of every hidden layer for each point: n × units, from the first layer on.
    public func hiddenOutputs(
        of rows: Matrix<Double>, file: StaticString = #file, line: UInt = #line
    ) -> [Matrix<Double>] {
        requireInputs(rows, file, line)
        return Array(trace(rows).dropFirst().dropLast())
    }

    /// The points, the outputs of each hidden layer, the outputs of the network.
    func trace(_ rows: Matrix<Double>) -> [Matrix<Double>] {
        var values = [rows]
        for (index, layer) in layers.enumerated() {
            var next = layer.outputs(values[index])
            if index < layers.count - 1 { activation.apply(to: &next) }
            values.append(next)
        }
        return values
    }

    /// Changes layers in place; their shapes must stay.
    mutating func updateLayers(_ update: (Int, inout DenseLayer) -> Void) {
        for index in layers.indices { update(index, &layers[index]) }
    }

    private func requireInputs(_ rows: Matrix<Double>, _ file: StaticString, _ line: UInt) {
        require(
            rows.columnCount == inputCount,
            "matrix of \(rows.shape) has \(rows.columnCount) columns, expected \(inputCount) "
                + "(the inputs of the network)", file, line)
    }
}

extension MultilayerPerceptron: CustomStringConvertible {
    /// All weights and biases, one unit a line.
    public var description: String {
        let lines = layers.enumerated().flatMap { index, layer in
            let name = index < layers.count - 1 ? "hidden layer \(index + 1), \(activation)" : "output layer"
            let units = (0..<layer.outputCount).map { unit in
                let weights = layer.weights.row(unit).map { "\($0)" }.joined(separator: ", ")
                return "    \(layer.biases[unit]) + ⟨(\(weights)), ·⟩"
            }
            return ["\(name): \(layer.inputCount) inputs, \(layer.outputCount) units"] + units
        }
        return lines.joined(separator: "\n")
    }
}
