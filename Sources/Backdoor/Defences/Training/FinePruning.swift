import Learning
import LinearAlgebra
import Probability

/// Removes the units of the last hidden layer that the defender's rows use least, then goes on training.
///
/// Units that only a trigger wakes are quiet on clean rows.
///
/// Source: Liu, Dolan-Gavitt and Garg 2018 (fine-pruning). They prune until the accuracy falls; the share is
/// fixed here, and the table shows the price.
public struct FinePruning: Defence, Hashable, Codable {
    /// The share of the units that is removed.
    public let share: Double
    /// How the rest is trained afterwards; nothing where there are 0 epochs.
    public let training: PerceptronTraining

    /// - Throws: `DefenceError.setting` unless the share is more than 0 and less than 1.
    public init(share: Double, then training: PerceptronTraining) throws(DefenceError) {
        try DefenceError.check(
            share > 0 && share < 1, "pruning a share of \(share) of the units, expected between 0 and 1")
        self.share = share
        self.training = training
    }

    public var needs: Set<DefenceNeed> { [.rows, .labels, .weights] }
    public var change: DefenceChange { .weights }
    public var evaluations: Int { 1 }
    public var description: String { "pruning \(share), training on" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try require(rows, fit: model)
        guard let perceptron = model as? PerceptronClassifier, perceptron.network.layers.count > 1 else {
            throw .notApplicable(self, model, "only a perceptron with a hidden layer has units to prune")
        }
        let pruned = perceptron.network.pruned(quietest(perceptron.network, on: rows.features))
        do {
            return try training.fit(rows, continuing: pruned, from: generator.stream("fine pruning"))
        } catch {
            throw .training("\(error)")
        }
    }

    /// The units of the last hidden layer with the smallest mean magnitude on the rows.
    private func quietest(_ network: MultilayerPerceptron, on rows: Matrix<Double>) -> [Int] {
        guard let outputs = network.hiddenOutputs(of: rows).last else { return [] }
        let sums = outputs.mapElements(abs).columnSums
        let count = Int((share * Double(sums.count)).rounded())
        return Array(sums.indices.sorted { sums[$0] < sums[$1] }.prefix(count))
    }
}

extension MultilayerPerceptron {
    /// The network without these units of its last hidden layer: what comes into them and goes out is 0, so
    /// units of either activation say 0.
    ///
    /// Of `relu` they stay dead in further training, for its slope at 0 is 0.
    func pruned(_ units: [Int]) -> MultilayerPerceptron {
        guard layers.count > 1 else { return self }
        var layers = layers
        var (hidden, output) = (layers[layers.count - 2], layers[layers.count - 1])
        for unit in units {
            hidden.weights.setRow(unit, to: .zeros(hidden.inputCount))
            hidden.biases[unit] = 0
            for row in 0..<output.outputCount { output.weights[row, unit] = 0 }
        }
        layers[layers.count - 2] = hidden
        layers[layers.count - 1] = output
        return MultilayerPerceptron(layers: layers, activation: activation)
    }
}
