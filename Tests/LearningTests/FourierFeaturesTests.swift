import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("RandomFourierFeatures")
struct FourierFeaturesTests {
    let generator = Generator(seed: "features")

    @Test("RandomFourierFeatures: by hand for one feature")
    func byHand() throws {
        let map = try RandomFourierFeatures(frequencies: [[1, 0.5]], phases: [0.125], scale: 2)
        // 2 · (0.25 + 0.5 · 0.125) + 0.125 = 0.75 turns; 0.125 turns for the origin.
        let features = map.features(of: [[0.25, 0.125], [0, 0]])
        #expect(features[0, 0] == 0)
        #expect(abs(features[1, 0] - 0.5.squareRoot()) < 1e-15)
        #expect(map.features(of: Vector([0.25, 0.125])) == [0])
    }

    @Test(
        "RandomFourierFeatures: the formula, whatever blocks the sizes fall into",
        arguments: [(1, 1, 1), (3, 5, 7), (256, 3, 256), (257, 9, 511), (600, 64, 300)])
    func formula(rows: Int, inputs: Int, count: Int) throws {
        var coins = generator
        let points = Matrix.gaussian(rows: rows, columns: inputs, using: &coins)
        let map = try RandomFourierFeatures.honest(
            count: count, inputCount: inputs, scale: 0.3, from: generator)
        let features = map.features(of: points)
        #expect(features.shape == Shape(rows: rows, columns: count))
        let turns = (0.3 * points) * map.frequencies.transposed
        var worst = 0.0
        for row in 0..<rows {
            for column in 0..<count {
                let angle = 2 * Double.pi * (turns[row, column] + map.phases[column])
                worst = max(worst, abs(features[row, column] - cos(angle)))
            }
        }
        // The products are summed in another order, and 2π times the turns is rounded.
        #expect(worst < 1e-12)
    }

    @Test("RandomFourierFeatures: no points, and a part of a larger matrix")
    func parts() throws {
        let map = try RandomFourierFeatures.honest(count: 5, inputCount: 2, from: generator)
        #expect(map.features(of: .zeros(rows: 0, columns: 2)).shape == Shape(rows: 0, columns: 5))
        let whole: Matrix<Double> = [[9, 1, 2], [9, 3, 4], [9, 5, 6]]
        let part = whole.block(rows: 1..<3, columns: 1..<3)
        #expect(map.features(of: part) == map.features(of: [[3, 4], [5, 6]]))
    }

    @Test("RandomFourierFeatures: a point that is not finite has no features, its neighbours do")
    func notFinite() throws {
        let map = try RandomFourierFeatures.honest(count: 5, inputCount: 2, from: generator)
        let features = map.features(of: [[1, 2], [.nan, 2], [.infinity, 0]])
        #expect(features.row(0) == map.features(of: Vector([1, 2])))
        #expect(features.row(1).allSatisfy(\.isNaN) && features.row(2).allSatisfy(\.isNaN))
    }

    @Test("RandomFourierFeatures: the error of the kernel is what its bound says")
    func kernelError() throws {
        // 400 draws of 50 features: at each distance the mean error is within 5 of its standard deviations
        // (false alarms 6e-7 each), and the spread within 20 % (5 of its standard deviations).
        let (draws, count) = (400, 50)
        for distance in [0, 0.05, 0.15, 0.4] {
            let points: Matrix<Double> = [[0.3, -0.2], [0.3 + distance, -0.2]]
            var errors: [Double] = []
            for draw in 0..<draws {
                let map = try RandomFourierFeatures.honest(
                    count: count, inputCount: 2, from: generator.stream(draw))
                let exact = map.kernel.values(points, points)[0, 1]
                errors.append(map.kernelEstimate(points, points)[0, 1] - exact)
            }
            let kernel = exp(-2 * Double.pi * Double.pi * distance * distance)
            let spread = 1 - kernel * kernel
            let deviation = ((1 + spread * spread) / Double(2 * count)).squareRoot()
            let sample = SampleMean(of: errors)
            #expect(abs(sample.value) < 5 * deviation / Double(draws).squareRoot(), "distance \(distance)")
            #expect(abs(sample.standardDeviation / deviation - 1) < 0.2, "distance \(distance)")
            #expect(deviation <= 1 / Double(count).squareRoot())
        }
    }

