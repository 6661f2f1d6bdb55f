import Learning
import LinearAlgebra
import Probability
import Testing

/// A call that must fail, and what it must say.
struct RobustnessFault: Sendable, CustomTestStringConvertible {
    let message: String
    let call: @Sendable () throws -> Void
    var testDescription: String { message }

    init(_ message: String, _ call: @escaping @Sendable () throws -> Void) {
        self.message = message
        self.call = call
    }
}

private let model = LinearClassifier(weights: [1, 2])
private let coins = Generator(seed: 1)

private func attack(
    _ rows: Matrix<Double>, _ labels: [Label], box: InputBox? = nil
) throws -> AdversarialExamples {
    try ProjectedGradientAttack(ThreatModel(.l2, radius: 1, box: box), stepCount: 2)
        .run(on: model, rows, labels, from: coins)
}

let robustnessFaults: [RobustnessFault] = [
    RobustnessFault("the radius ε of an attack is 0.0, expected a finite number above 0") {
        _ = try ThreatModel(.l2, radius: 0)
    },
    RobustnessFault("the radius ε of an attack is -0.1, expected a finite number above 0") {
        _ = try ThreatModel(.lInfinity, radius: -0.1)
    },
    RobustnessFault("the radius ε of an attack is nan, expected a finite number above 0") {
        _ = try ThreatModel(.lInfinity, radius: .nan)
    },
    RobustnessFault("the radius ε of an attack is inf, expected a finite number above 0") {
        _ = try ThreatModel(.lInfinity, radius: .infinity)
    },
    RobustnessFault("the number of steps is 0, expected at least 1") {
        _ = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1), stepCount: 0)
    },
    RobustnessFault("the number of starts is 0, expected at least 1") {
        _ = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1), restarts: 0)
    },
    RobustnessFault("the length of a step is -1.0, expected a finite number above 0") {
        _ = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1), stepSize: -1)
    },
    RobustnessFault("the number of steps is -3, expected at least 1") {
        _ = try BoundaryAttack(stepCount: -3)
    },
    RobustnessFault("points of 3 coordinates, expected 2 (the inputs of the model)") {
        _ = try attack([[1, 2, 3]], [.positive])
    },
    RobustnessFault("2 labels for 1 points, expected one a point") {
        _ = try attack([[1, 2]], [.positive, .negative])
    },
    RobustnessFault("row 1 has nan in column 0, expected a finite number") {
        _ = try attack([[1, 2], [.nan, 1]], [.positive, .negative])
    },
    RobustnessFault("row 0 has inf in column 1, expected a finite number") {
        _ = try FastGradientAttack(ThreatModel(.l2, radius: 1)).run(on: model, [[1, .infinity]], [.positive])
    },
    RobustnessFault("the model's score of row 0 is inf, expected a finite number") {
        let steep = LinearClassifier(weights: [1e300, 1e300])
        _ = try FastGradientAttack(ThreatModel(.l2, radius: 1)).run(on: steep, [[1e300, 1]], [.positive])
    },
    RobustnessFault("the model's score of row 300 is inf, expected a finite number") {
        let steep = LinearClassifier(weights: [1e300, 1e300])
        var rows = Matrix<Double>.zeros(rows: 301, columns: 2)
        rows[300, 0] = 1e300
        _ = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1), stepCount: 1).run(
            on: steep, rows, Array(repeating: .negative, count: 301), from: coins)
    },
    RobustnessFault(
        "row 1 has 2.0 in column 1, outside of the box from 0.0 to 1.0; clamp the points first, or attack "
            + "without a box"
    ) {
        _ = try attack([[1, 1], [0, 2]], [.positive, .positive], box: InputBox(0...1, columnCount: 2))
    },
    RobustnessFault("a box of 3 columns, expected 2 (the coordinates of the points)") {
        _ = try attack([[1, 1]], [.positive], box: InputBox(0...1, columnCount: 3))
    },
    RobustnessFault(
        "column 1 of the box reaches from 2.0 to 1.0, expected a lower bound that is at most the upper one"
    ) {
        _ = try InputBox(lower: [0, 2], upper: [1, 1])
    },
    RobustnessFault("the number of points of a box is 0, expected at least 1") {
        _ = try InputBox(enclosing: .zeros(rows: 0, columns: 2))
    },
    RobustnessFault(
        "the model gives the label 1 to row 0 and to all 2 points to start from, expected one of another label"
    ) {
        _ = try BoundaryAttack(stepCount: 1).run(
            on: model, [[1, 1]], startingFrom: [[1, 2], [3, 4]], from: coins)
    },
    RobustnessFault("the deviation σ of the noise is 0.0, expected a finite number above 0") {
        _ = try RandomizedSmoothing(noise: 0)
    },
    RobustnessFault("the deviation σ of the noise is nan, expected a finite number above 0") {
        _ = try RandomizedSmoothing(noise: .nan)
    },
    RobustnessFault("the deviation σ of the noise is -1.0, expected a finite number above 0") {
        var coins = Generator(seed: 1)
        _ = try NoiseAveragedClassifier(model, noise: -1, draws: 5, using: &coins)
    },
    RobustnessFault("the probability α of a false certificate is 0.0, expected a number between 0 and 1") {
        _ = try RandomizedSmoothing(noise: 1, alpha: 0)
    },
    RobustnessFault("the probability α of a false certificate is 1.0, expected a number between 0 and 1") {
        _ = try RandomizedSmoothing(noise: 1, alpha: 1)
    },
    RobustnessFault("the number of draws is 0, expected at least 1") {
        _ = try RandomizedSmoothing(noise: 1, draws: 0)
    },
    RobustnessFault("the number of draws that choose the label is 0, expected at least 1") {
        _ = try RandomizedSmoothing(noise: 1, selectionDraws: 0)
    },
    RobustnessFault("points of 1 coordinates, expected 2 (the inputs of the model)") {
        _ = try RandomizedSmoothing(noise: 1, draws: 10).certify(Vector([1]), of: model, from: coins)
    },
    RobustnessFault("row 0 has nan in column 1, expected a finite number") {
        _ = try RandomizedSmoothing(noise: 1, draws: 10).predict([0, .nan], of: model, from: coins)
    },
    RobustnessFault("a hidden layer has 0 units, expected at least 1") {
        let data = try Dataset(features: [[0, 0], [1, 1]], labels: [.positive, .negative])
        let attack = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1))
        _ = try AdversarialTraining(PerceptronTraining(hiddenUnits: [0]), against: attack)
            .fit(data, from: coins)
    },
]

@Suite("RobustnessError")
struct RobustnessErrorTests {
    @Test("Attacks and certificates refuse what makes no sense, and say what", arguments: robustnessFaults)
    func refuses(fault: RobustnessFault) {
        let error = #expect(throws: RobustnessError.self) { try fault.call() }
        #expect(error.map { "\($0)" } == fault.message)
    }

    @Test("InputBox: encloses its rows tightly and clamps to the nearest point")
    func box() throws {
        let box = try InputBox(enclosing: [[0, 5], [2, -1], [1, 1]])
        #expect(box.lower == [0, -1] && box.upper == [2, 5])
        #expect(box.clamp([[3, 0], [-1, 9], [1, 2]]) == [[2, 0], [0, 5], [1, 2]])
        #expect(box.clamp([[.nan, 0]])[0, 0].isNaN)
    }
}
