/// A game between an observer and someone who hands out models: clean or planted?
///
/// `Evidence` is what the observer may look at. In the white-box game it is the model with all of its
/// numbers; in the black-box game a function that answers questions.
///
///     let whiteBox = IndistinguishabilityGame(clean: { train(&$0) }, planted: { plant(&$0) })
///     let blackBox = whiteBox.showing { model in { question in model.predict(question) } }
///     let advantage = try whiteBox.play(rounds: 200, using: book.stream("game")) { model, coins in … }
///
/// Every model is drawn from a stream of its own, so round i is the same however many are played, and both
/// games show the same models.
public struct IndistinguishabilityGame<Evidence> {
    private let clean: (inout Generator) throws -> Evidence
    private let planted: (inout Generator) throws -> Evidence

    /// - Parameters:
    ///   - clean: draws a clean model.
    ///   - planted: draws a planted one.
    public init(
        clean: @escaping (inout Generator) throws -> Evidence,
        planted: @escaping (inout Generator) throws -> Evidence
    ) {
        self.clean = clean
        self.planted = planted
    }

    /// The game in which the observer sees less: only what `view` makes of the evidence.
    public func showing<View>(_ view: @escaping (Evidence) throws -> View) -> IndistinguishabilityGame<View> {
        let (clean, planted) = (clean, planted)
        return IndistinguishabilityGame<View>(
            clean: { generator in try view(clean(&generator)) },
            planted: { generator in try view(planted(&generator)) })
    }

    /// Lets an observer answer for `rounds` clean and as many planted models.
    ///
    /// - Parameters:
    ///   - rounds: at least 1.
    ///   - generator: nothing is drawn from it itself.
    ///   - observer: says whether it takes the model for planted; may toss coins of its own.
    /// - Throws: `ProbabilityError.tooFew` for no rounds, and what models and observer throw.
    public func play(
        rounds: Int, using generator: Generator, observer: (Evidence, inout Generator) throws -> Bool
    ) throws -> Advantage {
        try Advantage(
            answersOnClean: answers(clean, "clean", rounds, generator, observer),
            answersOnPlanted: answers(planted, "planted", rounds, generator, observer))
    }

    /// Lets a detector score `rounds` clean and as many planted models; the threshold is chosen on the first
    /// half of either and the advantage measured on the second.
    ///
    /// - Parameter rounds: at least 2.
    public func measure(
        rounds: Int, using generator: Generator, score: (Evidence, inout Generator) throws -> Double
    ) throws -> Advantage {
        try Advantage(
            clean: answers(clean, "clean", rounds, generator, score),
            planted: answers(planted, "planted", rounds, generator, score))
    }

    private func answers<Answer>(
        _ draw: (inout Generator) throws -> Evidence, _ kind: String, _ rounds: Int, _ generator: Generator,
        _ observer: (Evidence, inout Generator) throws -> Answer
    ) throws -> [Answer] {
        let models = generator.stream(kind)
        let coins = generator.stream("observer").stream(kind)
        return try (0..<max(0, rounds)).map { round in
            var (source, tosses) = (models.stream(round), coins.stream(round))
            return try observer(draw(&source), &tosses)
        }
    }
}
