import Foundation
import Learning
import LinearAlgebra
import Probability
import Testing

private struct Bounds: Decodable {
    struct Case: Decodable {
        let successes, trials: Int
        let alpha, bound, radius, pValue: Double
    }
    let cases: [Case]
}

/// A model whose label changes along a circle: no plane.
private struct Disc: Classifier {
    let radius: Double
    var inputCount: Int { 2 }
    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        return Vector((0..<rows.rowCount).map { radius - rows.row($0).norm })
    }
    var description: String { "a disc" }
}

/// The smoothed model of a classifier of two inputs, by summing over a fine grid of the noise: score = the
/// probability of the positive label, minus ½.
private struct Quadrature<Base: Classifier>: Classifier {
    let base: Base
    let noise: Double
    var inputCount: Int { 2 }
    func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        let places = (-50...50).map { 0.1 * Double($0) }
        let density = places.map { exp(-0.5 * $0 * $0) }
        let total = density.reduce(0, +)
        return Vector(
            (0..<rows.rowCount).map { row in
                let point = rows.row(row)
                let grid = Matrix(
                    unsafeUninitializedRows: places.count * places.count, columns: 2
                ) { result in
                    for (index, x) in places.enumerated() {
                        for (other, y) in places.enumerated() {
                            let start = 2 * (index * places.count + other)
                            result[start] = point[0] + noise * x
                            result[start + 1] = point[1] + noise * y
                        }
                    }
                }
                let labels = base.predict(grid)
                var sum = 0.0
                for (index, weight) in density.enumerated() {
                    for (other, factor) in density.enumerated()
                    where labels[index * places.count + other] == .positive {
                        sum += weight * factor
                    }
                }
                return sum / (total * total) - 0.5
            })
    }
    var description: String { "\(base), smoothed" }
}

@Suite("RandomizedSmoothing")
struct SmoothingTests {
    @Test("Proportion.lowerBound, pValueOfFairCoin and the radius: scipy's values")
    func scipy() throws {
        for value in try reference("smoothing-certificates", as: Bounds.self).cases {
            let votes = Proportion(successes: value.successes, trials: value.trials)
            let bound = votes.lowerBound(confidence: 1 - value.alpha)
            #expect(abs(bound - value.bound) <= 1e-11 * value.bound, "\(value)")
            #expect(abs(votes.pValueOfFairCoin - value.pValue) <= 1e-10 * value.pValue, "\(value)")
            if bound > 0.5 {
                #expect(abs(NormalDistribution.quantile(bound) - value.radius) < 1e-9, "\(value)")
            }
        }
    }

    @Test("Votes on a linear model: Φ(score / σ‖w‖) of them are positive", arguments: [0.3, 1, 4])
    func linearVotes(noise: Double) throws {
        var coins = Generator(seed: "linear votes")
        let model = LinearClassifier(weights: Vector(coins.gaussians(6)), intercept: 0.5)
        let smoothing = try RandomizedSmoothing(noise: noise)
        for point in 0..<5 {
            let x = Vector(coins.gaussians(6))
            let expected = NormalDistribution.probability(
                below: model.decision(x) / (noise * model.weights.norm))
            let votes = smoothing.positiveVotes(at: x, draws: 40_000, of: model, from: coins.stream(point))
            let deviation = (expected * (1 - expected) / 40_000).squareRoot()
            // 15 normal numbers beyond 4.5: one seed in 10,000.
            #expect(abs(votes.value - expected) <= 4.5 * deviation + 1e-4, "\(expected)")
        }
    }

    @Test("Votes on one cosine: the sum over its half-waves", arguments: [0.05, 0.2, 0.6])
    func cosineVotes(noise: Double) throws {
        let map = try RandomFourierFeatures(frequencies: [[0.8, 0.6]], phases: [0.1], scale: 0.5)
        let model = FeaturizedClassifier(map, then: LinearClassifier(weights: [1]))
        let smoothing = try RandomizedSmoothing(noise: noise)
        let x: Vector<Double> = [0.2, -0.3]
        // The angle in turns; under the noise it has the deviation sσ‖g‖.
        let (turns, deviation) = (0.5 * (0.8 * 0.2 - 0.6 * 0.3) + 0.1, 0.5 * noise)
        let expected = (-20...20).reduce(0.0) { sum, wave in
            let centre = Double(wave) - turns
            return sum + NormalDistribution.probability(below: (centre + 0.25) / deviation)
                - NormalDistribution.probability(below: (centre - 0.25) / deviation)
        }
        let votes = smoothing.positiveVotes(at: x, draws: 40_000, of: model, from: Generator(seed: 3))
        #expect(abs(votes.value - expected) < 4.5 * 0.5 / 200)
    }

    @Test("A certificate on a linear model is at most the distance to the plane, and near it")
    func linearCertificate() throws {
        var coins = Generator(seed: "linear certificates")
        let model = LinearClassifier(weights: Vector(coins.gaussians(6)), intercept: 0.5)
        let rows = Matrix.gaussian(rows: 150, columns: 6, using: &coins)
        // 150 certificates are all right with a probability of at least 1 − 150 · 10⁻⁶.
        let smoothing = try RandomizedSmoothing(noise: 1, draws: 2000, alpha: 1e-6)
        let certificates = try smoothing.certify(rows, of: model, from: coins)
        let distances = model.decision(rows).mapElements { abs($0) / model.weights.norm }
        let labels = model.predict(rows)
        for (row, certificate) in certificates.enumerated() {
            #expect(certificate.radius <= distances[row])
            #expect(certificate.abstains == (certificate.lowerBound <= 0.5))
            #expect(certificate.label == nil || certificate.label == labels[row])
            if distances[row] > 0.3, distances[row] < 2 {
                #expect(certificate.radius > distances[row] - 0.35)
            }
        }
        #expect(certificates.contains { $0.abstains } && certificates.contains { !$0.abstains })
        #expect(certificates.allSatisfy { $0.radius <= smoothing.largestRadius })
        // The strongest attack within each certificate: straight to the plane.
        for (row, certificate) in certificates.enumerated() where !certificate.abstains {
            let threat = try ThreatModel(.l2, radius: certificate.radius)
            let found = try ProjectedGradientAttack(threat, stepCount: 5).run(
                on: model, Matrix(row: rows.row(row)), [labels[row]], from: coins)
            #expect(found.robustAccuracy.successes == 1)
        }
    }

