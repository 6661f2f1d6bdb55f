import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

private func coins() -> Generator { Generator(seed: "detectors") }

@Suite("Detectors on poisoned networks")
struct DetectorCalibrationTests {
    /// 8 models of either kind; of the 4 that judge the threshold, at most one may be on the wrong side. With an
    /// anomaly index over 5 classes and with clusters too few of so small networks are found for this test.
    @Test("Detector: finds networks that were poisoned as BadNets are")
    func found() throws {
        let game = try DetectorExperiment(seed: 1).game(8)
        let detectors: [any Detector] = [
            try NeuralCleanse(.smallestMask), SpectralSignatures(), try SuperposedEntropy(),
        ]
        for detector in detectors {
            #expect(game.applicability(of: detector) == .runs)
            let seen = try game.advantage(of: detector, using: coins())
            #expect(seen.difference >= 0.75, "\(detector.name): \(seen)")
        }
    }

    @Test("NeuralCleanse: the mask for the poisoned class lies on the mark")
    func mask() throws {
        let experiment = try DetectorExperiment(seed: 2)
        var coins = coins()
        let triggers = try NeuralCleanse(.anomalyIndex).reversedTriggers(
            in: experiment.dossier(isPlanted: true, seed: 3), using: &coins)
        let smallest = try #require(triggers.min { $0.size < $1.size })
        #expect(triggers.map(\.target) == [0, 1, 2, 3, 4])
        #expect(smallest.target == 0 && smallest.success >= 0.98)
        #expect(smallest.mask.part(10..<12).sum > 0.7 * smallest.size)
        #expect(smallest.pattern.allSatisfy { (0...1).contains($0) })
    }

    @Test("DetectorGame: two lists of the same dossiers give no advantage, in the same scores again")
    func nothing() throws {
        let experiment = try DetectorExperiment(seed: 4)
        let same = try (0..<4).map { try experiment.dossier(isPlanted: false, seed: $0) }
        let game = try DetectorGame(clean: same, planted: same)
        let seen = try game.advantage(of: SpectralSignatures(), using: coins())
        #expect(seen.difference == 0)
        let scores = try game.scores(of: ActivationClustering(), using: coins())
        #expect(try game.scores(of: ActivationClustering(), using: coins()) == scores)
    }

    @Test("DetectorDistinguisher: is the detector in the white-box game")
    func whiteBox() throws {
        let statistic = WeightStatistic.spread(layer: 1)
        let models = (0..<4).map { seed in
            RandomReLUNetwork(
                weights: Matrix(repeating: Double(seed + 1), rows: 2, columns: 3), threshold: 0)
        }
        let drawn = try DrawnModels(clean: models, planted: models)
        let scores = try WhiteBoxGame(drawn).scores(of: DetectorDistinguisher(statistic), using: coins())
        #expect(scores.clean == [0, 3, 8, 15])
    }
}

@Suite("Parts of detectors")
struct DetectorPartsTests {
    @Test("HiddenLayerModel: both parts together are the model")
    func parts() throws {
        let generator = Generator(seed: 5)
        var coins = generator.stream("rows")
        let rows = Matrix.gaussian(rows: 7, columns: 6, using: &coins)
        let network = PerceptronTraining(hiddenUnits: [5, 4]).firstNetwork(
            inputs: 6, outputs: 1, from: generator)
        let fourier = FeaturizedClassifier(
            try RandomFourierFeatures.honest(count: 9, inputCount: 6, from: generator),
            then: LinearClassifier(weights: Vector(coins.gaussians(9)), intercept: 0.5))
        let relu = RandomReLUNetwork(
            weights: Matrix.gaussian(rows: 8, columns: 6, using: &coins), threshold: 0.2)
        let models: [any HiddenLayerModel & Classifier] = [PerceptronClassifier(network), fourier, relu]
        for (model, count) in zip(models, [4, 9, 8]) {
            #expect(model.hiddenUnitCount == count)
            let scores = model.scores(ofHidden: model.hiddenUnits(of: rows)).column(0)
            #expect((scores - model.decision(rows)).normInfinity < 1e-12)
            // Of a model without any unit the intercept is left.
            let nothing = model.scores(of: rows, pruning: Array(0..<count)).column(0)
            #expect(nothing.allSatisfy { $0 == nothing[0] })
            #expect((model.scores(of: rows, pruning: []).column(0) - scores).normInfinity < 1e-12)
        }
    }

