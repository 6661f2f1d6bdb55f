import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct Values: Decodable {
    struct Case: Decodable {
        let data: String
        let penalty, intercept: Double
        let weights, scores: [Double]
        let correct: Int
    }
    let cases: [Case]
}

private func standardized(_ name: String) throws -> Dataset {
    let data =
        try name == "german-credit" ? Dataset.germanCredit(in: bookData) : Dataset.breastCancer(in: bookData)
    return try Standardization(fittedTo: data).apply(to: data)
}

@Suite("LogisticRegression")
struct LogisticRegressionTests {
    @Test("LogisticRegression: the minimum that scikit-learn finds")
    func scikitLearn() throws {
        let values: Values = try reference("logistic")
        #expect(values.cases.count == 6)
        for value in values.cases {
            let data = try standardized(value.data)
            let model = try LogisticRegression(penalty: value.penalty).fit(data)
            #expect(
                (model.weights - Vector(value.weights)).normInfinity < 1e-6, "\(value.data) \(value.penalty)")
            #expect(abs(model.intercept - value.intercept) < 1e-6)
            let scores = model.decision(data.features.rows(0..<5))
            #expect((scores - Vector(value.scores)).normInfinity < 1e-5)
            #expect(model.accuracy(on: data) == Proportion(successes: value.correct, trials: data.count))
        }
    }

    @Test("LogisticRegression: without columns to use, the intercept is the log-odds")
    func logOdds() throws {
        let labels: [Label] = Array(repeating: .positive, count: 30) + Array(repeating: .negative, count: 10)
        let data = try Dataset(features: .zeros(rows: 40, columns: 2), labels: labels)
        let model = try LogisticRegression(penalty: 1).fit(data)
        #expect(abs(model.intercept - log(3)) < 1e-9)
        #expect(model.weights == [0, 0])
    }

    @Test("LogisticRegression: at the minimum, changes of any weight raise the loss")
    func minimum() throws {
        let data = try standardized("breast-cancer")
        let model = try LogisticRegression(penalty: 2).fit(data)
        let loss = { (model: LinearClassifier) in
            zip(model.decision(data.features), data.labels).reduce(model.weights.dot(model.weights)) {
                $0 + log1p(exp(-$1.1.sign * $1.0))
            }
        }
        let least = loss(model)
        for index in 0..<30 {
            for step in [-1e-3, 1e-3] {
                var weights = model.weights
                weights[index] += step
                #expect(loss(LinearClassifier(weights: weights, intercept: model.intercept)) > least)
            }
        }
    }

    @Test(
        "LogisticRegression: data that cannot be fitted are refused with a reason",
        arguments: [
            ([], [], 1, "the training data have no rows"),
            (
                [[1], [2]], [.positive, .positive], 1,
                "all 2 rows of the training data are of the class '1', expected rows of both classes"
            ),
            (
                [[1, 1], [2, 2], [3, 3], [4, 4]], [.positive, .negative, .positive, .negative], 0,
                "the Hessian of 3 × 3 is singular: columns are linearly dependent; use a penalty above 0"
            ),
        ] as [([[Double]], [Label], Double, String)])
    func refused(rows: [[Double]], labels: [Label], penalty: Double, message: String) throws {
        let data = try Dataset(features: Matrix(rows: rows), labels: labels)
        let error = #expect(throws: TrainingError.self) { try LogisticRegression(penalty: penalty).fit(data) }
        #expect(error?.description == message)
    }

    @Test("LogisticRegression: separable classes without a penalty have no minimum")
    func separable() throws {
        let data = try Dataset(features: [[-1], [1]], labels: [.negative, .positive])
        let trainer = LogisticRegression(penalty: 0, maximumIterations: 10)
        let error = #expect(throws: TrainingError.self) { try trainer.fit(data) }
        guard case .notConverged(let iterations, _, _) = error else {
            Issue.record("\(error as Any)")
            return
        }
        #expect(iterations == 10)
    }
}

@Suite("Classifiers")
struct ClassifierTests {
    let model = LinearClassifier(weights: [1, -2], intercept: 0.5, inputNames: ["age", "debt"])

    @Test("LinearClassifier: scores, labels and the sign of 0")
    func scores() {
        #expect(model.decision([[1, 1], [3, 1], [1.5, 1]]) == [-0.5, 1.5, 0])
        #expect(model.predict([[1, 1], [3, 1], [1.5, 1]]) == [.negative, .positive, .positive])
        #expect(model.predict([.nan, 1]) == .negative)
        #expect(model.decision([3, 1]) == 1.5)
    }

    @Test("Classifiers: the description shows every number")
    func descriptions() {
        #expect(model.description == "score = 0.5\n    + 1.0 · age\n    − 2.0 · debt")
        let scaling = Standardization(fittedTo: [[0, 1], [2, 3]])
        #expect(
            StandardizedClassifier(scaling, then: model).description == """
                first, for each input:
                    z1 = (x1 − 1.0) / 1.0
                    z2 = (x2 − 2.0) / 1.0
                then, of z:
                score = 0.5
                    + 1.0 · age
                    − 2.0 · debt
                """)
    }

    @Test("StandardizedClassifier: is the model of the scaled points, also after JSON")
    func standardized() throws {
        var generator = Generator(seed: "rows")
        let rows = Matrix.gaussian(rows: 1300, columns: 2, using: &generator)
        let scaling = Standardization(fittedTo: rows)
        let whole = StandardizedClassifier(scaling, then: model)
        #expect(whole.decision(rows) == model.decision(scaling.apply(to: rows)))
        let copy = try JSONDecoder().decode(
            StandardizedClassifier<LinearClassifier>.self, from: JSONEncoder().encode(whole))
        #expect(copy == whole)
    }

    @Test("Classifiers: points of wrong length stop the program with both numbers")
    func wrongLength() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LinearClassifier(weights: [1, -2]).predict([1, 2, 3])
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("matrix has 3 columns, expected 2 (the inputs of the model)"))
    }

    @Test("ConfusionTable: counts, accuracy, recall and text")
    func confusion() {
        let table = ConfusionTable(
            predicted: [.positive, .positive, .negative, .negative, .positive],
            actual: [.positive, .negative, .negative, .positive, .positive],
            classNames: ClassNames(negative: "Bad", positive: "Good"))
        #expect(table.truePositives == 2 && table.falsePositives == 1)
        #expect(table.accuracy == Proportion(successes: 3, trials: 5))
        #expect(table.recall(of: .positive) == Proportion(successes: 2, trials: 3))
        #expect(table.recall(of: .negative) == Proportion(successes: 1, trials: 2))
        #expect(
            table.description == """
                      taken for Good  taken for Bad
                Good               2              1
                 Bad               1              1
                """)
    }
}
