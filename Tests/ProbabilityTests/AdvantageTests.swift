import Foundation
import Probability
import Testing

@Suite("Advantage")
struct AdvantageTests {
    @Test("ThresholdRule: separates what can be separated, half-way", arguments: [true, false])
    func separation(plantedIsAbove: Bool) throws {
        let (low, high) = ([1.0, 3, 2], [7.0, 5])
        let rule = try ThresholdRule(
            separating: plantedIsAbove ? low : high, from: plantedIsAbove ? high : low)
        #expect(rule == ThresholdRule(threshold: 4, side: plantedIsAbove ? .above : .below))
        #expect(rule.callsPlanted(4.5) == plantedIsAbove && rule.callsPlanted(3.5) != plantedIsAbove)
    }

    @Test("ThresholdRule: no other threshold is better (all tried)")
    func best() throws {
        var generator = Generator(seed: 41)
        for _ in 0..<50 {
            let clean = (0..<17).map { _ in (4 * generator.gaussian()).rounded() }
            let planted = (0..<11).map { _ in (4 * generator.gaussian() + 1).rounded() }
            let rule = try ThresholdRule(separating: clean, from: planted)
            let value = try Advantage(of: rule, clean: clean, planted: planted).value
            let others = try (-20...20).map { threshold in
                let other = ThresholdRule(threshold: Double(threshold) + 0.5, side: .above)
                return try Advantage(of: other, clean: clean, planted: planted).value
            }
            #expect(abs(value - (others.max() ?? 0)) < 1e-15)
            // It is Kolmogorov's distance.
            #expect(abs(value - (try KolmogorovSmirnov(clean, planted).statistic)) < 1e-15)
        }
    }

    @Test("ThresholdRule: equal scores cannot be told apart")
    func equalScores() throws {
        let advantage = try Advantage(clean: [1, 1, 1, 1], planted: [1, 1, 1, 1])
        #expect(advantage.value == 0 && !advantage.isSeen(level: 0.95))
        let neighbour = Double(1).nextUp
        let next = try ThresholdRule(separating: [1], from: [neighbour])
        #expect(!next.callsPlanted(1) && next.callsPlanted(neighbour))
    }

    @Test("Advantage: a threshold chosen on the models that judge it shows an advantage where there is none")
    func heldOut() throws {
        var (inSample, heldOut, signed) = (0.0, 0.0, 0.0)
        let experiments = 400
        for number in 0..<experiments {
            var generator = Generator(seed: "held out").stream(number)
            let (clean, planted) = (generator.gaussians(200), generator.gaussians(200))
            let rule = try ThresholdRule(separating: clean, from: planted)
            inSample += try Advantage(of: rule, clean: clean, planted: planted).value
            let honest = try Advantage(clean: clean, planted: planted)
            heldOut += honest.value
            signed += honest.difference
        }
        let mean = { (sum: Double) in sum / Double(experiments) }
        // Kolmogorov's distance of two samples of 200: mean √(π/2) ln 2 / √100 = 0.0869, less the
        // discreteness.
        #expect(mean(inSample) > 0.08 && mean(inSample) < 0.093)
        // |difference| of 100 against 100 models, at most √(2/π) · √(1/200) = 0.056.
        #expect(mean(heldOut) < 0.058)
        // Unbiased: 0 ± 0.0035.
        #expect(abs(mean(signed)) < 5 * 0.0036)
    }

    @Test(
        "Advantage: the interval holds as often as it says",
        arguments: [(0.5, 0.5), (0.1, 0.3), (0.02, 0.98)])
    func coverage(clean: Double, planted: Double) throws {
        for level in [0.8, 0.95] {
            var hits = 0
            for number in 0..<2000 {
                var generator = Generator(seed: "advantage \(clean)").stream(number)
                let advantage = try Advantage(
                    answersOnClean: generator.bernoullis(60, probability: clean),
                    answersOnPlanted: generator.bernoullis(80, probability: planted))
                if advantage.interval(level: level).contains(abs(planted - clean)) { hits += 1 }
            }
            // At least the level, less 4.9 standard errors of 2,000 experiments.
            let error = 4.9 * (level * (1 - level) / 2000).squareRoot()
            #expect(Double(hits) / 2000 > level - error, "level \(level): \(hits)")
        }
    }