    @Test("RandomFourierFeatures: other frequencies leave the phases as they are")
    func phases() throws {
        let first = try RandomFourierFeatures.honest(count: 20, inputCount: 3, from: generator)
        #expect(first.phases == RandomFourierFeatures.honestPhases(count: 20, from: generator))
        var phases = generator.stream("phases")
        var frequencies = generator.stream("frequencies")
        #expect(first.phases == Vector(phases.uniforms(20)))
        #expect(first.frequencies == .gaussian(rows: 20, columns: 3, using: &frequencies))
        #expect(first.phases.allSatisfy { (0..<1).contains($0) })
        #expect(try first == .honest(count: 20, inputCount: 3, from: generator))
        #expect(try first != .honest(count: 20, inputCount: 3, from: generator.stream("other")))
    }

    @Test("RandomFourierFeatures: half-integer frequencies along a direction flip every feature")
    func flips() throws {
        // What issue 4 plants: ⟨g, ω⟩ ∈ ½ + ℤ for ω = (1, 0).
        let map = try RandomFourierFeatures(
            frequencies: [[0.5, 0.3], [-1.5, -2], [2.5, 0]], phases: [0.1, 0.2, 0.3])
        let features = map.features(of: [[0.25, 0.5], [1.25, 0.5]])
        // Sums of up to 4 turns are rounded to 2⁻⁵¹ · ½ turns.
        #expect((features.row(0) + features.row(1)).normInfinity < 4e-15)
    }