    @Test("MultilayerPerceptron.inputGradients: differences of the outputs")
    func gradients() throws {
        var coins = Generator(seed: 6)
        let network = PerceptronTraining(hiddenUnits: [7], activation: .tanh).firstNetwork(
            inputs: 4, outputs: 3, from: coins)
        let (row, slopes) = (coins.gaussians(4), Vector(coins.gaussians(3)))
        let gradient = network.inputGradients(
            at: Matrix(row: Vector(row)), outputSlopes: Matrix(row: slopes)
        ).row(0)
        for column in 0..<4 {
            func value(_ step: Double) -> Double {
                var moved = row
                moved[column] += step
                return network.outputs(of: Matrix(row: Vector(moved))).row(0).dot(slopes)
            }
            #expect(abs((value(1e-5) - value(-1e-5)) / 2e-5 - gradient[column]) < 1e-8)
        }
    }

    @Test(
        "NeuralCleanse.anomalyIndex: by hand",
        arguments: [([10, 11, 12, 13, 1], 10 / 1.4826 / 1), ([4, 4, 4], 0), ([2, 6], 1 / 1.4826)]
            as [([Double], Double)])
    func index(sizes: [Double], expected: Double) {
        #expect(abs(NeuralCleanse.anomalyIndex(ofSmallest: sizes) - expected) < 1e-12)
    }

    @Test("SpectralSignatures: scores are the squares along the widest direction")
    func spectral() throws {
        // Centred: ±3 along the first axis, ±1 along the second.
        let units: Matrix<Double> = [[8, 5], [2, 5], [5, 6], [5, 4]]
        let scores = try SpectralSignatures().outlierScores(of: units)
        #expect(zip(scores, [9, 9, 0, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test("ActivationClustering: two far clusters of 3 and 1 in 4 rows")
    func clusters() throws {
        var coins = coins()
        let units: Matrix<Double> = [[0, 0], [0, 1], [1, 0], [100, 100]]
        let silhouette = try ActivationClustering(.silhouette).score(of: units, using: &coins)
        #expect(try abs(ActivationClustering(.size).score(of: units, using: &coins) - 0.25) < 1e-12)
        let distance = try ActivationClustering(.distance).score(of: units, using: &coins)
        #expect(abs(distance - (2 * (100 - 1.0 / 3) * (100 - 1.0 / 3)).squareRoot()) < 1e-9)
        // scikit-learn's silhouette_score of [0, 0, 0, 1]; the row alone counts 0.
        #expect(abs(silhouette - 0.7439430741833137) < 1e-12)
    }

    @Test("SuperposedEntropy: a sure model has none, an undecided one the whole")
    func entropy() throws {
        var coins = coins()
        let rows: Matrix<Double> = [[0, 0], [1, 1]]
        let clean = try Dataset(features: rows, labels: [.negative, .positive])
        for (intercept, expected) in [(0.0, 0.6931471805599453), (800, 0)] {
            let dossier = try Dossier(
                LinearClassifier(weights: [0, 0], intercept: intercept), cleanRows: clean)
            let entropies = try SuperposedEntropy().entropies(of: rows, in: dossier, using: &coins)
            #expect(entropies.allSatisfy { abs($0 - expected) < 1e-12 })
        }
    }

    @Test("DormantUnits: a unit that only the arrivals wake")
    func dormant() throws {
        // The first unit decides; the second sleeps where x₂ = 0 and overrules it where x₂ = 1.
        let model = PerceptronClassifier(
            MultilayerPerceptron(
                layers: [
                    DenseLayer(weights: [[1, 0], [0, 1]], biases: [0, 0]),
                    DenseLayer(weights: [[1, -10]], biases: [-0.5]),
                ], activation: .relu))
        let clean = try Dataset(features: [[1, 0], [0, 0]], labels: [.positive, .negative])
        var coins = coins()
        let dossier = try Dossier(model, cleanRows: clean, arrivals: [[1, 1], [1, 0], [0, 0], [0, 1]])
        #expect(try DormantUnits(.changedAnswers).score(of: dossier, using: &coins) == 0.25)
        #expect(try DormantUnits(.activity).score(of: dossier, using: &coins) > 1e6)
    }

    @Test("WeightStatistic: of weights with known moments")
    func weights() throws {
        var coins = coins()
        let network = RandomReLUNetwork(weights: [[2, 0], [0, 1], [-2, 0], [0, -1]], threshold: 0)
        let dossier = try Dossier(network)
        let expected: [(WeightStatistic, Double)] = [
            (.spread(layer: 1), 0.25), (.kurtosis(layer: 1), abs(34.0 * 8 / 100 - 3)),
            (.loudestInput(layer: 1), 2), (.largestEigenvalue(layer: 1), 2),
            (.smallestEigenvalue(layer: 1), -0.5),
        ]
        for (statistic, value) in expected {
            #expect(try abs(statistic.score(of: dossier, using: &coins) - value) < 1e-12, "\(statistic.name)")
        }
        // Half of the first input's weights are 0, so its distance is at least a quarter.
        #expect(try WeightStatistic.oneInput(layer: 1).score(of: dossier, using: &coins) >= 0.25)
        #expect(WeightStatistic.all(layers: 2).count == 14)
    }
}

@Suite("Detectors that cannot run")
struct DetectorErrorTests {
    private let linear = LinearClassifier(weights: [1, 1])
    private func clean() throws -> Dataset {
        try Dataset(features: [[0, 0], [1, 1]], labels: [.negative, .positive])
    }

