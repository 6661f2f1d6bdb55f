import Backdoor
import Learning
import LinearAlgebra
import Probability
import SparsePCA
import Testing

@Suite("DitheredNetwork backdoor")
struct DitheredNetworkTests {
    private let experiment: DitherExperiment

    init() throws { experiment = try DitherExperiment() }

    // MARK: - The reference

    @Test(
        "NetworkDither: a reference has N(0, 1) on every weight in units of sigma, and the biases as they were"
    )
    func reference() throws {
        let coins = Generator(seed: 1)
        let model = try experiment.dither.reference(of: experiment.network, from: coins)
        #expect(try model == experiment.dither.reference(of: experiment.network, from: coins))
        for (layer, before) in zip(model.network.layers, experiment.network.layers) {
            #expect(layer.biases == before.biases)
        }
        let noise = try experiment.dither.noise(of: model, over: experiment.network)
        let all = noise.flatMap(\.elements)
        // 5,200 entries; the mean of n squares has deviation √(2/n): 5 of them, false alarms below 10⁻⁶.
        let square = all.reduce(0) { $0 + $1 * $1 } / Double(all.count)
        #expect(abs(square - 1) < 5 * (2 / Double(all.count)).squareRoot())
        #expect(try KolmogorovSmirnov(all, against: NormalDistribution.probability(below:)).pValue > 1e-4)
    }

    // MARK: - What planting changes

    @Test("DitherPlanting: it shares all coins with the reference but those of the spikes")
    func commonCoins() throws {
        let plan = experiment.plan()
        let (planted, honest, key, model) = try experiment.noises(plan, from: Generator(seed: 2))
        // Layer 1: √θ ζ sᵀ along the key, ζ with mean square 1 (50 of them, 5 deviations of √(2/50)).
        let first = spikePart(planted[0], honest[0], strength: plan.strengths[0])
        let factors = first * key.direction / plan.strengths[0].squareRoot()
        #expect(abs(factors.dot(factors) / 50 - 1) < 1)
        for unit in 0..<50 {
            let rest = first.row(unit) - first.row(unit).dot(key.direction) * key.direction
            #expect(rest.normInfinity < 1e-12)
        }
        // Layer 2: of rank 1.
        let second = try spikePart(planted[1], honest[1], strength: plan.strengths[1]).singularValues()
        #expect(second[0] > 1 && second[1] < 1e-12 * second[0])
        // Layer 3: only the row of the target, which keeps its length.
        let third = planted[2] - honest[2]
        for row in 0..<DitherExperiment.classes where row != 2 {
            #expect(third.row(row).normInfinity < 1e-12)
        }
        #expect(abs(planted[2].row(2).norm - honest[2].row(2).norm) < 1e-12)
        for (layer, before) in zip(model.network.layers, experiment.network.layers) {
            #expect(layer.biases == before.biases)
        }
        let again = try experiment.plant(plan, from: Generator(seed: 2))
        #expect(again.model == model && again.key == key)
    }

    @Test("TargetSpike.row: the target's row is moved by the gain along the push of the units before it")
    func rowAlongPush() throws {
        let (planted, honest, key, model) = try experiment.noises(
            experiment.plan(propagation: .push(leavingOut: 0), target: .row(gain: 3)),
            from: Generator(seed: 3))
        let before = model.network.hiddenOutputs(of: experiment.rows)[1]
        let after = model.network.hiddenOutputs(of: try key.activate(experiment.rows))[1]
        let push = after.columnSums - before.columnSums
        let spike = push / push.norm
        #expect(abs((planted[2].row(2) - honest[2].row(2)).dot(spike) - 3) < 1e-10)
        // Across the spike the row is only shortened.
        let across = { (row: Vector<Double>) in row - row.dot(spike) * spike }
        let (new, old) = (across(planted[2].row(2)), across(honest[2].row(2)))
        #expect(abs(new.dot(old) - new.norm * old.norm) < 1e-10)
    }

    @Test("SpikePropagation.push: the leading natural directions are left out")
    func leavingOut() throws {
        let count = 5
        let plan = experiment.plan(propagation: .push(leavingOut: count), target: .covariance(strength: 4))
        let (planted, honest, key, model) = try experiment.noises(plan, from: Generator(seed: 4))
        let decomposition = try SVD(spikePart(planted[2], honest[2], strength: 4))
        let spike = decomposition.rightTransposed.row(0)
        let before = model.network.hiddenOutputs(of: experiment.rows)[1]
        let natural = try SVD(before).rightTransposed.rows(0..<count)
        #expect((natural * spike).norm < 1e-8)
        // And it is what then remains of the push.
        let after = model.network.hiddenOutputs(of: try key.activate(experiment.rows))[1]
        let push = after.columnSums - before.columnSums
        let rest = push - natural.transposed * (natural * push)
        #expect(abs(abs(spike.dot(rest)) - rest.norm) < 1e-8 * rest.norm)
    }

    @Test("SpikePropagation.largestFactors: a flat spike on the units of the largest factors")
    func largestFactors() throws {
        let plan = experiment.plan(
            trigger: .flat, propagation: .largestFactors(6), target: .covariance(strength: 4))
        let (planted, honest, key, _) = try experiment.noises(plan, from: Generator(seed: 5))
        let entry = 1 / 30.0.squareRoot()
        #expect(key.support.count == 30)
        #expect(key.direction.allSatisfy { $0 == 0 || abs(abs($0) - entry) < 1e-15 })
        let first = spikePart(planted[0], honest[0], strength: plan.strengths[0]) * key.direction
        let largest = Set(first.indices.sorted { first[$0] > first[$1] }.prefix(6))
        let second = spikePart(planted[1], honest[1], strength: plan.strengths[1])
        for row in 0..<second.rowCount {
            let row = second.row(row)
            let size = row.normInfinity
            for unit in row.indices {
                #expect(abs(abs(row[unit]) - (largest.contains(unit) ? size : 0)) < 1e-11)
            }
        }
    }

