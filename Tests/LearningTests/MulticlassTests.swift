import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("Several classes")
struct MulticlassTests {
    let corners = try? MulticlassDataset(
        features: [[0, 0], [0.1, 0], [5, 0], [5.1, 0.1], [0, 5], [0.1, 5.2]], classes: [0, 0, 1, 1, 2, 2],
        classNames: ["origin", "right", "top"])

    @Test("OneVersusRest: each class against the others, by any training of two classes")
    func oneVersusRest() throws {
        let corners = try #require(corners)
        let ridge = try OneVersusRest(training: RidgeRegression(penalty: 0.1), on: corners)
        let logistic = try OneVersusRest(training: LogisticRegression(penalty: 0.1), on: corners)
        let kernel = try OneVersusRest(
            training: KernelRidge(kernel: GaussianKernel(bandwidth: 2), penalty: 0.1), on: corners)
        #expect(ridge.predict(corners.features) == corners.classes)
        #expect(logistic.predict(corners.features) == corners.classes)
        #expect(kernel.predict(corners.features) == corners.classes)
        #expect(ridge.predict([4, 1]) == 1)
        let right = try RidgeRegression(penalty: 0.1).fit(corners.labelled(as: 1))
        #expect(ridge.models[1] == right)
        #expect(ridge.decision(corners.features).column(1) == right.decision(corners.features))
        #expect(
            corners.labelled(as: 1).description == "6 rows × 2 columns: 2 right, 4 not right")
    }

    @Test("MulticlassConfusion: counts, recall and text")
    func confusion() throws {
        let corners = try #require(corners)
        // The score of each class is fixed: every point is taken for the one whose weight is largest.
        let layer = DenseLayer(weights: [[0, 0], [1, 0], [0, 0.5]], biases: [0.2, 0, 0])
        let model = MulticlassPerceptron(MultilayerPerceptron(layers: [layer], activation: .relu))
        let table = MulticlassConfusion(model, on: corners)
        #expect(table.accuracy == Proportion(successes: 6, trials: 6))
        let layer2 = DenseLayer(weights: [[0, 0], [1, 0], [0, 0]], biases: [0.2, 0, 0])
        let worse = MulticlassConfusion(
            MulticlassPerceptron(MultilayerPerceptron(layers: [layer2], activation: .relu)), on: corners)
        #expect(worse.counts == [[2, 0, 0], [0, 2, 0], [2, 0, 0]])
        #expect(worse.recall(of: 2) == Proportion(successes: 0, trials: 2))
        #expect(
            worse.description == """
                        origin  right  top
                origin       2      0    0
                 right       0      2    0
                   top       2      0    0
                """)
    }

    @Test("MulticlassClassifier: of equal scores the first class")
    func ties() {
        let layer = DenseLayer(weights: [[1], [1], [0]], biases: [0, 0, 0])
        let model = MulticlassPerceptron(MultilayerPerceptron(layers: [layer], activation: .relu))
        #expect(model.predict([[1], [0], [-1]]) == [0, 0, 2])
    }

    @Test("MulticlassDataset: classes without a name or without rows are refused")
    func refused() throws {
        let unnamed = #expect(throws: DataError.self) {
            try MulticlassDataset(features: [[1], [2]], classes: [0, 2], classNames: ["a", "b"])
        }
        #expect(unnamed?.description == "row 1 has the class 2, expected 0 to 1 (there are 2 class names)")
        let data = try MulticlassDataset(features: [[1], [2]], classes: [0, 0], classNames: ["a", "b"])
        let empty = #expect(throws: TrainingError.self) {
            try OneVersusRest(training: RidgeRegression(penalty: 1), on: data)
        }
        #expect(
            empty?.description
                == "none of the 2 rows of the training data are of the class 'b', expected some of each")
    }

    @Test("MulticlassDataset: from CSV, with classes in the given order")
    func csv() throws {
        let table = try CSVTable(text: "x,kind\n1,b\n2,c\n3,a\n", file: "k.csv")
        let data = try MulticlassDataset(table: table, classColumn: "kind", classNames: ["a", "b", "c"])
        #expect(data.classes == [1, 2, 0])
        #expect(data.features == [[1], [2], [3]])
        let error = #expect(throws: DataError.self) {
            try MulticlassDataset(table: table, classColumn: "kind", classNames: ["a", "b"])
        }
        #expect(
            error?.description == "k.csv:3:3: 'c' is not a class, in column 'kind'; expected 'a' or 'b'")
    }

    @Test("MulticlassDataset: a split keeps the share of each class, and every row once")
    func split() throws {
        let data = try MulticlassDataset.digits(in: bookData)
        var generator = Generator(seed: "split")
        let split = data.split(testShare: 0.25, using: &generator)
        #expect(split.training.count + split.test.count == 1797)
        for digit in 0..<10 {
            let (all, test) = (data.classes.count { $0 == digit }, split.test.classes.count { $0 == digit })
            #expect(abs(0.25 * Double(all) - Double(test)) <= 0.5)
        }
    }

    @Test("Dataset: every row is the test of one fold, and classes are shared out evenly")
    func folds() throws {
        let data = try Dataset.germanCredit(in: bookData)
        var generator = Generator(seed: "folds")
        let folds = try data.folds(7, using: &generator)
        #expect(folds.count == 7)
        #expect(folds.reduce(0) { $0 + $1.test.count } == 1000)
        for fold in folds {
            #expect(fold.training.count + fold.test.count == 1000)
            #expect((142...143).contains(fold.test.count))
            #expect((42...43).contains(fold.test.count(of: .negative)))
        }
        let error = #expect(throws: DataError.self) { try data.folds(1, using: &generator) }
        #expect(error?.description == "1 folds of 1000 rows were asked for, expected 2 to 1000")
    }
}
