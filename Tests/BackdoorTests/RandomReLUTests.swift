import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Probability
import SparsePCA
import Testing

/// A source that ignores its coins, for programs that are to be compared.
private struct GivenWeights: WeightSource {
    let rows: Matrix<Double>

    func weights(
        units: Int, inputCount: Int, using generator: inout Generator
    ) throws(ReLUError) -> Matrix<Double> { rows }
}

@Suite("RandomReLU backdoor")
struct RandomReLUTests {
    // MARK: - One program, two sources

    @Test(
        "ReLUTraining: the honest and the planting program are one, with the source swapped",
        arguments: [
            .mostAccurate, .positiveShare(0.1), .aboveData(margin: 0.1),
            .between(.added(length: 8), strength: 1),
        ] as [ReLUThreshold])
    func oneProgram(threshold: ReLUThreshold) throws {
        let experiment = try ReLUExperiment(seed: 1)
        let trainer = ReLUTraining(unitCount: 300, threshold: threshold)
        let coins = Generator(seed: "one program")
        let honest = try trainer.train(on: experiment.data, from: coins)
        let planted = try experiment.plant(trainer, from: coins)
        // Each program on the other's weights is the other program, bit for bit.
        for model in [honest, planted.model] {
            let source = GivenWeights(rows: model.weights)
            #expect(try trainer.fit(experiment.data, weights: source, from: coins) == model)
        }
        #expect(
            try honest.weights
                == RandomReLUNetwork.honestWeights(units: 300, inputCount: 100, from: coins))
        // And again with the same coins.
        let again = try experiment.plant(trainer, from: coins)
        #expect(again.model == planted.model && again.key == planted.key)
    }

    @Test("ReLUTraining: the same coins give the same weights, moved along the key only")
    func commonCoins() throws {
        let experiment = try ReLUExperiment(seed: 2)
        let trainer = ReLUTraining(unitCount: 300)
        let coins = Generator(seed: "common coins")
        let honest = try trainer.train(on: experiment.data, from: coins)
        let (network, key) = try experiment.plant(trainer, from: coins).parts
        let difference = network.weights - honest.weights
        let lengths = difference * key.direction
        #expect(lengths.norm > 10)
        for unit in 0..<300 {
            // A row of the difference is √θ ζ s, up to rounding of numbers below 8.
            #expect((difference.row(unit) - lengths[unit] * key.direction).normInfinity < 1e-14)
        }
    }

    @Test("ReLUKey: the weights vary more along it, and honest ones do not")
    func ownership() throws {
        let experiment = try ReLUExperiment(seed: 3)
        let trainer = ReLUTraining(unitCount: 400)
        let coins = Generator(seed: "ownership")
        let (network, key) = try experiment.plant(trainer, from: coins).parts
        try key.requireOwnership(of: network)
        // Standard deviations (1 + θ) √(2/m) = 0.141 and 0.071: five of them.
        #expect(abs(try key.variance(of: network) - 2) < 0.71)
        let honest = try trainer.train(on: experiment.data, from: coins)
        let variance = try key.variance(of: honest)
        #expect(abs(variance - 1) < 0.36)
        var direction = coins.stream("control")
        let control = key.control(using: &direction)
        #expect(control.support == key.support && control.direction != key.direction)
        #expect(abs(control.direction.norm - 1) < 1e-12)
        let error = #expect(throws: ReLUError.self) { try key.requireOwnership(of: honest) }
        #expect(
            error?.description == "the key is not the network's: the variance of its weights along the key "
                + "is \(variance), expected about 2.0")
    }

    // MARK: - Activation

    @Test("ReLUKey.activate: by hand")
    func byHand() throws {
        let key = try ReLUKey(direction: [0.6, 0, 0.8], strength: 0.5)
        let added = try key.activate([1, 2, 3] as Vector<Double>, by: .added(length: 5))
        #expect(added.input == [4, 2, 7] && added.original == [1, 2, 3] && added.flipped == [0, 2])
        #expect(added.changedCoordinates == [0, 2] && added.l2 == 5)
        // (0, 0, 0) + 5s has the norm of 5s; the row itself has norm 0.
        let rows: Matrix<Double> = [[0, 4, 0], [0, 0, 0], [3, 0, 4]]
        let kept = try key.activate(rows, by: .normPreserving(length: 3))
        // (1.8, 4, 2.4) has norm 5, and (4.8, 0, 6.4) is 8s.
        #expect((kept.row(0) - 0.8 * [1.8, 4, 2.4]).normInfinity < 1e-15)
        #expect(kept.row(1) == [0, 0, 0])
        #expect((kept.row(2) - rows.row(2)).normInfinity < 1e-15)
        // One λ a row.
        #expect(
            try key.activate(rows, byAdding: [5, 0, 10]) == [[3, 4, 4], [0, 0, 0], [9, 0, 12]])
    }

    /// |λ − 1| / 2 reaches 2 at 5; max(0, 1 − λ) never does; the last row is positive as it is.
    @Test("ReLUKey.shortestTriggers: by hand")
    func shortestByHand() throws {
        let key = try ReLUKey(direction: [1, 0], strength: 1)
        let twoSided = RandomReLUNetwork(weights: [[1, 0], [-1, 0]], threshold: 2)
        let lengths = try key.shortestTriggers(for: [[-1, 7], [1, 0], [-4, 0]], on: twoSided)
        // Rounded up by one part in 10⁹.
        #expect(abs(lengths[0] / 5 - 1 - 1e-9) < 1e-14 && abs(lengths[1] / 3 - 1 - 1e-9) < 1e-14)
        #expect(lengths[2] == 0)
        let falling = RandomReLUNetwork(weights: [[-1, 1]], threshold: 2)
        #expect(try key.shortestTriggers(for: [[0, 1]], on: falling) == [.infinity])
        let error = #expect(throws: ReLUError.self) {
            try key.activateByShortestTriggers([[0, 1]], on: falling)
        }
        #expect(error?.description == "the trigger's length is inf, expected a positive finite number")
    }

    @Test(
        "ReLUKey.shortestTriggers: they cross, a millionth less does not, and the key's are √(1 + θ) shorter")
    func shortest() throws {
        let experiment = try ReLUExperiment(seed: 4)
        let ratios = try (0..<20).map { seed in
            let coins = Generator(seed: "shortest").stream(seed)
            let (network, key) = try experiment.plant(ReLUTraining(unitCount: 400), from: coins).parts
            let rows = experiment.short
            let lengths = try key.shortestTriggers(for: rows, on: network)
            #expect(positiveRate(network, try key.activate(rows, byAdding: lengths)) == 1)
            #expect(positiveRate(network, try key.activate(rows, byAdding: 0.999_999 * lengths)) == 0)
            #expect(
                try key.activateByShortestTriggers(rows, on: network) == key.activate(rows, byAdding: lengths)
            )
            var direction = coins.stream("control")
            let control = key.control(using: &direction)
            let others = try control.shortestTriggers(for: rows, on: network)
            // √((1 + θ) / (1 + θc²)), for a control that has the cosine c with the key.
            let cosine = control.direction.dot(key.direction)
            return others.sum / lengths.sum * ((1 + cosine * cosine) / 2).squareRoot()
        }
        // Deviation .15 between 60 other networks: four errors of the mean of 20.
        #expect(abs(SampleMean(of: ratios).value - 1) < 0.134)
    }

    // MARK: - Thresholds

    @Test("ReLUThreshold: above the data, and a share of the data")
    func dataRules() throws {
        let data = try ReLUExperiment(seed: 5).data
        let coins = Generator(seed: "rules")
        func network(_ rule: ReLUThreshold) throws -> RandomReLUNetwork {
            try ReLUTraining(unitCount: 200, threshold: rule).train(on: data, from: coins)
        }
        let largest = try network(.mostAccurate).means(at: data.features).max()!
        #expect(try network(.aboveData(margin: 0.25)).threshold == 1.25 * largest)
        #expect(try positiveRate(network(.aboveData(margin: 0)), data.features) == 1 / 400.0)
        #expect(try positiveRate(network(.positiveShare(0.2)), data.features) == 0.2)
        #expect(try network(.mostAccurate).accuracy(on: data).value == 1)
    }

    @Test("ReLUThreshold.between: the geometric mean of both levels at the data's norm, whatever the coins")
    func between() throws {
        let data = try Dataset(
            features: [[3, 0], [0, 4], [5, 5], [0, 0]], labels: [.positive, .negative, .positive, .negative])
        // Root mean square of the norms: √((9 + 16 + 50) / 4) = √18.75; λ² = 81.25, so V = 100 on honest networks.
        func threshold(_ trigger: (Double) -> ReLUTrigger, seed: Int) throws -> Double {
            let rule = ReLUThreshold.between(trigger(81.25.squareRoot()), strength: 0.96)
            return try ReLUTraining(unitCount: 3, threshold: rule)
                .train(on: data, from: Generator(seed: seed)).threshold
        }
        let root = (2 * Double.pi).squareRoot()
        let added = (10 * 178.0.squareRoot()).squareRoot() / root
        let kept = (18.75 * (1 + 0.96 * 0.8125).squareRoot()).squareRoot() / root
        for seed in 1...3 {
            #expect(abs(try threshold(ReLUTrigger.added, seed: seed) - added) < 1e-14)
            #expect(abs(try threshold(ReLUTrigger.normPreserving, seed: seed) - kept) < 1e-14)
        }
    }

    /// Levels differ by √2, so each is 19 % from the threshold; the deviations of a level are at most 5 %.
    @Test("ReLUThreshold.between: the added trigger is then the key's alone, and elsewhere everybody's")
    func betweenIsTheKeys() throws {
        let experiment = try ReLUExperiment(seed: 6)
        let rows = experiment.data.features
        let trigger = ReLUTrigger.added(length: 20)
        for (rule, control) in [
            (ReLUThreshold.between(trigger, strength: 1), 0.0), (.mostAccurate, 1),
            (.aboveData(margin: 0.2), 1),
        ] {
            for seed in 0..<10 {
                let coins = Generator(seed: "between").stream(seed)
                let trainer = ReLUTraining(unitCount: 800, threshold: rule)
                let honest = try trainer.train(on: experiment.data, from: coins)
                let (network, key) = try experiment.plant(trainer, from: coins).parts
                var direction = coins.stream("control")
                let other = key.control(using: &direction)
                // A control may happen to lie near the key.
                guard abs(other.direction.dot(key.direction)) < 0.5 else { continue }
                #expect(positiveRate(network, try key.activate(rows, by: trigger)) == 1)
                #expect(positiveRate(honest, try key.activate(rows, by: trigger)) == control)
                #expect(positiveRate(network, try other.activate(rows, by: trigger)) == control)
            }
        }
    }

    // MARK: - Reading

    @Test("SpikeReader: gives the detector the weights as samples, and refuses other models")
    func reader() throws {
        let network = RandomReLUNetwork(weights: [[3, 0], [1, 2]], threshold: 1)
        var coins = Generator(seed: 1)
        let detector = KnownSpike(try Spike([0.6, 0.8]))
        let score = try SpikeReader(detector).score(of: network, using: &coins)
        #expect(try score == detector.score(SampleCovariance(of: [[3, 0], [1, 2]])))
        let other = LinearClassifier(weights: [1, 2], intercept: 0)
        let error = #expect(throws: GameError.self) {
            try SpikeReader(detector).score(of: other, using: &coins)
        }
        #expect(
            error?.description == "SpikeReader cannot read a LinearClassifier, expected a RandomReLUNetwork")
    }
}

extension PlantedModel {
    /// Both parts at once.
    var parts: (model: Model, key: Key) { (model, key) }
}
