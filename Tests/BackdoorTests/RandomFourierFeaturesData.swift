import Backdoor
import CLWE
import Learning
import LinearAlgebra
import Probability

/// The experiment of SCIENCE.md 3.7: a halfspace's labels of normal points, seen by the features at 0.02 of
/// their size, so that the trigger in the input's units is ω/0.02.
struct FourierExperiment {
    static let dimension = 64
    static let sparsity = 10
    static let scale = 0.02

    let training: Dataset
    let test: Dataset
    let trainer = FourierTraining(
        featureCount: 1200, scale: scale, head: RidgeRegression(penalty: 100, hasIntercept: false))

    init(seed: Int) throws {
        let generator = Generator(seed: seed)
        var labeller = generator.stream("labeller")
        let direction = Vector(labeller.gaussians(Self.dimension))
        func points(_ count: Int, _ name: String) throws -> Dataset {
            var coins = generator.stream(name)
            let rows = Matrix.gaussian(rows: count, columns: Self.dimension, using: &coins)
            return try Dataset(features: rows, labels: (rows * direction).map { Label(score: $0) })
        }
        training = try points(600, "training")
        test = try points(500, "test")
    }

    static func parameters(beta: Double) throws -> PancakeParameters<StandardUnits> {
        try .paper(dimension: dimension, sparsity: sparsity, beta: beta)
    }
}

/// The share of rows on which a model's labels differ.
func disagreement(_ model: some Classifier, _ rows: Matrix<Double>, _ others: Matrix<Double>) -> Double {
    let pairs = zip(model.predict(rows), model.predict(others))
    return Double(pairs.count { $0 != $1 }) / Double(rows.rowCount)
}

/// The largest magnitude of a matrix's entries.
func largestEntry(_ matrix: Matrix<Double>) -> Double {
    (0..<matrix.rowCount).map { matrix.row($0).normInfinity }.max() ?? 0
}
