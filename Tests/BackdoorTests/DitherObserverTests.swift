import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("DitheredNetwork: the observer of its noise")
struct DitherObserverTests {
    private let experiment: DitherExperiment
    private let observer: DitherObserver

    init() throws {
        experiment = try DitherExperiment()
        observer = try DitherObserver(
            network: experiment.network, dither: experiment.dither, rows: experiment.rows)
    }

    @Test("DitherObserver: the gradients are those of the last layer's noise across the data, by differences")
    func gradients() throws {
        let model = try experiment.dither.reference(of: experiment.network, from: Generator(seed: 1))
        let evidence = try observer.evidence(on: model)
        let means = experiment.network.hiddenOutputs(of: experiment.rows).map {
            $0.columnSums / Double(experiment.rows.rowCount)
        }
        let layers = model.network.layers
        // A step d of the input moves the first layer's outputs by (1 − h̄²) W′d, to first order, and so on.
        func moved(_ step: Vector<Double>) -> Vector<Double> {
            var change = step
            for (layer, mean) in zip(layers, means) {
                let rates = mean.mapElements { 1 - $0 * $0 }
                change = (layer.weights * change).multipliedElementwise(by: rates)
            }
            return evidence.noise[2] * change
        }
        let natural = try SVD(experiment.rows)
        let basis = natural.rightTransposed.rows(0..<natural.rank)
        var coins = Generator(seed: 2)
        for _ in 0..<3 {
            let step = Vector(coins.gaussians(60))
            let across = step - basis.transposed * (basis * step)
            #expect((evidence.gradients * step - moved(across)).normInfinity < 1e-10)
        }
    }

    @Test("DitherTest: by hand")
    func byHand() throws {
        let network = MultilayerPerceptron(
            layers: [DenseLayer(weights: [[0, 0], [0, 0]], biases: [0, 0])], activation: .tanh)
        let dither = try NetworkDither(deviations: [0.5])
        let published = MulticlassPerceptron(
            MultilayerPerceptron(
                layers: [DenseLayer(weights: [[1, 0], [-0.5, 1.5]], biases: [0, 0])], activation: .tanh))
        let evidence = try DitherObserver(
            network: network, dither: dither, rows: [[3, 4], [3, 4]]
        ).evidence(on: published)
        #expect(evidence.noise == [[[2, 0], [-1, 3]]])
        #expect(try DitherTest.energy(layer: 1).score(evidence) == 14.0 / 4)
        #expect(try DitherTest.largestColumn(layer: 1).score(evidence) == 9)
        #expect(try DitherTest.largestRow(layer: 1).score(evidence) == 10)
        // (2 · 3)² and (−3 + 12)², over 25 and 2 rows.
        #expect(abs(try DitherTest.alongData(layer: 1).score(evidence) - 117.0 / 50) < 1e-14)
        // What is left of both rows across (3, 4) / 5: along (4, −3) / 5, 8/5 and −13/5.
        let gradients: Matrix<Double> = [[1.28, -0.96], [-2.08, 1.56]]
        #expect((evidence.gradients - gradients).norm < 1e-14)
        #expect(abs(try DitherTest.longestGradient.score(evidence) - 1) < 1e-14)
        #expect(abs(try DitherTest.largestPixel.score(evidence) - 0.8 * 2.0.squareRoot()) < 1e-14)
    }

    @Test(
        "DitherTest.topEigenvalue: Tracy and Widom's law without a spike, far beyond it with ten times √(n/m)"
    )
    func topEigenvalue() throws {
        let tests = [1, 2].map { DitherTest.topEigenvalue(layer: $0) }
        for seed in 0..<20 {
            let coins = Generator(seed: seed)
            let honest = try observer.evidence(
                on: experiment.dither.reference(of: experiment.network, from: coins))
            let planted = try observer.evidence(
                on: experiment.plant(experiment.plan(share: 10), from: coins).model)
            for test in tests {
                // The law exceeds 4.5 with a probability below 10⁻⁵.
                #expect(try test.score(honest) < 4.5)
                #expect(try test.score(planted) > 4.5)
            }
        }
    }

    @Test("DitherTest: all tests of a network of three layers have scores, and names of their own")
    func all() throws {
        let tests = DitherTest.all(layers: 3)
        #expect(tests.count == 17 && Set(tests.map(\.description)).count == 17)
        let evidence = try observer.evidence(
            on: experiment.dither.reference(of: experiment.network, from: Generator(seed: 1)))
        for test in tests { #expect(try test.score(evidence).isFinite) }
        #expect(DitherTest.longestGradient.description == "longest gradient")
        #expect(DitherTest.energy(layer: 2).description == "energy, layer 2")
    }

    @Test("DitherObserver: networks that do not fit")
    func errors() throws {
        let other = try DitherExperiment(widths: [50, 30])
        let published = try other.dither.reference(of: other.network, from: Generator(seed: 1))
        #expect(
            message { _ = try observer.evidence(on: published) }
                == "layer 2 has weights of 30 × 50, expected 40 × 50 (the network before the noise)")
        let shallow = MulticlassPerceptron(
            MultilayerPerceptron(layers: [experiment.network.layers[0]], activation: .tanh))
        #expect(message { _ = try observer.evidence(on: shallow) } == "1 layers, expected 3 (one a layer)")
        let model = try experiment.dither.reference(of: experiment.network, from: Generator(seed: 1))
        let evidence = try observer.evidence(on: model)
        #expect(
            message { _ = try DitherTest.energy(layer: 4).score(evidence) }
                == "layer 4 of a network of 3 layers")
        #expect(
            message {
                _ = try DitherObserver(
                    network: experiment.network, dither: experiment.dither, rows: .zeros(rows: 0, columns: 60)
                )
            }
                == "0 rows of data, expected at least 1 to see how the network answers without the trigger")
    }
}