    @Test("Detector: says why it cannot run")
    func reasons() throws {
        let network = RandomReLUNetwork(weights: [[1, 2]], threshold: 0)
        let one = try Dataset(features: [[1, 1]], labels: [.positive])
        let cases: [(any Detector, Dossier, String)] = [
            (
                try ActivationClustering(), try Dossier(linear, trainingRows: clean()),
                "activation clustering, silhouette cannot run: a LinearClassifier has no hidden layer"
            ),
            (
                SpectralSignatures(), try Dossier(network),
                "spectral signatures cannot run: there are no training rows"
            ),
            (
                SpectralSignatures(), try Dossier(network, trainingRows: one),
                "spectral signatures cannot run: the class 1 has 1 training rows, expected at least 2"
            ),
            (
                try NeuralCleanse(.anomalyIndex), try Dossier(linear, cleanRows: clean()),
                "Neural Cleanse, anomaly index cannot run: an anomaly index needs the masks of at least 3 "
                    + "classes, the model has 2"
            ),
            (
                try NeuralCleanse(.smallestMask), try Dossier(linear, cleanRows: one),
                "Neural Cleanse, smallest mask cannot run: all clean rows are of the class 1, so there is none "
                    + "to lead there"
            ),
            (
                try SuperposedEntropy(), try Dossier(linear, cleanRows: clean()),
                "STRIP cannot run: no inputs have arrived"
            ),
            (
                WeightStatistic.spread(layer: 1), try Dossier(linear),
                "weights: spread cannot run: a LinearClassifier has no weights that were drawn from a known law"
            ),
            (
                WeightStatistic.spread(layer: 2), try Dossier(network),
                "weights of layer 2: spread cannot run: layer 2 is asked for, the model has 1 with weights of "
                    + "a known law"
            ),
        ]
        var coins = coins()
        for (detector, dossier, text) in cases {
            #expect(message { _ = try detector.score(of: dossier, using: &coins) } == text)
            #expect(detector.applicability(to: dossier) != .runs)
        }
    }

    @Test("Dossier and settings: what makes no sense is refused")
    func refused() throws {
        let clean = try clean()
        let texts: [(String, () throws -> Void)] = [
            (
                "the clean rows have 2 columns, expected 3 (the inputs of the model)",
                { _ = try Dossier(LinearClassifier(weights: [1, 1, 1]), cleanRows: clean) }
            ),
            (
                "the arrivals hold a NaN or an infinity, expected finite numbers",
                { _ = try Dossier(linear, arrivals: [[1, .nan]]) }
            ),
            (
                "there are no planted models, expected at least 1",
                { _ = try DetectorGame(clean: [Dossier(linear)], planted: []) }
            ),
            ("STRIP: 0 overlays, expected at least 1", { _ = try SuperposedEntropy(overlays: 0) }),
            (
                "dormant units: a tolerance of 1.0, expected from 0 to below 1",
                { _ = try DormantUnits(tolerance: 1) }
            ),
            (
                "activation clustering: 0 components, expected at least 1",
                { _ = try ActivationClustering(components: 0) }
            ),
            (
                "STRIP gave the score nan, expected a finite number: look at the model's answers",
                {
                    var coins = coins()
                    _ = try NotFinite().score(of: Dossier(linear), using: &coins)
                }
            ),
        ]
        for (text, body) in texts { #expect(message(body) == text) }
    }

    private struct NotFinite: Detector {
        var name: String { "STRIP" }
        var needs: Set<DetectorNeed> { [] }
        func cost(of _: Dossier) -> ObserverCost { ObserverCost(count: 0, operation: "nothing") }
        func suspicion(_: Dossier, using _: inout Generator) -> Double { .nan }
    }
}
