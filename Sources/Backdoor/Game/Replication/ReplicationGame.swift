import CallSites
import LinearAlgebra
import Probability

/// The game in which a forger has seen opened inputs and must open a new one.
///
/// Real: the owner opens the inputs that the forger asks for. Ideal: a stranger with a key of another model
/// does, so the forger learns nothing that it could not have made itself. A forger wins with a model if one of
/// its forgeries is open and is none of the examples that it was given. A backdoor is non-replicable if no
/// efficient forger wins more often in the real game than in the ideal one.
///
/// Source: the idea of Goldwasser, Kim, Vaikuntanathan and Zamir 2022, definition 4.7; this game with its
/// counted budget, its stranger, and the model in the forger's hands is ours.
public struct ReplicationGame<Owner: BackdoorOwner> {
    private let owners: [Owner]
    /// The number of inputs that a forger sees opened, for each model.
    public let budget: Int

    /// - Parameters:
    ///   - owners: one for each model that is played with, each with a key of its own.
    ///   - budget: at least 0.
    /// - Throws: `GameError.noModels`.
    public init(
        _ owners: [Owner], budget: Int, file: StaticString = #file, line: UInt = #line
    ) throws(GameError) {
        require(budget >= 0, "a budget of \(budget) examples, expected at least 0", file, line)
        guard !owners.isEmpty else { throw .noModels(0) }
        self.owners = owners
        self.budget = budget
    }

    /// Plays both games with every model.
    ///
    /// - Parameter generator: the coins of forger and strangers, a stream for each model; nothing is drawn from
    ///   it itself. The forger has the same coins in both games.
    /// - Throws: what the forger and the owners throw; `GameError.coordinateCount` for forgeries of another
    ///   length.
    public func result(of forger: some Forger, using generator: Generator) throws -> ReplicationResult {
        var (real, ideal): ([ForgeryCount], [ForgeryCount]) = ([], [])
        for (number, owner) in owners.enumerated() {
            let coins = generator.stream(number)
            var strangers = coins.stream("stranger")
            real.append(try count(forger, owner, opening: owner, coins.stream("forger")))
            ideal.append(
                try count(forger, owner, opening: owner.stranger(using: &strangers), coins.stream("forger")))
        }
        return ReplicationResult(real: real, ideal: ideal)
    }

    private func count(
        _ forger: some Forger, _ owner: Owner, opening opener: Owner, _ coins: Generator
    ) throws -> ForgeryCount {
        var coins = coins
        let examples = ExampleSource(opener, of: owner.model, budget: budget)
        let forgeries = try forger.forgeries(after: examples, using: &coins)
        guard forgeries.rowCount == 0 || forgeries.columnCount == owner.model.inputCount else {
            throw GameError.coordinateCount(forgeries.columnCount, expected: owner.model.inputCount)
        }
        var (open, new) = (0, 0)
        for row in 0..<forgeries.rowCount {
            let forgery = forgeries.row(row)
            guard owner.isOpened(by: forgery) else { continue }
            open += 1
            if !examples.given.contains(forgery) { new += 1 }
        }
        return ForgeryCount(offered: forgeries.rowCount, open: open, new: new)
    }
}
