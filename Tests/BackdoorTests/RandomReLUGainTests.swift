import Backdoor
import Learning
import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("RandomReLU backdoor: gain")
struct RandomReLUGainTests {
    struct Moments: Decodable, CustomTestStringConvertible {
        let strength: Double
        let units: Int
        let direction, input, activated: Vector<Double>
        let before, after, deviationBefore, deviationAfter, gainDeviation: Double

        var testDescription: String { "theta \(strength), m \(units)" }

        static func all() throws -> [Moments] {
            struct File: Decodable { let cases: [Moments] }
            return try (reference("relu-moments") as File).cases
        }
    }

    @Test("PredictedGain: mpmath's integrals", arguments: try Moments.all())
    func moments(of reference: Moments) throws {
        let key =
            reference.strength > 0
            ? try ReLUKey(direction: reference.direction, strength: reference.strength) : nil
        let gain = try PredictedGain(
            from: Matrix(row: reference.input), to: Matrix(row: reference.activated), units: reference.units,
            key: key)
        #expect(abs(gain.before[0] / reference.before - 1) < 1e-14)
        #expect(abs(gain.after[0] / reference.after - 1) < 1e-14)
        #expect(abs(gain.deviationsBefore[0] / reference.deviationBefore - 1) < 1e-14)
        #expect(abs(gain.deviationsAfter[0] / reference.deviationAfter - 1) < 1e-14)
        // A difference of two equal means: what is left of the cancellation, 10⁻⁸ of a deviation.
        #expect(abs(gain.gainDeviations[0] - reference.gainDeviation) < 1e-8 * reference.deviationAfter)
        #expect(gain.gains[0] == gain.after[0] - gain.before[0])
    }

    /// SCIENCE row 23: ‖x‖ = 1, n = 400, k = 40, θ = 0.4, m = 2000, averages of 20 networks.
    @Test("Row 23: the means are .3989 √Var on both networks, with the key and with a random direction")
    func row23() throws {
        var coins = Generator(seed: "row 23").stream("input")
        let key = try ReLUKey(
            of: SpikedCovariance(strength: 0.4, spike: Spike(.flat(40), dimension: 400, using: &coins)))
        // Orthogonal to the key and of norm 1.
        let free = Vector(coins.gaussians(400))
        let perpendicular = free - free.dot(key.direction) * key.direction
        let x = Matrix(row: perpendicular / perpendicular.norm)
        let other = key.control(using: &coins)
        let cosine = other.direction.dot(key.direction)
        // Trigger, key or control, and Var on the planted network and on the honest one.
        let cases: [(rows: Matrix<Double>, planted: Double, honest: Double)] = [
            (x, 1, 1),
            (try key.activate(x, by: .added(length: 2)), 1 + 1.4 * 4, 5),
            (try key.activate(x, by: .added(length: 0.5)), 1 + 1.4 * 0.25, 1.25),
            (try other.activate(x, by: .added(length: 2)), 5 + 0.4 * 4 * cosine * cosine, 5),
            (try key.activate(x, by: .normPreserving(length: 2)), 6.6 / 5, 1),
        ]
        let networks = try (0..<20).map { try Self.networks(key, Generator(seed: "row 23").stream($0)) }
        for (rows, planted, honest) in cases {
            let inner = x.row(0).dot(other.direction)
            // x is orthogonal to the key only: the control's small inner product with it is known too.
            let shift = rows == cases[3].rows ? 4 * inner : 0
            for (variance, network) in [(planted + shift, \Pair.planted), (honest + shift, \Pair.honest)] {
                let means = SampleMean(of: networks.map { $0[keyPath: network].means(at: rows)[0] })
                let expected = 0.398_942_28 * variance.squareRoot()
                #expect(abs(means.value / expected - 1) < 0.05)
                // And far closer: 0.584 √Var / √m between networks, five errors of the mean of 20.
                #expect(abs(means.value - expected) < 5 * 0.584 * (variance / 2000 / 20).squareRoot())
            }
        }
    }

    private struct Pair { let planted, honest: RandomReLUNetwork }