    @Test("Advantage: value, interval and text by hand")
    func byHand() throws {
        let advantage = try Advantage(
            falsePositives: Proportion(successes: 0, trials: 10),
            truePositives: Proportion(successes: 10, trials: 10))
        #expect(advantage.value == 1 && advantage.difference == 1)
        // Each rate at the level 0.975: 1.25 % in either tail, so 0.0125^(1/10) from 1.
        let bound = pow(0.0125, 0.1)
        let interval = advantage.interval(level: 0.95)
        #expect(abs(interval.lower - (2 * bound - 1)) < 1e-12 && interval.upper == 1)
        #expect(advantage.isSeen(level: 0.95))
        // Hoeffding's half-width of either rate, √(ln(2 / 0.025) / 20), twice.
        let hoeffding = advantage.interval(level: 0.95, method: .hoeffding)
        #expect(abs(hoeffding.lower - (1 - 2 * (log(80) / 20).squareRoot())) < 1e-12)
        #expect(
            advantage.description == "1.0 (100.0 % of 10 planted, 0.0 % of 10 clean models called planted)")
        let turned = try Advantage(
            falsePositives: advantage.truePositives, truePositives: advantage.falsePositives)
        #expect(turned.difference == -1 && turned.value == 1)
        #expect(turned.interval(level: 0.95) == interval)
    }

    @Test("Advantage: refuses no models and scores that are not numbers")
    func refusals() throws {
        let none = #expect(throws: ProbabilityError.self) { try Advantage(clean: [1], planted: [1, 2]) }
        #expect(none?.description == "an advantage over clean models needs at least 2 values, got 1")
        let bad = #expect(throws: ProbabilityError.self) {
            try Advantage(clean: [1, 2], planted: [1, .nan])
        }
        #expect(
            bad?.description == "an advantage over planted models needs finite values, but value 1 is nan")
        let empty = #expect(throws: ProbabilityError.self) {
            try Advantage(answersOnClean: [true], answersOnPlanted: [])
        }
        #expect(empty?.description == "an advantage over planted models needs at least 1 value, got 0")
        let rule = #expect(throws: ProbabilityError.self) { try ThresholdRule(separating: [], from: [1]) }
        #expect(rule?.description == "a threshold for scores of clean models needs at least 1 value, got 0")
    }

    /// A "model" is a number: N(0, 1) clean, N(3, 1) planted; the black box tells only whether it is above x.
    private var game: IndistinguishabilityGame<Double> {
        IndistinguishabilityGame(clean: { $0.gaussian() }, planted: { $0.gaussian() + 3 })
    }

    @Test("IndistinguishabilityGame: white box and black box see what they can")
    func games() throws {
        let coins = Generator(seed: "game")
        let white = try game.measure(rounds: 400, using: coins) { model, _ in model }
        // The best threshold of these two: 2 Φ(1.5) − 1 = 0.866.
        #expect(white.interval(level: 0.999).contains(0.866))
        let black = game.showing { model in { (question: Double) in model > question } }
        let seen = try black.play(rounds: 400, using: coins) { box, _ in box(1.5) }
        #expect(seen.interval(level: 0.999).contains(0.866))
        let blind = try black.play(rounds: 400, using: coins) { box, _ in box(50) }
        #expect(blind.value == 0 && blind.truePositives.trials == 400)
        let guess = try game.play(rounds: 400, using: coins) { _, tosses in tosses.bit() }
        #expect(!guess.isSeen(level: 0.999999))
        // The observer's coins are not the ones that the model was drawn with.
        let copy = try game.play(rounds: 20, using: coins) { model, tosses in tosses.gaussian() == model }
        #expect(copy.falsePositives.successes == 0)
    }

    @Test("IndistinguishabilityGame: a round is the same however many are played")
    func rounds() throws {
        var short: [Double] = []
        var long: [Double] = []
        _ = try game.play(rounds: 3, using: Generator(seed: 1)) { model, _ in
            short.append(model)
            return true
        }
        _ = try game.play(rounds: 5, using: Generator(seed: 1)) { model, _ in
            long.append(model)
            return true
        }
        #expect(short[..<3] == long[..<3] && short[3...] == long[5..<8])
        let none = #expect(throws: ProbabilityError.self) {
            try game.play(rounds: 0, using: Generator(seed: 1)) { _, _ in true }
        }
        #expect(none?.description == "an advantage over clean models needs at least 1 value, got 0")
    }
}
