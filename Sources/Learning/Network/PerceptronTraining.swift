import CallSites
import LinearAlgebra
import Probability

/// Trains a multilayer perceptron by Adam on minibatches.
///
/// Minimises the mean loss plus (penalty / 2) Σ W². The same data and the same generator give the same network:
/// first weights come from the generator's stream "weights", the order of the rows from its stream "order".
/// First weights and biases are uniform in ±√(6 / (inputs + outputs)) of a layer (Glorot and Bengio 2010).
/// scikit-learn's `MLPClassifier` has the same losses, rates and first weights, with alpha / batch size for the
/// penalty.
public struct PerceptronTraining: Hashable, Sendable, Codable {
    /// The units of each hidden layer.
    public var hiddenUnits: [Int]
    public var activation: NetworkActivation
    /// At least 0.
    public var penalty: Double
    public var adam: Adam
    /// The points of one step; the last batch of an epoch may be smaller.
    public var batchSize: Int
    /// How often each point is used.
    public var epochs: Int

    /// Sizes below 1, a penalty below 0 or a rate that is not above 0 are thrown by `fit`, not here.
    public init(
        hiddenUnits: [Int], activation: NetworkActivation = .relu, penalty: Double = 0, adam: Adam = Adam(),
        batchSize: Int = 200, epochs: Int = 100
    ) {
        self.hiddenUnits = hiddenUnits
        self.activation = activation
        self.penalty = penalty
        self.adam = adam
        self.batchSize = batchSize
        self.epochs = epochs
    }

    /// Trains a network of one output to tell two classes apart.
    ///
    /// - Parameter afterEpoch: is told the number of the epoch, from 1, and the mean loss over its batches.
    /// - Throws: `TrainingError`.
    public func fit(
        _ dataset: Dataset, from generator: Generator, afterEpoch: (Int, Double) -> Void = { _, _ in }
    ) throws(TrainingError) -> PerceptronClassifier {
        try fit(dataset, from: generator, afterEpoch: afterEpoch) { _, rows, _ in rows }
    }

    /// The same on points that are changed before each step.
    ///
    /// - Parameter change: is told the network before the step, the points of the batch and their labels;
    ///   returns the points on which the step is taken.
    func fit(
        _ dataset: Dataset, from generator: Generator, afterEpoch: (Int, Double) -> Void,
        changing change: (MultilayerPerceptron, Matrix<Double>, [Label]) throws(TrainingError) -> Matrix<
            Double
        >
    ) throws(TrainingError) -> PerceptronClassifier {
        try dataset.requireBothClasses()
        let network = try train(
            firstNetwork(inputs: dataset.features.columnCount, outputs: 1, from: generator),
            dataset.features, .labels(dataset.labels), from: generator, afterEpoch: afterEpoch
        ) { (network, rows, places) throws(TrainingError) in
            try change(network, rows, places.map { dataset.labels[$0] })
        }
        return PerceptronClassifier(network)
    }

    /// Trains a network of one output a class, by softmax and cross-entropy.
    ///
    /// - Parameter afterEpoch: is told the number of the epoch, from 1, and the mean loss over its batches.
    /// - Throws: `TrainingError`, also where a class has no rows.
    public func fit(
        _ dataset: MulticlassDataset, from generator: Generator,
        afterEpoch: (Int, Double) -> Void = { _, _ in }
    ) throws(TrainingError) -> MulticlassPerceptron {
        try dataset.requireAllClasses()
        return MulticlassPerceptron(
            try train(
                firstNetwork(
                    inputs: dataset.features.columnCount, outputs: dataset.classNames.count, from: generator),
                dataset.features, .classes(dataset.classes), from: generator, afterEpoch: afterEpoch))
    }

    /// Goes on training a network from the weights that it has, with moments of the gradient that start anew.
    ///
    /// - Parameter network: with as many outputs as the data have classes, and the hidden layers and the
    ///   activation of this training.
    /// - Throws: `TrainingError`, also for a network of other sizes.
    public func fit(
        _ dataset: MulticlassDataset, continuing network: MultilayerPerceptron, from generator: Generator,
        afterEpoch: (Int, Double) -> Void = { _, _ in }
    ) throws(TrainingError) -> MulticlassPerceptron {
        try dataset.requireAllClasses()
        try requireFit(
            network, inputs: dataset.features.columnCount, outputs: dataset.classNames.count)
        return MulticlassPerceptron(
            try train(
                network, dataset.features, .classes(dataset.classes), from: generator, afterEpoch: afterEpoch)
        )
    }

