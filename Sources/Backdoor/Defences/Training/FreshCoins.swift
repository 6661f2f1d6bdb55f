import Learning
import Probability

/// Runs the recipe again, on the defender's rows and with coins of the defender's: the model that was given is
/// thrown away.
///
/// No backdoor in coins, weights or program survives. It needs what most buyers of a model have not: the recipe,
/// the rows and the machine.
public struct FreshCoins<Recipe: SeededTraining>: Defence {
    public let recipe: Recipe

    public init(_ recipe: Recipe) {
        self.recipe = recipe
    }

    public var needs: Set<DefenceNeed> { [.rows, .labels, .recipe] }
    public var change: DefenceChange { .model }
    public var evaluations: Int { 1 }
    public var description: String { "fresh coins" }

    public func defend(
        _ model: any Classifier, with rows: Dataset, from generator: Generator
    ) throws(DefenceError) -> any Classifier {
        try require(rows, fit: model)
        do {
            return try recipe.train(on: rows, from: generator.stream("fresh coins"))
        } catch {
            throw .training("\(error)")
        }
    }
}