    @Test("A certificate that abstains is not counted as robust, whatever the radius")
    func abstaining() throws {
        let model = LinearClassifier(weights: [1, 0])
        let smoothing = try RandomizedSmoothing(noise: 0.5, draws: 1000)
        let certificates = try smoothing.certify(
            [[0, 0], [3, 0], [-3, 0]], of: model, from: Generator(seed: 8))
        #expect(certificates.map(\.label) == [nil, .positive, .negative])
        #expect(certificates[0].radius == 0)
        for label in Label.allCases { #expect(!certificates[0].certifies(label, atRadius: 0)) }
        let labels: [Label] = [.positive, .positive, .positive]
        #expect(certificates.certifiedAccuracy(labels, atRadius: 0) == Proportion(successes: 1, trials: 3))
        #expect(certificates.certifiedAccuracy(labels, atRadius: 9) == Proportion(successes: 0, trials: 3))
        // Too few draws to certify anything: α^(1/n) is below ½.
        let few = try RandomizedSmoothing(noise: 0.5, draws: 5, alpha: 0.01)
        #expect(try few.certify([3, 0], of: model, from: Generator(seed: 8)).abstains)
        #expect(few.largestRadius == 0)
    }

    @Test("Predict: right or silent, and silent at the boundary")
    func predict() throws {
        let model = LinearClassifier(weights: [1, 0])
        let smoothing = try RandomizedSmoothing(noise: 0.5, draws: 200)
        for (x, label) in [(2.0, Label.positive), (-2, .negative)] {
            #expect(try smoothing.predict([x, 0], of: model, from: Generator(seed: 9)) == label)
        }
        // At p = ½ an answer comes with a probability of at most α = 0.001.
        let answers = try (0..<50).map {
            try smoothing.predict([0, 0], of: model, from: Generator(seed: 9).stream($0))
        }
        #expect(answers.count { $0 == nil } >= 49)
    }

    @Test("No attack on the exact smoothed disc finds another label within a certificate")
    func discIsNeverViolated() throws {
        let disc = Disc(radius: 1)
        let smoothing = try RandomizedSmoothing(noise: 0.4, draws: 20_000, alpha: 1e-4)
        let exact = Quadrature(base: disc, noise: 0.4)
        let rows: Matrix<Double> = [[0, 0], [0.4, 0.3], [-0.6, 0.5], [0.9, 0.9], [-1.4, 0.4], [0, 1.9]]
        let certificates = try smoothing.certify(rows, of: disc, from: Generator(seed: 10))
        #expect(certificates.allSatisfy { !$0.abstains })
        #expect(certificates.map(\.label) == exact.predict(rows))
        let candidates: Matrix<Double> = [[0, 0], [0, 3], [3, 0], [-3, 0], [0, -3]]
        let found = try BoundaryAttack(stepCount: 40).run(
            on: exact, rows, startingFrom: candidates, from: Generator(seed: 11))
        for (certificate, distance) in zip(certificates, found.distances(.l2)) {
            #expect(certificate.radius < distance)
            #expect(certificate.radius > 0.2 * distance)
        }
    }

    @Test("An attack that knows of the noise does not turn a certified perceptron within its radius")
    func perceptronIsNeverViolated() throws {
        let split = try digitSplit()
        let model = try digitTraining.fit(split.training, from: Generator(seed: 2))
        let rows = split.test.features.rows(0..<12)
        let smoothing = try RandomizedSmoothing(noise: 0.25, draws: 2000)
        let certificates = try smoothing.certify(rows, of: model, from: Generator(seed: 12))
        var coins = Generator(seed: 13)
        let averaged = try NoiseAveragedClassifier(model, noise: 0.25, draws: 100, using: &coins)
        var attacked = 0
        for (row, certificate) in certificates.enumerated() {
            guard let label = certificate.label else { continue }
            let threat = try ThreatModel(.l2, radius: certificate.radius)
            let found = try ProjectedGradientAttack(threat, stepCount: 10).run(
                on: averaged, Matrix(row: rows.row(row)), [label], from: Generator(seed: 14))
            let answer = try smoothing.predict(
                found.inputs.row(0), of: model, from: Generator(seed: 15).stream(row))
            #expect(answer == nil || answer == label)
            attacked += 1
        }
        #expect(attacked >= 10)
    }

    @Test("Votes do not depend on how draws are asked for, and repeat with the generator")
    func determinism() throws {
        let model = try DifferentiableKind.relu.model
        let smoothing = try RandomizedSmoothing(noise: 1, draws: 3000)
        let x: Vector<Double> = [0.1, 0.2, 0.3, 0.4, 0.5]
        let first = try smoothing.certify(x, of: model, from: Generator(seed: 1))
        #expect(try smoothing.certify(x, of: model, from: Generator(seed: 1)) == first)
        #expect(try smoothing.certify(x, of: model, from: Generator(seed: 2)) != first)
        #expect(smoothing.positiveVotes(at: x, draws: 0, of: model, from: Generator(seed: 1)).trials == 0)
    }
}
