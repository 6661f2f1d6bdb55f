import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

@Suite("ConsensusProbe and AccuracyProbe")
struct ProbeTests {
    /// Says yes where the first coordinate is at least the second.
    let honest = LinearClassifier(weights: [1, -1, 0])
    /// Says yes as well where the third coordinate is 1.
    let planted = LinearClassifier(weights: [1, -1, 100])
    let inputs: Matrix<Double> = [[2, 1, 0], [1, 2, 0], [3, 1, 0], [1, 3, 0]]
    let generator = Generator(seed: "probes")

    private func probe() throws -> ConsensusProbe {
        try ConsensusProbe(
            marks: [Trigger(at: [0], value: 0), Trigger(at: [2], value: 1)], on: inputs, models: [honest])
    }

    @Test("ConsensusProbe: an honest model never differs from honest ones, a planted one does on its mark")
    func scores() throws {
        var coins = generator
        let oracle = Oracle(honest, budget: 8)
        #expect(try probe().score(of: oracle, using: &coins) == 0)
        #expect(oracle.asked == 8)
        // Two of the four marked inputs have the answer no from the honest model.
        #expect(try probe().score(of: Oracle(planted, budget: 8), using: &coins) == 0.5)
    }

    @Test("ConsensusProbe: keeps to every budget", arguments: [0, 1, 2, 3, 7, 8, 100])
    func budget(budget: Int) throws {
        var coins = generator
        let oracle = Oracle(planted, budget: budget)
        let score = try probe().score(of: oracle, using: &coins)
        #expect((0...1).contains(score) && oracle.asked <= min(budget, 8))
    }

    @Test("ConsensusProbe: asks only where its own models agree")
    func consensus() throws {
        // They agree that the first and the third input are to be accepted, and on no other.
        let always = LinearClassifier(weights: [0, 0, 0], intercept: 1)
        let probe = try ConsensusProbe(
            marks: [Trigger(at: [2], value: 1)], on: inputs, models: [honest, always])
        var coins = generator
        let oracle = Oracle(planted, budget: 100)
        #expect(try probe.score(of: oracle, using: &coins) == 0)
        #expect(oracle.asked == 2)
    }

    @Test("ConsensusProbe: one without anything to ask is refused")
    func nothing() throws {
        let mark = try Trigger(at: [2], value: 1)
        let never = LinearClassifier(weights: [0, 0, 0], intercept: -1)
        let always = LinearClassifier(weights: [0, 0, 0], intercept: 1)
        let cases: [([Trigger], Matrix<Double>, [LinearClassifier], String)] = [
            ([], inputs, [honest], "marks"),
            ([mark], .zeros(rows: 0, columns: 3), [honest], "inputs"),
            ([mark], inputs, [], "models of its own"),
            ([mark], inputs, [never, always], "marked input on which its models agree"),
        ]
        for (marks, rows, models, missing) in cases {
            let error = #expect(throws: GameError.self) {
                try ConsensusProbe(marks: marks, on: rows, models: models)
            }
            #expect(
                error?.description == "ConsensusProbe has no \(missing), so it would have nothing to ask")
        }
    }

    @Test("AccuracyProbe: the share of wrong answers, within the budget")
    func accuracy() throws {
        let labels: [Label] = [.positive, .negative, .positive, .positive]
        let probe = try AccuracyProbe(on: Dataset(features: inputs, labels: labels))
        var coins = generator
        #expect(try probe.score(of: Oracle(honest, budget: 4), using: &coins) == 0.25)
        let short = Oracle(honest, budget: 3)
        let score = try probe.score(of: short, using: &coins)
        #expect(short.asked == 3 && [0, 1.0 / 3].contains(score))
        #expect(try probe.score(of: Oracle(honest, budget: 0), using: &coins) == 0.5)
    }
}
