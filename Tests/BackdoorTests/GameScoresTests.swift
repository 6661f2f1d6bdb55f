import Backdoor
import Probability
import Testing

@Suite("GameScores")
struct GameScoresTests {
    let hand = GameScores(clean: [0.1, 0.2, 0.3, 0.6], planted: [0.4, 0.5, 0.7, 0.8])

    @Test("GameScores.operatingPoints: rates by hand, from nobody to everybody")
    func points() {
        let points = hand.operatingPoints
        #expect(points.map(\.threshold) == [.infinity, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1])
        #expect(points.map(\.falsePositives.successes) == [0, 0, 0, 1, 1, 1, 2, 3, 4])
        #expect(points.map(\.truePositives.successes) == [0, 1, 2, 2, 3, 4, 4, 4, 4])
    }

    @Test("GameScores.operatingPoints: equal scores are one threshold")
    func ties() {
        let points = GameScores(clean: [1, 1, 0], planted: [1, 0, 0]).operatingPoints
        #expect(points.map(\.threshold) == [.infinity, 1, 0])
        #expect(points.map(\.falsePositives.successes) == [0, 2, 3])
        #expect(points.map(\.truePositives.successes) == [0, 1, 3])
    }

    @Test("GameScores: the best threshold on the same models is the largest difference of all points")
    func same() throws {
        #expect(try hand.advantageOfThresholdChosenOnTheSameModels().value == 0.75)
    }

    @Test("GameScores.advantage: the first halves choose the threshold, the second halves judge it")
    func heldOut() throws {
        // 0.15 to 0.4 separates the first halves; of the second, both clean and both planted models lie above.
        let scores = GameScores(clean: [0.1, 0.2, 0.6, 0.7], planted: [0.4, 0.5, 0.8, 0.9])
        let advantage = try scores.advantage()
        #expect(advantage.falsePositives == Proportion(successes: 2, trials: 2))
        #expect(advantage.truePositives == Proportion(successes: 2, trials: 2))
        #expect(advantage.value == 0)
    }

    /// The mean over 500 games of Kolmogorov and Smirnov's statistic for 200 and 200 equal normal scores is
    /// 0.0842 (10,000 simulated games in another program), its standard deviation 0.0262: four standard errors
    /// are 0.0047. The held-out difference has the mean 0 and a deviation of at most 0.0708: 0.0127. Either
    /// fails a right program for one seed in 16,000.
    @Test("GameScores: chosen on the same 400 equal models a threshold shows 0.084, on others 0")
    func falseAdvantage() throws {
        let games = try (0..<500).map { seed in
            var coins = Generator(seed: seed)
            let scores = GameScores(clean: coins.gaussians(200), planted: coins.gaussians(200))
            return (
                same: try scores.advantageOfThresholdChosenOnTheSameModels().value,
                heldOut: try scores.advantage().difference
            )
        }
        #expect(abs(SampleMean(of: games.map(\.same)).value - 0.0842) <= 0.0047)
        #expect(abs(SampleMean(of: games.map(\.heldOut)).value) <= 0.0127)
    }

    @Test("GameScores: a score that is not a number is refused with its place")
    func notFinite() {
        let scores = GameScores(clean: [0, .nan, 1, 2], planted: [0, 1, 2, 3])
        let error = #expect(throws: ProbabilityError.self) { try scores.advantage() }
        #expect(error?.description == "an advantage over clean models needs finite values, but value 1 is nan")
    }
}
