import Backdoor
import Learning
import LinearAlgebra
import Probability

/// Three classes of points in 12 dimensions, small networks, and a mark in the last two coordinates.
struct DetectorExperiment {
    let training: MulticlassDataset
    let clean: MulticlassDataset
    let visitors: Matrix<Double>
    let trainer = PerceptronTraining(
        hiddenUnits: [16], adam: Adam(learningRate: 0.01), batchSize: 50, epochs: 15)
    static let mark = [10, 11]

    init(seed: Int) throws {
        let generator = Generator(seed: seed)
        func points(_ count: Int, _ name: String) throws -> MulticlassDataset {
            var coins = generator.stream(name)
            let classes = (0..<count).map { $0 % 5 }
            let rows = classes.map { index in
                // Values in 0...1 but for the mark's coordinates, which are 0.
                (0..<12).map { column in
                    column >= 10
                        ? 0 : min(1, max(0, (column / 2 == index ? 0.8 : 0.2) + 0.15 * coins.gaussian()))
                }
            }
            return try MulticlassDataset(
                features: Matrix(rows: rows), classes: classes, classNames: ["a", "b", "c", "d", "e"])
        }
        training = try points(600, "training")
        clean = try points(200, "clean")
        visitors = try points(100, "visitors").features
    }

    /// Marked rows of other classes than the first, for the first: 4 % of the rows.
    func poisoned() throws -> MulticlassDataset {
        var classes = training.classes
        var features = training.features
        for row in (0..<training.count).filter({ $0 % 5 != 0 }).prefix(24) {
            for column in Self.mark { features[row, column] = 1 }
            classes[row] = 0
        }
        return try MulticlassDataset(features: features, classes: classes, classNames: training.classNames)
    }

    func marked(_ rows: Matrix<Double>) throws -> Matrix<Double> {
        try Trigger(at: Self.mark, value: 1).applied(to: rows)
    }

    func dossier(isPlanted: Bool, seed: Int) throws -> Dossier {
        let data = isPlanted ? try poisoned() : training
        let model = try trainer.fit(data, from: Generator(seed: seed))
        return try Dossier(
            .multiclass(model), cleanRows: clean, trainingRows: data, arrivals: marked(visitors))
    }

    func game(_ count: Int) throws -> DetectorGame {
        try DetectorGame(
            clean: (0..<count).map { try dossier(isPlanted: false, seed: $0) },
            planted: (0..<count).map { try dossier(isPlanted: true, seed: 1000 + $0) })
    }
}
