import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct RidgeValues: Decodable {
    struct Case: Decodable {
        let rows: Int
        let penalty, intercept: Double
        let hasIntercept: Bool
        let weights: [Double]
    }
    let features: [[Double]]
    let targets: [Double]
    let cases: [Case]
}

private struct KernelValues: Decodable {
    struct Case: Decodable {
        let bandwidth: Double
        let kernel: [[Double]]
        let coefficients, predictions: [Double]
    }
    let features, others: [[Double]]
    let targets: [Double]
    let penalty: Double
    let cases: [Case]
}

@Suite("Ridge")
struct RidgeTests {
    @Test("RidgeRegression: scikit-learn's weights, for more rows than columns and for fewer")
    func scikitLearn() throws {
        let values: RidgeValues = try reference("ridge")
        let features = try Matrix(rows: values.features)
        #expect(values.cases.count == 8)
        for value in values.cases {
            let model = try RidgeRegression(penalty: value.penalty, hasIntercept: value.hasIntercept).fit(
                features.rows(0..<value.rows), targets: Vector(values.targets).part(0..<value.rows))
            #expect((model.weights - Vector(value.weights)).normInfinity < 1e-9)
            #expect(abs(model.intercept - value.intercept) < 1e-7)
        }
    }

    @Test("RidgeRegression: one column by hand, w = Σxy / (Σx² + penalty)")
    func byHand() throws {
        let trainer = RidgeRegression(penalty: 2, hasIntercept: false)
        let model = try trainer.fit([[1], [2]], targets: [3, 4])
        #expect(abs(model.weights[0] - 11.0 / 7) < 1e-15)
        #expect(abs(model.value(at: [2]) - 22.0 / 7) < 1e-15)
        let centred = try RidgeRegression(penalty: 0).fit([[1], [2]], targets: [3, 4])
        #expect(abs(centred.weights[0] - 1) < 1e-14 && abs(centred.intercept - 2) < 1e-14)
        #expect(centred.meanSquaredError(at: [[1], [2]], targets: [3, 6]) - 2 < 1e-12)
    }

    @Test("RidgeRegression: the fit of labels is the fit of −1 and 1")
    func labels() throws {
        let data = try Dataset(
            features: [[0, 1], [1, 3], [2, 1]], labels: [.negative, .positive, .positive],
            columnNames: ["a", "b"])
        let model = try RidgeRegression(penalty: 1).fit(data)
        let function = try RidgeRegression(penalty: 1).fit(data.features, targets: [-1, 1, 1])
        #expect(model.weights == function.weights && model.intercept == function.intercept)
        #expect(model.inputNames == ["a", "b"])
    }

    @Test("RidgeRegression: without a penalty, dependent columns have no solution")
    func singular() {
        let trainer = RidgeRegression(penalty: 0, hasIntercept: false)
        #expect(throws: TrainingError.singular(order: 2)) {
            try trainer.fit([[1, 1], [2, 2], [3, 3]], targets: [1, 2, 3])
        }
    }

    @Test(
        "RidgeRegression and KernelRidge: data that cannot be fitted are refused with a reason",
        arguments: [
            ([], [], "the training data have no rows"),
            ([[1], [.nan]], [1, 2], "a feature is NaN or infinite, expected finite numbers"),
            ([[1], [2]], [1, .infinity], "a target is NaN or infinite, expected finite numbers"),
        ] as [([[Double]], [Double], String)])
    func refused(rows: [[Double]], targets: [Double], message: String) throws {
        let rows = try Matrix(rows: rows)
        let ridge = #expect(throws: TrainingError.self) {
            try RidgeRegression(penalty: 1).fit(rows, targets: Vector(targets))
        }
        #expect(ridge?.description == message)
        let kernel = #expect(throws: TrainingError.self) {
            try KernelRidge(kernel: GaussianKernel(bandwidth: 1), penalty: 1).fit(
                rows, targets: Vector(targets))
        }
        #expect(kernel?.description == message)
    }

    @Test("RidgeRegression: a wrong number of targets stops the program at the caller's line")
    func shapes() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try RidgeRegression(penalty: 1).fit([[1], [2]], targets: [1])
        }
        #expect(text(result).contains("1 targets for a matrix of 2 × 1"))
        #expect(text(result).contains("RidgeTests.swift"))
    }
}

@Suite("Kernels")
struct KernelTests {
    @Test("GaussianKernel: exp(−d² / 2σ²); 1 at distance 0, never more")
    func byHand() {
        let kernel = GaussianKernel(bandwidth: 2)
        let values = kernel.values([[0, 0], [3, 4]], [[0, 0], [3, 4], [1e9, 0]])
        #expect(values.row(0)[0] == 1 && values.row(1)[1] == 1)
        #expect(abs(values[0, 1] - exp(-25.0 / 8)) < 1e-16)
        #expect(values[0, 2] == 0)
    }

    @Test("KernelRidge: scikit-learn's kernel, coefficients and predictions")
    func scikitLearn() throws {
        let values: KernelValues = try reference("kernel-ridge")
        let (features, others) = (try Matrix(rows: values.features), try Matrix(rows: values.others))
        for value in values.cases {
            let kernel = GaussianKernel(bandwidth: value.bandwidth)
            #expect((kernel.values(features, others) - (try Matrix(rows: value.kernel))).norm < 1e-13)
            let model = try KernelRidge(kernel: kernel, penalty: values.penalty).fit(
                features, targets: Vector(values.targets))
            let scale = Vector(value.coefficients).normInfinity
            #expect((model.coefficients - Vector(value.coefficients)).normInfinity < 1e-11 * scale)
            #expect((model.values(at: others) - Vector(value.predictions)).normInfinity < 1e-9)
        }
    }

    @Test("KernelRidge: learns what no line can")
    func ring() throws {
        var generator = Generator(seed: "ring")
        let points = Matrix.gaussian(rows: 400, columns: 2, using: &generator)
        let labels = (0..<400).map { Label(score: points.row($0).norm - 1.1) }
        let data = try Dataset(features: points, labels: labels)
        let split = data.split(testShare: 0.5, using: &generator)
        let model = try KernelRidge(kernel: GaussianKernel(bandwidth: 0.7), penalty: 0.1).fit(split.training)
        #expect(model.accuracy(on: split.test).value > 0.9)
        let line = try RidgeRegression(penalty: 0.1).fit(split.training)
        #expect(line.accuracy(on: split.test).value < 0.7)
    }

    @Test("KernelMachine: the description shows points and coefficients, JSON keeps them")
    func whiteBox() throws {
        let model = KernelMachine(
            kernel: GaussianKernel(bandwidth: 2), points: [[1, 2]], coefficients: [-0.5])
        #expect(
            model.description == """
                score = the sum of these, with K(x, y) = exp(−‖x − y‖² / (2 · 2.0²))
                    − 0.5 · K(x, (1.0, 2.0))
                """)
        let copy = try JSONDecoder().decode(KernelMachine.self, from: JSONEncoder().encode(model))
        #expect(copy == model)
    }
}
