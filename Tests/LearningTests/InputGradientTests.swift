import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("DifferentiableClassifier")
struct InputGradientTests {
    @Test(
        "DifferentiableClassifier: the gradient at every point is that of finite differences",
        arguments: DifferentiableKind.allCases)
    func finiteDifferences(kind: DifferentiableKind) throws {
        let model = try kind.model
        var coins = Generator(seed: "gradient points")
        let rows = Matrix.gaussian(rows: 20, columns: 5, using: &coins)
        let (scores, gradients) = model.scoresAndInputGradients(at: rows)
        #expect((scores - model.decision(rows)).normInfinity < 1e-13)
        #expect(gradients.shape == rows.shape)
        // Kinks lie within h of a point with a probability of about h: then the test would fail, and it does
        // not for these points.
        let h = 1e-5
        for column in 0..<5 {
            var step = Vector<Double>.zeros(5)
            step[column] = h
            let forward = model.decision(rows.addingToRows(step))
            let back = model.decision(rows.addingToRows(-step))
            let slopes = (forward - back) / (2 * h)
            #expect((slopes - gradients.column(column)).normInfinity < 1e-6, "\(kind) column \(column)")
        }
    }

    @Test(
        "DifferentiableClassifier: many points in blocks give the gradients of single points",
        arguments: DifferentiableKind.allCases)
    func blocks(kind: DifferentiableKind) throws {
        let model = try kind.model
        var coins = Generator(seed: "block points")
        let rows = Matrix.gaussian(rows: 1100, columns: 5, using: &coins)
        let (scores, gradients) = model.scoresAndInputGradients(at: rows)
        for row in [0, 255, 256, 511, 512, 1023, 1024, 1099] {
            #expect((gradients.row(row) - model.inputGradient(at: rows.row(row))).normInfinity < 1e-12)
            #expect(abs(scores[row] - model.decision(rows.row(row))) < 1e-12)
        }
        #expect(model.inputGradients(at: rows.rows(0..<0)).shape == Shape(rows: 0, columns: 5))
    }

    @Test("LinearClassifier: the gradient is the weights, everywhere")
    func linear() {
        let model = LinearClassifier(weights: [2, -3], intercept: 1)
        #expect(model.inputGradients(at: [[0, 0], [5, 7]]) == [[2, -3], [2, -3]])
        let units = Standardization(fittedTo: [[0, -4], [2, 4]])
        let scaled = StandardizedClassifier(units, then: model)
        // Deviations are 1 and 4.
        #expect(scaled.inputGradient(at: [9, 9]) == [2, -0.75])
    }

    @Test("RandomFourierFeatures: one cosine by hand", arguments: [0.0, 0.1, 0.37, -2.2])
    func oneCosine(x: Double) throws {
        let map = try RandomFourierFeatures(frequencies: [[0.7, -1.1]], phases: [0.2], scale: 0.5)
        let model = FeaturizedClassifier(map, then: LinearClassifier(weights: [3]))
        let angle = 2 * Double.pi * (0.5 * (0.7 * x - 1.1 * 0.4) + 0.2)
        let factor = -3 * 2 * Double.pi * 0.5 * sin(angle)
        let gradient = model.inputGradient(at: [x, 0.4])
        #expect(abs(gradient[0] - 0.7 * factor) < 1e-13)
        #expect(abs(gradient[1] + 1.1 * factor) < 1e-13)
    }

    @Test("RandomReLUNetwork: the active units' mean, by hand")
    func activeUnits() {
        let model = RandomReLUNetwork(weights: [[1, 0], [0, 2], [-1, -1], [3, -1]], threshold: 0.5)
        // Units 1, 2 and 4 are active at (1, 1): (1 + 2 + 2) / 4.
        let (scores, gradients) = model.scoresAndInputGradients(at: [[1, 1]])
        #expect(scores == [0.75])
        #expect(gradients == [[1, 0.25]])
    }
}
