import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("BoundaryAttack")
struct BoundaryAttackTests {
    @Test("On a linear model it comes near the distance to the plane, and never below it")
    func linearDistance() throws {
        var coins = Generator(seed: "boundary")
        let model = LinearClassifier(weights: Vector(coins.gaussians(10)), intercept: 0.4)
        let rows = Matrix.gaussian(rows: 30, columns: 10, using: &coins)
        let candidates = Matrix.gaussian(rows: 200, columns: 10, using: &coins)
        let exact = model.decision(rows).mapElements { abs($0) / model.weights.norm }
        var last = Double.infinity
        for steps in [1, 100, 1500] {
            let found = try BoundaryAttack(stepCount: steps).run(
                on: model, rows, startingFrom: candidates, from: Generator(seed: 7))
            #expect(found.labels == model.predict(rows))
            #expect(found.robustAccuracy.successes == 0)
            let ratios = found.distances(.l2).dividedElementwise(by: exact)
            #expect((ratios.min() ?? 0) >= 1 - 1e-12)
            let mean = ratios.sum / 30
            #expect(mean < last)
            last = mean
        }
        #expect(last < 1.05)
    }

    @Test("It asks for labels only, stays in the box, and finds what a gradient attack finds")
    func digits() throws {
        let split = try digitSplit()
        let model = try digitTraining.fit(split.training, from: Generator(seed: 2))
        let box = InputBox(0...1, columnCount: 64)
        let rows = split.test.features.rows(0..<20)
        let found = try BoundaryAttack(stepCount: 1500, box: box).run(
            on: model, rows, startingFrom: split.training.features, from: Generator(seed: 7))
        #expect(box.clamp(found.inputs) == found.inputs)
        #expect(found.robustAccuracy.successes == 0)
        // A gradient attack with the same budget fools the model nearly everywhere, with less nowhere.
        let distances = found.distances(.l2)
        let budget = distances.reduce(0, max)
        let gradient = try ProjectedGradientAttack(
            ThreatModel(.l2, radius: budget, box: box), stepCount: 40
        ).run(on: model, rows, found.labels, from: Generator(seed: 3))
        #expect(gradient.robustAccuracy.successes <= 1)
        #expect((distances.min() ?? 0) > 0)
    }
}
