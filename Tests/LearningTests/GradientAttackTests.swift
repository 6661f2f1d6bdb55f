import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

/// A linear model of eight inputs with points on both sides.
private struct LinearCase {
    let model: LinearClassifier
    let rows: Matrix<Double>
    let labels: [Label]

    init() {
        var coins = Generator(seed: "linear attacks")
        model = LinearClassifier(weights: Vector(coins.gaussians(8)), intercept: 0.2)
        rows = Matrix.gaussian(rows: 300, columns: 8, using: &coins)
        labels = coins.signs(300).map { Label(score: $0) }
    }

    func margins(_ inputs: Matrix<Double>) -> Vector<Double> {
        model.decision(inputs).multipliedElementwise(by: Vector(labels.map(\.sign)))
    }
}

@Suite("FastGradientAttack and ProjectedGradientAttack")
struct GradientAttackTests {
    @Test(
        "On a linear model both reach the exact worst case: the margin falls by ε times the dual norm of w",
        arguments: ThreatModel.Norm.allCases, [0.01, 0.5, 3])
    func linearWorstCase(norm: ThreatModel.Norm, radius: Double) throws {
        let setting = LinearCase()
        let threat = try ThreatModel(norm, radius: radius)
        let fast = try FastGradientAttack(threat).run(on: setting.model, setting.rows, setting.labels)
        let slow = try ProjectedGradientAttack(threat, stepCount: 10, restarts: 2).run(
            on: setting.model, setting.rows, setting.labels, from: Generator(seed: 1))
        let weights = setting.model.weights
        let dual = norm == .l2 ? weights.norm : weights.norm1
        let expected = setting.margins(setting.rows).mapElements { $0 - radius * dual }
        for found in [fast, slow] {
            #expect((setting.margins(found.inputs) - expected).normInfinity < 1e-12)
            // Rounding of coordinates of about 1.
            #expect((found.distances(norm).max() ?? 9) <= radius + 1e-14)
            #expect(found.isFooled == expected.map { $0 < 0 })
            #expect(found.robustAccuracy.successes == expected.count { $0 >= 0 })
        }
    }

    @Test("With a box, l∞ attacks on a linear model reach the exact worst case, coordinate by coordinate")
    func linearWorstCaseInBox() throws {
        let setting = LinearCase()
        let box = InputBox(-0.8...1.1, columnCount: 8)
        let rows = box.clamp(setting.rows)
        let threat = try ThreatModel(.lInfinity, radius: 0.4, box: box)
        let found = try ProjectedGradientAttack(threat, stepCount: 5).run(
            on: setting.model, rows, setting.labels, from: Generator(seed: 1))
        for row in 0..<rows.rowCount {
            let sign = setting.labels[row].sign
            let worst = rows.row(row).enumerated().reduce(setting.model.intercept * sign) { sum, entry in
                let weight = setting.model.weights[entry.offset] * sign
                let (least, most) = (max(-0.8, entry.element - 0.4), min(1.1, entry.element + 0.4))
                return sum + min(weight * least, weight * most)
            }
            #expect(abs(sign * setting.model.decision(found.inputs.row(row)) - worst) < 1e-12)
        }
    }

    @Test(
        "ProjectedGradientAttack: stays in ball and box, and more effort is never weaker",
        arguments: DifferentiableKind.allCases, ThreatModel.Norm.allCases)
    func effort(kind: DifferentiableKind, norm: ThreatModel.Norm) throws {
        let model = try kind.model
        var coins = Generator(seed: "effort")
        let box = InputBox(-1...1.5, columnCount: 5)
        let rows = box.clamp(.gaussian(rows: 60, columns: 5, using: &coins))
        let labels = model.predict(rows)
        let threat = try ThreatModel(norm, radius: 0.6, box: box)
        var last = Vector(zip(labels, model.decision(rows)).map { $0.sign * $1 })
        for restarts in [1, 2, 5] {
            let found = try ProjectedGradientAttack(
                threat, stepCount: 8, stepSize: 0.15, restarts: restarts
            ).run(on: model, rows, labels, from: Generator(seed: 4))
            #expect((found.distances(norm).max() ?? 9) <= 0.6 * (1 + 1e-12))
            #expect(box.clamp(found.inputs) == found.inputs)
            let margins = Vector(zip(labels, model.decision(found.inputs)).map { $0.sign * $1 })
            #expect((margins - last).max() ?? 9 <= 1e-12)
            #expect((margins - last).min() ?? 0 < (restarts == 1 ? -1e-6 : 1e-12))
            last = margins
        }
    }