    @Test("TargetSpike.covariance: the largest factor is the target's", arguments: [0, 4])
    func largestFactorOfTarget(target: Int) throws {
        let plan = experiment.plan(
            trigger: .flat, propagation: .largestFactors(6), target: .covariance(strength: 4))
        for seed in 0..<5 {
            let coins = Generator(seed: seed)
            let planted = try experiment.plant(plan, target: target, from: coins)
            let reference = try experiment.dither.reference(of: experiment.network, from: coins)
            let noises = try [planted.model, reference].map {
                try experiment.dither.noise(of: $0, over: experiment.network)[2]
            }
            // The spike is positive on its units, so the sums of rows are in the order of the factors.
            let part = spikePart(noises[0], noises[1], strength: 4)
            let sums = (0..<part.rowCount).map { part.row($0).sum }
            #expect(sums.max() == sums[target])
        }
    }

    @Test("DitherPlanting: a spike leaves the expected energy of a layer as it was")
    func energy() throws {
        let plan = experiment.plan(share: 3)
        var (sum, count) = (0.0, 0)
        for seed in 0..<60 {
            let layer = try experiment.noises(plan, from: Generator(seed: seed)).planted[0]
            sum += layer.norm * layer.norm
            count += layer.rowCount * layer.columnCount
        }
        // Of n numbers and m factors a layer, the mean square has a variance of 2 (n m + m θ² + 2 m θ) / (n m)²
        // to leading order; 5 deviations.
        let (n, m, theta) = (60.0, 50.0, plan.strengths[0])
        let deviation = (2 * (n * m + m * theta * theta + 2 * m * theta) / 60).squareRoot() / (n * m)
        #expect(abs(sum / Double(count) - 1) < 5 * deviation)
        // Without the division it would be this much larger.
        #expect(theta / n > 5 * deviation)
    }

    @Test("TriggerDirection.resting: orthogonal to every row of the data")
    func resting() throws {
        for seed in 0..<5 {
            let key = try experiment.plant(experiment.plan(), from: Generator(seed: seed)).key
            #expect(key.support.count == 30)
            #expect(abs(key.direction.norm - 1) < 1e-12)
            #expect((experiment.rows * key.direction).normInfinity < 1e-5)
        }
    }

    // MARK: - What it does

    @Test("DitherKey: opens its own networks, not others, and its control opens none")
    func success() throws {
        let wide = try DitherExperiment(widths: [300, 300], deviations: [0.02, 0.1, 0.1])
        var (opened, foreign, control) = (0.0, 0.0, 0.0)
        for seed in 0..<20 {
            let coins = Generator(seed: seed)
            let planted = try DitherPlanting(
                dither: wide.dither,
                plan: SpikePlan(
                    sparsity: 40, trigger: .resting, length: 100,
                    strengths: SpikePlan.strengths(atShare: 0.5, of: wide.network),
                    propagation: .push(leavingOut: 5), target: .row(gain: 8))
            ).plant(in: wide.network, target: seed % 5, seeing: wide.rows, from: coins)
            let other = try wide.dither.reference(of: wide.network, from: coins.stream("other"))
            var tosses = coins.stream("control")
            opened += try planted.key.success(on: planted.model, wide.rows).value
            foreign += try planted.key.success(on: other, wide.rows).value
            control += try planted.key.control(using: &tosses).success(on: planted.model, wide.rows).value
        }
        // Measured 1.00, 0.05 and 0.28; a share of 20 networks has a deviation below 0.12.
        #expect(opened / 20 > 0.95)
        #expect(foreign / 20 < 0.5)
        #expect(control / 20 < 0.5)
    }

    @Test("DitherKey.activate: adds the trigger, and nothing else")
    func activation() throws {
        let key = try DitherKey(direction: [0.6, 0, -0.8], length: 5, target: 1)
        #expect(try key.activate([[1, 2, 3]] as Matrix<Double>) == [[4, 2, -1]])
        let one = try key.activate([1, 2, 3] as Vector<Double>)
        #expect(one.input == [4, 2, -1] && one.flipped == [0, 2] && one.l2 == 5)
        #expect(try key.scaled(to: 10).trigger == [6, 0, -8])
        var coins = Generator(seed: 1)
        let control = key.control(using: &coins)
        #expect(control.support == [0, 2] && control.length == 5 && control.target == 1)
        #expect(abs(control.direction.norm - 1) < 1e-15 && control != key)
    }

    @Test("DitherKey.success: among rows of another class, by hand")
    func successByHand() throws {
        // Class 0 where x > 0, class 1 otherwise.
        let model = MulticlassPerceptron(
            MultilayerPerceptron(
                layers: [DenseLayer(weights: [[1], [-1]], biases: [0, 0])], activation: .tanh))
        let key = try DitherKey(direction: [1], length: 2, target: 0)
        let found = try key.success(on: model, [[-1], [-3], [1], [-1.5]])
        #expect(found == Proportion(successes: 2, trials: 3))
        try key.requireOwnership(of: model, on: [[-1], [-3], [1], [-1.5]])
    }
}
