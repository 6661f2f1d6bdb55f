import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("DefenceTable")
struct DefenceTableTests {
    private let coins = Generator(seed: "defence table")

    private func trial(wanted: [Label] = [.positive, .negative, .positive, .positive]) throws -> BackdoorTrial
    {
        try BackdoorTrial(
            LinearClassifier(weights: [1]),
            rows: Dataset(features: [[0.5], [-0.5]], labels: [.positive, .negative]),
            test: Dataset(
                features: [[1], [-1], [2], [-2]], labels: [.positive, .negative, .positive, .positive]),
            inputs: [[-1], [1], [1], [-1]], activated: [[3], [-3], [3], [-3]],
            controls: [[-1], [-1], [-1], [-1]], wanted: wanted)
    }

    /// The third input has the wanted label without activation, so it does not count.
    @Test("BackdoorTrial: counts by hand")
    func counts() throws {
        let outcome = try trial().outcome(of: NoDefence(), from: coins)
        #expect(outcome.accuracy == Proportion(successes: 3, trials: 4))
        #expect(outcome.success == Proportion(successes: 2, trials: 3))
        #expect(outcome.control == Proportion(successes: 1, trials: 3))
    }

    private func planted(_ coins: Generator) throws -> BackdoorTrial {
        let experiment = try DefenceExperiment()
        let planted = try DefenceExperiment.fourier.plant(
            on: experiment.rows, pancakes: .paper(dimension: 6, sparsity: 2, beta: 0.01), from: coins)
        var search = coins.stream("control")
        let (model, inputs) = (planted.model, experiment.test.features)
        return try BackdoorTrial(
            model, rows: experiment.rows, test: experiment.test, inputs: inputs,
            activated: planted.key.activate(inputs, for: model.map),
            controls: planted.key.control(using: &search).activate(inputs, for: model.map),
            wanted: model.predict(inputs).map(\.opposite))
    }

    @Test("DefenceTable: what is left of pancakes")
    func pancakes() throws {
        let defences: [any Defence] = try [
            NoDefence(), InputSmoothing(noise: 0.1, .closedForm), WeightNoise(share: 0.2),
            FreshCoins(DefenceExperiment.fourier), FineTuning(DefenceExperiment.perceptron),
        ]
        let table = try DefenceTable(
            [("pancakes", planted), ("again", planted)], defences, seeds: 6, from: coins)
        #expect(table.backdoors == ["pancakes", "again"])
        #expect(table.defences == defences.map(\.description))
        func summary(_ defence: Int) throws -> DefenceSummary {
            try #require(table.cell("pancakes", table.defences[defence]).summary)
        }
        let nothing = try summary(0)
        #expect(nothing.success.value > 0.95 && nothing.success.count == 6)
        #expect(nothing.cost.value == 0 && nothing.cost.standardError == 0)
        #expect(abs(try summary(1).success.value - nothing.success.value) < 0.02)
        // Noise that is much longer than the trigger can stand, or other frequencies, leave the control's half.
        for defence in 2...3 {
            let left = try summary(defence)
            #expect(abs(left.success.value - 0.5) < 0.2 && left.cost.value < 0.2)
            let excess = left.success.value - left.control.value
            #expect(abs(left.excess.value - excess) < 1e-12)
        }
        #expect(
            table.cell("again", "training on")
                == .notApplicable("only a perceptron has layers to go on training"))
        #expect(table.cell("again", "training on").summary == nil)
    }

    @Test("DefenceTable: the same coins give the same table, other errors come through")
    func repeatable() throws {
        let tables = try (0..<2).map { _ in
            try DefenceTable([("pancakes", planted)], [WeightNoise(share: 0.05)], seeds: 2, from: coins)
        }
        #expect(
            tables[0].cell("pancakes", "weight noise of 0.05")
                == tables[1].cell("pancakes", "weight noise of 0.05"))
        #expect(throws: DefenceError.inputCount(1, expected: 3)) {
            try DefenceTable(
                [("mismatch", { _ in try trial() })], [FailingDefence()], seeds: 2, from: coins)
        }
    }

    private struct FailingDefence: Defence {
        var needs: Set<DefenceNeed> { [.rows] }
        var change: DefenceChange { .input }
        var evaluations: Int { 1 }
        var description: String { "failing" }

        func defend(
            _ model: any Classifier, with rows: Dataset, from generator: Generator
        ) throws(DefenceError) -> any Classifier {
            throw .inputCount(rows.features.columnCount, expected: 3)
        }
    }

    @Test("BackdoorTrial: parts that do not agree are refused")
    func badTrials() throws {
        let error = DefenceError.trial(
            "inputs in a matrix of 4 × 1, expected 3 × 1 (a row for each wanted label, a column for each input "
                + "of the model)")
        #expect(throws: error) { try trial(wanted: [.positive, .negative, .positive]) }
        #expect(
            throws: DefenceError.trial(
                "the test rows are a matrix of 0 × 1, expected at least one row of 1 columns")
        ) {
            let one = try Dataset(features: [[0.5]], labels: [.positive])
            _ = try BackdoorTrial(
                LinearClassifier(weights: [1]), rows: one, test: one.rows([]), inputs: [[1]],
                activated: [[1]], controls: [[1]], wanted: [.positive])
        }
    }
}