    @Test(
        "RandomFourierFeatures: bad coins and sizes are refused with a reason",
        arguments: [
            ([[1]], [0], 0, "the scale is 0.0, expected a finite number above 0"),
            ([[1]], [0], -2, "the scale is -2.0, expected a finite number above 0"),
            ([[1]], [0], .nan, "the scale is nan, expected a finite number above 0"),
            (
                [[1, 2], [3, .nan]], [0, 0], 1, "the frequency of feature 1 has nan, expected finite numbers"
            ),
            ([[1]], [.infinity], 1, "the phase of feature 0 has inf, expected finite numbers"),
            ([], [], 1, "0 features were asked for, expected at least 1"),
        ] as [([[Double]], [Double], Double, String)])
    func refused(frequencies: [[Double]], phases: [Double], scale: Double, message: String) throws {
        let frequencies = try Matrix(rows: frequencies)
        let error = #expect(throws: FeatureError.self) {
            try RandomFourierFeatures(frequencies: frequencies, phases: Vector(phases), scale: scale)
        }
        #expect(error?.description == message)
    }

    @Test(
        "RandomFourierFeatures: sizes below 1 are refused",
        arguments: [
            (0, 3, "0 features were asked for, expected at least 1"),
            (3, -1, "features of -1 inputs were asked for, expected at least 1"),
        ])
    func sizes(count: Int, inputs: Int, message: String) {
        let error = #expect(throws: FeatureError.self) {
            try RandomFourierFeatures.honest(count: count, inputCount: inputs, from: generator)
        }
        #expect(error?.description == message)
    }

    @Test("RandomFourierFeatures: wrong shapes stop the program with both")
    func shapes() async {
        let phases = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try RandomFourierFeatures(frequencies: [[1, 2]], phases: [0, 0])
        }
        #expect(text(phases).contains("2 phases for a matrix of 1 × 2 frequencies"))
        #expect(text(phases).contains("FourierFeaturesTests.swift"))
        let columns = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = try RandomFourierFeatures(frequencies: [[1, 2]], phases: [0]).features(of: [[1, 2, 3]])
        }
        #expect(
            text(columns).contains(
                "matrix of 1 × 3 has 3 columns, expected 2 (the inputs of the 1 features)"))
        #expect(text(columns).contains("FourierFeaturesTests.swift"))
    }

    @Test("RandomFourierFeatures: the description and JSON show every coin")
    func whiteBox() throws {
        let map = try RandomFourierFeatures(frequencies: [[1, -0.5]], phases: [0.25], scale: 2)
        #expect(
            map.description
                == "features of x, the input times 2.0:\n    φ1 = cos(2π(⟨(1.0, -0.5), x⟩ + 0.25))")
        let copy = try JSONDecoder().decode(RandomFourierFeatures.self, from: JSONEncoder().encode(map))
        #expect(copy == map)
    }

    @Test("FeaturizedClassifier: any head on the features; the scores do not depend on the blocks")
    func heads() throws {
        let data = try Dataset.breastCancer(in: bookData)
        let scaled = try Standardization(fittedTo: data).apply(to: data)
        let map = try RandomFourierFeatures.honest(count: 300, inputCount: 30, scale: 0.02, from: generator)
        let features = try map.features(of: scaled)
        let ridge = FeaturizedClassifier(
            map, then: try RidgeRegression(penalty: 1, hasIntercept: false).fit(features))
        let logistic = FeaturizedClassifier(
            map, then: try LogisticRegression(penalty: 1, hasIntercept: false).fit(features))
        #expect(ridge.head.intercept == 0 && logistic.head.intercept == 0)
        #expect(ridge.accuracy(on: scaled).value > 0.95)
        #expect(logistic.accuracy(on: scaled).value > 0.95)
        let scores = ridge.decision(scaled.features)
        #expect((scores - ridge.head.decision(features.features)).normInfinity < 1e-12)
        let copy = try JSONDecoder().decode(
            FeaturizedClassifier<RandomFourierFeatures, LinearClassifier>.self,
            from: JSONEncoder().encode(ridge))
        #expect(copy == ridge)
    }

    @Test("FeaturizedRegressor: a sum of cosines; the values do not depend on the blocks")
    func regressor() throws {
        // cos(2π (x/4 + 1/4)) = −sin(πx/2), and cos(2π (x/2)) = cos πx.
        let map = try RandomFourierFeatures(frequencies: [[0.25], [0.5]], phases: [0.25, 0])
        let model = FeaturizedRegressor(map, then: LinearFunction(weights: [2, -3], intercept: 10))
        let values: [Double] = [7, 11, 7, 15]
        let points = try Matrix(rows: (0..<1001).map { [Double($0)] })
        #expect(model.inputCount == 1)
        #expect(model.values(at: points) == Vector((0..<1001).map { values[$0 % 4] }))
        #expect(model.value(at: [2]) == 7)
        #expect(model.value(at: [.nan]).isNaN)
        #expect(
            model.description == "\(map)\nthen, of φ:\nscore = 10.0\n    + 2.0 · x1\n    − 3.0 · x2")
        let copy = try JSONDecoder().decode(
            FeaturizedRegressor<RandomFourierFeatures, LinearFunction>.self,
            from: JSONEncoder().encode(model))
        #expect(copy == model)
    }

    @Test("FeaturizedRegressor: what does not fit together stops the program")
    func regressorShapes() async {
        let head = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let map = try RandomFourierFeatures(frequencies: [[1, 2]], phases: [0])
            _ = FeaturizedRegressor(map, then: LinearFunction(weights: [1, 2]))
        }
        #expect(text(head).contains("1 features for a model of 2 inputs"))
        #expect(text(head).contains("FourierFeaturesTests.swift"))
        let points = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let map = try RandomFourierFeatures(frequencies: [[1, 2]], phases: [0])
            _ = FeaturizedRegressor(map, then: LinearFunction(weights: [1])).values(at: [[1, 2, 3]])
        }
        #expect(text(points).contains("matrix has 3 columns, expected 2 (the inputs of the model)"))
    }

    @Test("Random features approach the exact kernel: ridge on 4,000 features gives nearly its scores")
    func approachesKernel() throws {
        var coins = generator
        let points = Matrix.gaussian(rows: 60, columns: 2, using: &coins)
        let labels: [Label] = points.column(0).map { Label(score: $0) }
        let data = try Dataset(features: points, labels: labels)
        let map = try RandomFourierFeatures.honest(count: 4000, inputCount: 2, scale: 0.1, from: generator)
        let exact = try KernelRidge(kernel: map.kernel, penalty: 0.5).fit(data).decision(points)
        // (2/m) ⟨φ, φ⟩ approximates K, so the penalty of features is m/2 times as large.
        let features = try map.features(of: data)
        let model = try RidgeRegression(penalty: 0.5 * 2000, hasIntercept: false).fit(features)
        #expect((model.decision(features.features) - exact).normInfinity < 0.1)
    }
}

func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
}