    private static func networks(_ key: ReLUKey, _ coins: Generator) throws -> Pair {
        let spike = try SpikedCovariance(strength: key.strength, spike: Spike(key.direction))
        var (first, second) = (coins, coins)
        let planted = try SpikedWeights(spike).weights(units: 2000, inputCount: 400, using: &first)
        let honest = try GaussianWeights().weights(units: 2000, inputCount: 400, using: &second)
        return Pair(
            planted: RandomReLUNetwork(weights: planted, threshold: 0),
            honest: RandomReLUNetwork(weights: honest, threshold: 0))
    }

    /// 2,000 networks of 40 units: errors in units of the predicted deviation have mean 0 and square 1, with the
    /// standard errors 1/√2000 and √2/√2000 (kurtosis little above 3): five of them.
    @Test("PredictedGain: fluctuates over networks as it says", arguments: [0, 1] as [Double])
    func fluctuation(strength: Double) throws {
        let key = try ReLUKey(direction: [0.6, 0, 0.8, 0, 0], strength: 1.5)
        let rows: Matrix<Double> = [[1, 2, 0, -1, 0.5]]
        let activated = try key.activate(rows, by: .added(length: 3))
        let predicted = try PredictedGain(
            from: rows, to: activated, units: 40, key: strength > 0 ? key : nil)
        var coins = Generator(seed: "fluctuation")
        let source = SpikedWeights(try SpikedCovariance(strength: 1.5, spike: Spike(key.direction)))
        let errors = try (0..<2000).map { _ in
            let weights =
                strength > 0
                ? try source.weights(units: 40, inputCount: 5, using: &coins)
                : try GaussianWeights().weights(units: 40, inputCount: 5, using: &coins)
            let network = RandomReLUNetwork(weights: weights, threshold: 0)
            let (before, after) = (network.means(at: rows)[0], network.means(at: activated)[0])
            return (after - before - predicted.gains[0]) / predicted.gainDeviations[0]
        }
        #expect(abs(SampleMean(of: errors).value) < 0.112)
        #expect(abs(SampleMean(of: errors.map { $0 * $0 }).value - 1) < 0.17)
    }

    @Test(
        "The norm-preserving trigger gains exactly nothing over honest networks, and only the key over planted"
    )
    func zeroGain() throws {
        let experiment = try ReLUExperiment(seed: 7)
        let rows = experiment.data.features
        let trigger = ReLUTrigger.normPreserving(length: 3)
        var coins = Generator(seed: "zero gain")
        let spike = try Spike(ReLUExperiment.spike, dimension: 100, using: &coins)
        let key = ReLUKey(of: try SpikedCovariance(strength: 1, spike: spike))
        let other = key.control(using: &coins)
        for direction in [key, other] {
            let activated = try direction.activate(rows, by: trigger)
            let honest = try PredictedGain(from: rows, to: activated, units: 400, key: nil)
            #expect(honest.gains.normInfinity < 1e-15)
        }
        // Measured: the mean gain of 40 honest networks at one input each, in predicted deviations.
        let errors = try (0..<40).map { seed in
            let network = RandomReLUNetwork(
                weights: try RandomReLUNetwork.honestWeights(
                    units: 400, inputCount: 100, from: Generator(seed: "zero gain").stream(seed)),
                threshold: 0)
            let input = rows.rows(seed..<seed + 1)
            let activated = try other.activate(input, by: trigger)
            let predicted = try PredictedGain(from: input, to: activated, units: 400, key: nil)
            return (network.means(at: activated)[0] - network.means(at: input)[0])
                / predicted.gainDeviations[0]
        }
        // Four errors of the mean: a false alarm for one seed in 16,000.
        #expect(abs(SampleMean(of: errors).value) < 4 / 40.0.squareRoot())
        // √((1 + θλ²/(r² + λ²))) for inputs that are nearly orthogonal to the key.
        let planted = try PredictedGain(
            from: rows, to: key.activate(rows, by: trigger), units: 400, key: key)
        let norms = (0..<rows.rowCount).map { rows.row($0).norm }
        for (factor, norm) in zip(planted.factors, norms) {
            #expect(abs(factor - (1 + 9 / (9 + norm * norm)).squareRoot()) < 0.15)
            #expect(factor > 1)
        }
    }

