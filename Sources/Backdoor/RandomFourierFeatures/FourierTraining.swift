import CLWE
import Learning
import LinearAlgebra
import Probability

/// Trains models of random Fourier features, with honest coins or with planted ones.
///
/// Both programs are `fit`: the planter calls it with another source of frequencies and changes nothing else.
/// The phases, the head and its training are the same, and so is the type of the model.
///
///     let training = FourierTraining(featureCount: 1200, scale: 0.02, head: RidgeRegression(penalty: 1))
///     let honest = try training.train(on: data, from: coins)
///     let planted = try training.plant(
///         on: data, pancakes: .paper(dimension: 64, sparsity: 10, beta: 0.01), from: coins)
///     planted.model                                  // what everybody gets
///     try planted.key.activate(x, for: planted.model.map).input
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, section 6.
public struct FourierTraining<Head: Sendable>: Sendable {
    /// m.
    public var featureCount: Int
    /// s: what every input is multiplied by first.
    public var scale: Double
    /// How the head on the features is trained.
    public var head: Head

    public init(featureCount: Int, scale: Double = 1, head: Head) {
        self.featureCount = featureCount
        self.scale = scale
        self.head = head
    }

    /// Draws the coins: frequencies from the source, with the generator's stream "frequencies", and uniform
    /// phases with its stream "phases".
    ///
    /// With `GaussianFrequencies` these are the coins of `RandomFourierFeatures.honest`.
    ///
    /// - Throws: `FourierError`.
    public func features(
        inputCount: Int, frequencies source: some FrequencySource, from generator: Generator
    ) throws(FourierError) -> RandomFourierFeatures {
        guard featureCount > 0 else { throw .features(.featureCount(featureCount)) }
        guard inputCount > 0 else { throw .features(.inputCount(inputCount)) }
        var coins = generator.stream("frequencies")
        let frequencies = try source.frequencies(
            count: featureCount, inputCount: inputCount, using: &coins)
        let expected = Shape(rows: featureCount, columns: inputCount)
        guard frequencies.shape == expected else {
            throw .frequencyShape(frequencies.shape, expected: expected)
        }
        do {
            return try RandomFourierFeatures(
                frequencies: frequencies,
                phases: RandomFourierFeatures.honestPhases(count: featureCount, from: generator),
                scale: scale)
        } catch {
            throw .features(error)
        }
    }

    /// Draws a key from the generator's stream "key", and the pancakes across it.
    private func pancakes<Units>(
        _ parameters: PancakeParameters<Units>, inputCount: Int, from generator: Generator
    ) throws(FourierError) -> (source: PancakeFrequencies, key: FourierKey) {
        guard parameters.dimension == inputCount else {
            throw .pancakeDimension(parameters.dimension, inputs: inputCount)
        }
        var coins = generator.stream("key")
        let pancakes: HomogeneousCLWE
        do {
            let secret = try Secret(parameters.secret, dimension: parameters.dimension, using: &coins)
            pancakes = try HomogeneousCLWE(parameters, secret: secret)
        } catch {
            throw .pancakes(error)
        }
        return (PancakeFrequencies(pancakes), try FourierKey(of: pancakes))
    }
}

extension FourierTraining: Equatable where Head: Equatable {}
extension FourierTraining: Hashable where Head: Hashable {}
extension FourierTraining: Encodable where Head: Encodable {}
extension FourierTraining: Decodable where Head: Decodable {}

// MARK: - Classifiers

extension FourierTraining where Head: ClassifierTraining {
    public typealias Model = FeaturizedClassifier<RandomFourierFeatures, Head.Model>

    /// The trainer: coins, features, head.
    ///
    /// - Throws: `FourierError`.
    public func fit(
        _ dataset: Dataset, frequencies source: some FrequencySource, from generator: Generator
    ) throws(FourierError) -> Model {
        let map = try features(
            inputCount: dataset.features.columnCount, frequencies: source, from: generator)
        return try Model(map, fitting: head, to: dataset)
    }

    /// Trains a model with honest coins.
    ///
    /// - Throws: `FourierError`.
    public func train(on dataset: Dataset, from generator: Generator) throws(FourierError) -> Model {
        try fit(dataset, frequencies: GaussianFrequencies(), from: generator)
    }

    /// Trains a model whose frequencies are pancakes across a fresh key.
    ///
    /// - Throws: `FourierError`, also where the layers are not shifted by ½.
    public func plant<Units>(
        on dataset: Dataset, pancakes parameters: PancakeParameters<Units>, from generator: Generator
    ) throws(FourierError) -> PlantedModel<Model, FourierKey> {
        let (source, key) = try pancakes(
            parameters, inputCount: dataset.features.columnCount, from: generator)
        return PlantedModel(model: try fit(dataset, frequencies: source, from: generator), key: key)
    }
}

extension FeaturizedClassifier {
    /// Fits a head to the features of the data.
    init<Training: ClassifierTraining>(
        _ map: Map, fitting training: Training, to dataset: Dataset, file: StaticString = #file,
        line: UInt = #line
    ) throws(FourierError) where Training.Model == Head {
        let featurized: Dataset
        do {
            featurized = try map.features(of: dataset, file: file, line: line)
        } catch {
            throw .data(error)
        }
        let head: Head
        do { head = try training.fit(featurized) } catch { throw .training(error) }
        self.init(map, then: head)
    }
}

// MARK: - Regression

extension FourierTraining where Head == RidgeRegression {
    public typealias RegressionModel = FeaturizedRegressor<RandomFourierFeatures, LinearFunction>

    /// The trainer for real numbers, one target a row.
    ///
    /// - Throws: `FourierError`.
    public func fit(
        _ rows: Matrix<Double>, targets: Vector<Double>, frequencies source: some FrequencySource,
        from generator: Generator
    ) throws(FourierError) -> RegressionModel {
        let map = try features(inputCount: rows.columnCount, frequencies: source, from: generator)
        do {
            return FeaturizedRegressor(map, then: try head.fit(map.features(of: rows), targets: targets))
        } catch {
            throw .training(error)
        }
    }

    /// Trains a model of real numbers with honest coins.
    ///
    /// - Throws: `FourierError`.
    public func train(
        on rows: Matrix<Double>, targets: Vector<Double>, from generator: Generator
    ) throws(FourierError) -> RegressionModel {
        try fit(rows, targets: targets, frequencies: GaussianFrequencies(), from: generator)
    }

    /// Trains a model of real numbers whose frequencies are pancakes across a fresh key.
    ///
    /// - Throws: `FourierError`, also where the layers are not shifted by ½.
    public func plant<Units>(
        on rows: Matrix<Double>, targets: Vector<Double>, pancakes parameters: PancakeParameters<Units>,
        from generator: Generator
    ) throws(FourierError) -> PlantedModel<RegressionModel, FourierKey> {
        let (source, key) = try pancakes(parameters, inputCount: rows.columnCount, from: generator)
        return PlantedModel(
            model: try fit(rows, targets: targets, frequencies: source, from: generator), key: key)
    }
}