    @Test("On a perceptron, projected steps are at least as strong as one fast step")
    func ordering() throws {
        let split = try digitSplit()
        let model = try digitTraining.fit(split.training, from: Generator(seed: 2))
        let (rows, labels) = (split.test.features, split.test.labels)
        let box = InputBox(0...1, columnCount: 64)
        for (norm, radius) in [(ThreatModel.Norm.lInfinity, 0.1), (.l2, 0.5)] {
            let threat = try ThreatModel(norm, radius: radius, box: box)
            let fast = try FastGradientAttack(threat).run(on: model, rows, labels)
            let slow = try ProjectedGradientAttack(threat, stepCount: 20).run(
                on: model, rows, labels, from: Generator(seed: 3))
            #expect(slow.robustAccuracy.value <= fast.robustAccuracy.value)
            #expect(fast.robustAccuracy.value < model.accuracy(on: split.test).value - 0.05)
            let sum = { (found: AdversarialExamples) in
                zip(labels, model.decision(found.inputs)).reduce(0) { $0 + $1.0.sign * $1.1 }
            }
            #expect(sum(slow) < sum(fast))
        }
    }

    @Test("ProjectedGradientAttack: the same generator gives the same points, another one other points")
    func determinism() throws {
        let model = try DifferentiableKind.tanh.model
        var coins = Generator(seed: "determinism")
        let rows = Matrix.gaussian(rows: 300, columns: 5, using: &coins)
        let labels = model.predict(rows)
        let attack = try ProjectedGradientAttack(
            ThreatModel(.l2, radius: 0.5), stepCount: 3, stepSize: 0.01, restarts: 3)
        let first = try attack.run(on: model, rows, labels, from: Generator(seed: 5))
        #expect(try attack.run(on: model, rows, labels, from: Generator(seed: 5)) == first)
        #expect(try attack.run(on: model, rows, labels, from: Generator(seed: 6)) != first)
    }

    @Test("AdversarialTraining: costs little accuracy and withstands the attack")
    func adversarialTraining() throws {
        let split = try digitSplit()
        let threat = try ThreatModel(
            .lInfinity, radius: 0.1, box: InputBox(0...1, columnCount: 64))
        let training = AdversarialTraining(
            digitTraining, against: try ProjectedGradientAttack(threat, stepCount: 5))
        let plain = try digitTraining.fit(split.training, from: Generator(seed: 2))
        var losses: [Double] = []
        let robust = try training.fit(split.training, from: Generator(seed: 2)) { losses.append($1) }
        #expect(losses.count == 15)
        #expect(losses[14] < losses[0])
        let attack = try ProjectedGradientAttack(threat, stepCount: 20, restarts: 2)
        let accuracies = try [plain, robust].map {
            try attack.run(on: $0, split.test.features, split.test.labels, from: Generator(seed: 3))
                .robustAccuracy.value
        }
        #expect(robust.accuracy(on: split.test).value > 0.85)
        #expect(accuracies[1] > accuracies[0] + 0.2)
    }

    @Test("AdversarialTraining: with a radius of nearly 0 it is the training without attack")
    func negligibleRadius() throws {
        let split = try digitSplit()
        var training = digitTraining
        training.epochs = 2
        let attack = try ProjectedGradientAttack(ThreatModel(.l2, radius: 1e-12), stepCount: 1)
        let robust = try AdversarialTraining(training, against: attack)
            .fit(split.training, from: Generator(seed: 2))
        let plain = try training.fit(split.training, from: Generator(seed: 2))
        for (left, right) in zip(robust.network.layers, plain.network.layers) {
            // Adam divides a change of 10⁻¹² by about 10⁻⁸ where a slope is nearly 0.
            #expect((left.weights - right.weights).norm < 1e-6)
        }
        #expect(robust != plain)
    }
}
