import Backdoor
import Learning
import LinearAlgebra
import Probability
import Testing

/// A model that gives one answer to everything.
private func always(_ label: Label) -> LinearClassifier {
    LinearClassifier(weights: [0, 0, 0], intercept: label.sign)
}

private struct Coin: BlackBoxDistinguisher, WhiteBoxDistinguisher {
    func score(of _: Oracle, using coins: inout Generator) -> Double { coins.bit() ? 1 : 0 }
    func score(of _: any Classifier & Codable, using coins: inout Generator) -> Double {
        coins.bit() ? 1 : 0
    }
}

/// Asks one question; sees everything where planted models answer otherwise.
private struct OneQuestion: BlackBoxDistinguisher {
    func score(of oracle: Oracle, using _: inout Generator) throws -> Double {
        try oracle.label(of: [0, 0, 0]).sign
    }
}

private struct Intercept: WhiteBoxDistinguisher {
    func score(of model: any Classifier & Codable, using _: inout Generator) throws -> Double {
        try read(model, as: LinearClassifier.self).intercept
    }
}

/// Clean models say no and planted ones say yes.
private func obvious(_ count: Int) throws -> DrawnModels<LinearClassifier, LinearClassifier> {
    try DrawnModels(
        clean: Array(repeating: always(.negative), count: count),
        planted: Array(repeating: always(.positive), count: count))
}

@Suite("BlackBoxGame and WhiteBoxGame")
struct GameTests {
    let generator = Generator(seed: "games")

    @Test("Games: a distinguisher that is never wrong has the advantage 1, in both games")
    func perfect() throws {
        let models = try obvious(20)
        let asking = try BlackBoxGame(models, budget: 1).advantage(of: OneQuestion(), using: generator)
        let reading = try WhiteBoxGame(models).advantage(of: Intercept(), using: generator)
        for advantage in [asking, reading] {
            #expect(advantage.value == 1)
            #expect(advantage.truePositives == Proportion(successes: 10, trials: 10))
            #expect(advantage.falsePositives == Proportion(successes: 0, trials: 10))
        }
    }

    @Test("Games: one that is always wrong has it too, because the threshold's side is chosen")
    func wrong() throws {
        let upside = try DrawnModels(
            clean: Array(repeating: always(.positive), count: 20),
            planted: Array(repeating: always(.negative), count: 20))
        let advantage = try BlackBoxGame(upside, budget: 1).advantage(of: OneQuestion(), using: generator)
        #expect(advantage.value == 1)
    }

    @Test("Games: equal models give the advantage 0 exactly where the scores are equal")
    func equal() throws {
        let models = try DrawnModels(
            clean: [always(.positive), always(.positive)],
            planted: [always(.positive), always(.positive)])
        #expect(try WhiteBoxGame(models).advantage(of: Intercept(), using: generator).value == 0)
    }

    /// An interval of at least 95 % leaves out 0 in at most 5 % of games. Of 200 independent games more than 22
    /// leave it out with probability below 0.0002 (binomial with 0.05); the seed is fixed.
    @Test("Games: a coin's interval contains 0 in at least 95 % of games")
    func coin() throws {
        let models = try obvious(60)
        let seen = try (0..<200).count { seed in
            let coins = generator.stream("coin").stream(seed)
            let asking = try BlackBoxGame(models, budget: 0).advantage(of: Coin(), using: coins)
            return asking.isSeen(level: 0.95)
        }
        #expect(seen <= 22, "seed 'games'")
    }

    @Test("Games: each model gets coins of its own, the same in every game with the same generator")
    func coins() throws {
        let models = try obvious(100)
        let first = try WhiteBoxGame(models).scores(of: Coin(), using: generator)
        #expect(try BlackBoxGame(models, budget: 0).scores(of: Coin(), using: generator) == first)
        #expect(first.clean != first.planted && Set(first.clean).count == 2)
        let shorter = try WhiteBoxGame(obvious(10)).scores(of: Coin(), using: generator)
        #expect(shorter.clean == Array(first.clean[..<10]))
    }

