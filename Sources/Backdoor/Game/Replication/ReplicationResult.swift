import Probability

/// What a forger offered for one model.
public struct ForgeryCount: Hashable, Sendable, Codable {
    public let offered: Int
    /// Those that open the model, copies of examples included.
    public let open: Int
    /// Those that open the model and are no copies.
    public let new: Int

    public init(offered: Int, open: Int, new: Int) {
        self.offered = offered
        self.open = open
        self.new = new
    }

    /// Whether the forger has won: at least one is new.
    public var isWon: Bool { new > 0 }
}

/// How a forger did in the real and in the ideal game, for each model.
public struct ReplicationResult: Hashable, Sendable, Codable {
    public let real: [ForgeryCount]
    public let ideal: [ForgeryCount]

    public init(real: [ForgeryCount], ideal: [ForgeryCount]) {
        self.real = real
        self.ideal = ideal
    }

    /// The share of models with which the forger won, having seen the owner's examples.
    public var realWins: Proportion { Proportion(of: real.map(\.isWon)) }
    /// The share of models with which the forger won, having seen a stranger's.
    public var idealWins: Proportion { Proportion(of: ideal.map(\.isWon)) }

    /// Of all forgeries of the real game, those that open and are new.
    public var realForgeries: Proportion { Self.new(real) }
    /// Likewise of the ideal game.
    public var idealForgeries: Proportion { Self.new(ideal) }

    /// Copies of examples that were offered as forgeries: they open and do not count.
    public var copies: Int { (real + ideal).reduce(0) { $0 + $1.open - $1.new } }

    /// What the owner's examples are worth: |Pr[win, real] − Pr[win, ideal]|, over the models.
    ///
    /// - Throws: `ProbabilityError.tooFew` for no models.
    public func advantage() throws(ProbabilityError) -> Advantage {
        try Advantage(falsePositives: idealWins, truePositives: realWins)
    }

    private static func new(_ counts: [ForgeryCount]) -> Proportion {
        Proportion(
            successes: counts.reduce(0) { $0 + $1.new }, trials: counts.reduce(0) { $0 + $1.offered })
    }
}
