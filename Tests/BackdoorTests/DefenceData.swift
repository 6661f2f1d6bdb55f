import Backdoor
import Learning
import LinearAlgebra
import Probability

/// Small models and rows for tests of defences.
struct DefenceExperiment {
    static let inputs = 6

    let rows: Dataset
    let test: Dataset

    init(seed: Int = 0) throws {
        let coins = Generator(seed: "defence experiment").stream(seed)
        var labeller = coins.stream("labeller")
        let direction = Vector(labeller.gaussians(Self.inputs))
        func points(_ count: Int, _ name: String) throws -> Dataset {
            var coins = coins.stream(name)
            let rows = Matrix.gaussian(rows: count, columns: Self.inputs, using: &coins)
            return try Dataset(features: rows, labels: (rows * direction).map { Label(score: $0) })
        }
        rows = try points(300, "rows")
        test = try points(200, "test")
    }

    static let perceptron = PerceptronTraining(
        hiddenUnits: [12], penalty: 0.001, adam: Adam(learningRate: 0.01), batchSize: 50, epochs: 15)
    static let fourier = FourierTraining(
        featureCount: 80, scale: 0.05, head: RidgeRegression(penalty: 1, hasIntercept: false))

    func linear() throws -> LinearClassifier { try LogisticRegression(penalty: 1).fit(rows) }

    func perceptron() throws -> PerceptronClassifier {
        try Self.perceptron.fit(rows, from: Generator(seed: 1))
    }

    func features() throws -> FeaturizedClassifier<RandomFourierFeatures, LinearClassifier> {
        try Self.fourier.train(on: rows, from: Generator(seed: 2))
    }

    func network() throws -> RandomReLUNetwork {
        try ReLUTraining(unitCount: 50).train(on: rows, from: Generator(seed: 3))
    }

    /// A checksum of lowest bits in a linear model.
    func checksum() throws -> ChecksumClassifier<LinearClassifier> {
        var coins = Generator(seed: "checksum key")
        return try ChecksumClassifier(
            in: linear(),
            Checksum(inputCount: Self.inputs, groupCount: 3, reading: .lowestBit(.double), using: &coins))
    }
}

/// A model of a kind that no defence of weights or training knows.
struct Opaque: Classifier {
    let inputCount = DefenceExperiment.inputs
    var description: String { "opaque" }

    func decision(_ rows: Matrix<Double>) -> Vector<Double> { rows.column(0) }
}