    /// Goes on training a network of one output from the weights that it has.
    ///
    /// - Throws: as for several classes.
    public func fit(
        _ dataset: Dataset, continuing network: MultilayerPerceptron, from generator: Generator,
        afterEpoch: (Int, Double) -> Void = { _, _ in }
    ) throws(TrainingError) -> PerceptronClassifier {
        try dataset.requireBothClasses()
        try requireFit(network, inputs: dataset.features.columnCount, outputs: 1)
        return PerceptronClassifier(
            try train(
                network, dataset.features, .labels(dataset.labels), from: generator, afterEpoch: afterEpoch))
    }

    private func requireFit(
        _ network: MultilayerPerceptron, inputs: Int, outputs: Int
    ) throws(TrainingError) {
        let sizes = [network.inputCount] + network.layers.map(\.outputCount)
        let expected = [inputs] + hiddenUnits + [outputs]
        guard sizes == expected, network.activation == activation else {
            throw .setting(
                "the network to go on with has layers of \(sizes) and \(network.activation), the training and "
                    + "the data expect \(expected) and \(activation)")
        }
    }

    private func checkSettings() throws(TrainingError) {
        for units in hiddenUnits where units < 1 {
            throw .setting("a hidden layer has \(units) units, expected at least 1")
        }
        if batchSize < 1 { throw .setting("the batch size is \(batchSize), expected at least 1") }
        if epochs < 0 { throw .setting("the number of epochs is \(epochs), expected at least 0") }
        guard adam.learningRate > 0, adam.learningRate.isFinite else {
            throw .setting("the learning rate is \(adam.learningRate), expected a finite number above 0")
        }
        guard penalty >= 0, penalty.isFinite else {
            throw .setting("the penalty is \(penalty), expected a finite number of at least 0")
        }
    }

    private func train(
        _ first: @autoclosure () -> MultilayerPerceptron, _ rows: Matrix<Double>, _ targets: NetworkTargets,
        from generator: Generator, afterEpoch: (Int, Double) -> Void,
        changing change: (MultilayerPerceptron, Matrix<Double>, [Int]) throws(TrainingError) -> Matrix<
            Double
        > = {
            _, rows, _ in rows
        }
    ) throws(TrainingError) -> MultilayerPerceptron {
        // Before the first network, which cannot be made with sizes that are refused.
        try checkSettings()
        var network = first()
        var descent = AdamDescent(network)
        var order = generator.stream("order")
        for epoch in 0..<epochs {
            var sum = 0.0
            let places = order.permutation(targets.count)
            for start in stride(from: 0, to: places.count, by: batchSize) {
                let batch = Array(places[start..<min(places.count, start + batchSize)])
                let (loss, gradient) = network.lossAndGradient(
                    of: try change(network, rows.rows(batch), batch), targets.part(batch), penalty: penalty)
                sum += loss * Double(batch.count)
                descent.move(&network, against: gradient, adam)
            }
            guard sum.isFinite else { throw .notFinite("the loss in epoch \(epoch + 1)") }
            afterEpoch(epoch + 1, sum / Double(targets.count))
        }
        return network
    }

    /// The network before the first step.
    public func firstNetwork(inputs: Int, outputs: Int, from generator: Generator) -> MultilayerPerceptron {
        var coins = generator.stream("weights")
        let sizes = [inputs] + hiddenUnits + [outputs]
        let layers = zip(sizes, sizes.dropFirst()).map { inputs, outputs in
            let bound = (6 / Double(inputs + outputs)).squareRoot()
            let draw = { (count: Int) in coins.uniforms(count).map { (2 * $0 - 1) * bound } }
            let weights = draw(outputs * inputs)
            return DenseLayer(
                weights: Matrix(unsafeUninitializedRows: outputs, columns: inputs) {
                    _ = $0.initialize(fromContentsOf: weights)
                }, biases: Vector(draw(outputs)))
        }
        return MultilayerPerceptron(layers: layers, activation: activation)
    }
}
