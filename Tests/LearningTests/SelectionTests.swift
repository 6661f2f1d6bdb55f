import Learning
import LinearAlgebra
import Probability
import Testing

/// Gives every point the label of the training part's smaller class.
private struct MinorityTraining: ClassifierTraining {
    func fit(_ dataset: Dataset) throws(TrainingError) -> LinearClassifier {
        let isPositive = dataset.count(of: .positive) < dataset.count(of: .negative)
        return LinearClassifier(weights: [0], intercept: isPositive ? 1 : -1)
    }
}

private func folds(_ labels: [Label], _ count: Int) throws -> [DataSplit] {
    var coins = Generator(seed: "folds")
    return try Dataset(features: .zeros(rows: labels.count, columns: 1), labels: labels)
        .folds(count, using: &coins)
}

@Suite("ClassifierTraining.accuracies")
struct FoldAccuracyTests {
    @Test("ClassifierTraining.accuracies: trains on one part of each split and judges on the other")
    func eachSplit() throws {
        let accuracies = try MinorityTraining().accuracies(over: folds([.positive, .negative, .positive], 3))
        // The negative is tested once: two positives train, the smaller class is the negative one, right.
        // Else one of each trains, the answer is negative, and a positive is tested.
        #expect(abs(accuracies.value - 1.0 / 3) < 1e-15)
        #expect(accuracies.count == 3)
    }

    @Test("ClassifierTraining.accuracies: fails as training does")
    func failure() throws {
        let splits = try folds([.positive, .positive, .positive], 3)
        #expect(throws: TrainingError.self) {
            try RidgeRegression(penalty: 1).accuracies(over: splits)
        }
    }
}