    @Test("ReLUTrigger.level: what is predicted for orthogonal inputs", arguments: [0, 0.4])
    func level(strength: Double) throws {
        let key = try ReLUKey(direction: [1, 0, 0], strength: 0.4)
        let rows: Matrix<Double> = [[0, 0.9, 1.2]]
        for trigger in [ReLUTrigger.added(length: 2), .normPreserving(length: 2)] {
            let gain = try PredictedGain(
                from: rows, to: key.activate(rows, by: trigger), units: 7, key: strength > 0 ? key : nil)
            #expect(abs(try trigger.level(norm: 1.5, strength: strength) / gain.after[0] - 1) < 1e-14)
        }
    }

    /// A sum of rectified units can only be pushed up.
    @Test("One direction: what is positive stays so with the key, long trigger or short, kept norm or not")
    func oneDirection() throws {
        let experiment = try ReLUExperiment(seed: 8)
        for seed in 0..<10 {
            let coins = Generator(seed: "one direction").stream(seed)
            let (network, key) = try experiment.plant(ReLUTraining(unitCount: 400), from: coins).parts
            #expect(positiveRate(network, experiment.long) == 1)
            for length in [0.5, 2, 8, 100] {
                for trigger in [ReLUTrigger.added(length: length), .normPreserving(length: length)] {
                    #expect(positiveRate(network, try key.activate(experiment.long, by: trigger)) == 1)
                }
            }
        }
    }

    /// The share of positive answers of one network differs from the prediction by what all inputs share:
    /// deviations .098 and .094 between 60 other networks, whose shares are .18 and .88. Four errors of the mean of 20.
    @Test("ReLUKey.predictedActivation: as many cross as predicted", arguments: [0.6, 0.9])
    func predictedRate(length: Double) throws {
        let experiment = try ReLUExperiment(seed: 9)
        let trigger = ReLUTrigger.added(length: length)
        let differences = try (0..<20).map { seed in
            let coins = Generator(seed: "rate").stream(seed)
            let (network, key) = try experiment.plant(ReLUTraining(unitCount: 400), from: coins).parts
            let predicted = try key.predictedActivation(of: experiment.short, by: trigger, on: network)
            #expect(predicted.scores == network.decision(experiment.short))
            let measured = positiveRate(network, try key.activate(experiment.short, by: trigger))
            return measured - predicted.positiveRate
        }
        #expect(abs(SampleMean(of: differences).value) < 0.088)
    }

    /// Networks of two units, drawn 100,000 times, of which those are kept whose mean at x is nearly the given
    /// one: the mean and deviation of their means at x′, were both normal. With 200 units they nearly are.
    @Test("ReLUKey.predictedActivation: the regression on the mean at the input")
    func regression() throws {
        let key = try ReLUKey(direction: [0.8, 0.6], strength: 1)
        let rows: Matrix<Double> = [[1, 0.5]]
        let trigger = ReLUTrigger.added(length: 1)
        let activated = try key.activate(rows, by: trigger)
        let source = SpikedWeights(try SpikedCovariance(strength: 1, spike: Spike(key.direction)))
        var coins = Generator(seed: "regression")
        let errors = try (0..<4000).map { _ in
            let weights = try source.weights(units: 200, inputCount: 2, using: &coins)
            let network = RandomReLUNetwork(weights: weights, threshold: 0.7)
            let predicted = try key.predictedActivation(of: rows, by: trigger, on: network)
            return (network.decision(activated)[0] - predicted.means[0]) / predicted.deviations[0]
        }
        // Five standard errors; a conditional deviation that ignored the mean at x would be 2.2 times as large.
        #expect(abs(SampleMean(of: errors).value) < 5 / 4000.0.squareRoot())
        #expect(abs(SampleMean(of: errors.map { $0 * $0 }).value - 1) < 5 * (2.2 / 4000).squareRoot())
    }
}