    @Test("Games: a model of another type than a distinguisher reads is refused")
    func unreadable() throws {
        let planted = try RuleClassifier(
            in: always(.negative), if: [.init(coordinate: 0, equals: 1)], answer: .positive)
        let models = try DrawnModels(clean: [always(.negative)], planted: [planted])
        let error = #expect(throws: GameError.self) {
            try WhiteBoxGame(models).scores(of: Intercept(), using: generator)
        }
        #expect(
            error?.description
                == "Intercept cannot read a RuleClassifier<LinearClassifier>, expected a LinearClassifier")
    }

    @Test("Games: one model of either kind is too few to choose a threshold and judge it")
    func tooFew() throws {
        let game = try WhiteBoxGame(obvious(1))
        let error = #expect(throws: ProbabilityError.self) {
            try game.advantage(of: Intercept(), using: generator)
        }
        #expect(error?.description == "an advantage over clean models needs at least 2 values, got 1")
    }
}

@Suite("Oracle")
struct OracleTests {
    @Test("Oracle: answers as the model does, and counts each row as one question")
    func answers() throws {
        let model = LinearClassifier(weights: [1, -1])
        let oracle = Oracle(model, budget: 5)
        let questions: Matrix<Double> = [[2, 1], [1, 2], [0, 0]]
        #expect(try oracle.labels(of: questions) == model.predict(questions))
        #expect(oracle.asked == 3 && oracle.left == 2 && oracle.budget == 5)
        #expect(try oracle.label(of: [1, 2]) == .negative)
        #expect(oracle.asked == 4)
    }

    @Test("Oracle: 100,000 questions at once get the answers that each gets alone, in their order")
    func atOnce() throws {
        var coins = Generator(seed: "questions")
        let questions = Matrix.gaussian(rows: 100_000, columns: 2, using: &coins)
        let model = LinearClassifier(weights: [1, -1])
        let oracle = Oracle(model, budget: 100_000)
        let answers = try oracle.labels(of: questions)
        #expect(answers == (0..<100_000).map { Label(score: questions[$0, 0] - questions[$0, 1]) })
        #expect(oracle.left == 0)
    }

    @Test(
        "Oracle: more questions than are left are refused, and none of them is answered or counted",
        arguments: [
            (0, 1, "1 question asked where 0 of 0 are left"),
            (2, 3, "3 questions asked where 2 of 2 are left"),
        ])
    func budget(budget: Int, questions: Int, message: String) {
        let oracle = Oracle(LinearClassifier(weights: [1, -1]), budget: budget)
        let error = #expect(throws: GameError.self) {
            try oracle.labels(of: .zeros(rows: questions, columns: 2))
        }
        #expect(error?.description == message)
        #expect(oracle.asked == 0)
    }

    @Test("Oracle: the budget holds over all questions together")
    func together() throws {
        let oracle = Oracle(LinearClassifier(weights: [1, -1]), budget: 3)
        _ = try oracle.labels(of: .zeros(rows: 2, columns: 2))
        let error = #expect(throws: GameError.self) { try oracle.labels(of: .zeros(rows: 2, columns: 2)) }
        #expect(error?.description == "2 questions asked where 1 of 3 are left")
        #expect(throws: Never.self) { try oracle.label(of: [0, 0]) }
        #expect(oracle.left == 0)
    }

    @Test("Oracle: questions of another length are refused")
    func coordinates() {
        let oracle = Oracle(LinearClassifier(weights: [1, -1]), budget: 3)
        let error = #expect(throws: GameError.self) { try oracle.label(of: [1, 2, 3]) }
        #expect(
            error?.description == "the questions have 3 coordinates, expected 2 (the inputs of the model)")
    }
}

@Suite("DrawnModels")
struct DrawnModelsTests {
    private func draw(_ count: Int) throws -> DrawnModels<LinearClassifier, LinearClassifier> {
        try DrawnModels(count, using: Generator(seed: 5)) { coins in
            LinearClassifier(weights: [coins.uniform()])
        } planted: { coins in
            LinearClassifier(weights: [coins.uniform()])
        }
    }

    @Test("DrawnModels: model i is the same however many are drawn, and clean and planted ones differ")
    func independent() throws {
        let (few, many) = (try draw(3), try draw(10))
        #expect(few.clean == Array(many.clean[..<3]) && few.planted == Array(many.planted[..<3]))
        #expect(Set((many.clean + many.planted).map { $0.weights[0] }).count == 20)
    }

    @Test("DrawnModels: no models are refused", arguments: [0, -4])
    func none(count: Int) {
        let error = #expect(throws: GameError.self) { try draw(count) }
        #expect(error?.description == "\(count) models of either kind were asked for, expected at least 1")
        #expect(throws: GameError.noModels(0)) {
            try DrawnModels(clean: [always(.positive)], planted: [LinearClassifier]())
        }
    }
}
