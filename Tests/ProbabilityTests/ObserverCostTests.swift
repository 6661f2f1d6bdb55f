import Probability
import Testing

@Suite("Costs of observers")
struct ObserverCostTests {
    @Test(
        "in words",
        arguments: [
            (ObserverCost(count: 7, operation: "cosines"), "7 cosines"),
            (ObserverCost(count: 38_400, operation: "cosines"), "38,400 cosines"),
            (ObserverCost(count: 1000, operation: "cosines"), "1,000 cosines"),
            (ObserverCost(count: 1_048_575, operation: "cosines"), "1,048,575 cosines"),
            (ObserverCost(count: 1_048_576, operation: "cosines"), "2²⁰ cosines"),
            (ObserverCost(count: 5e9, operation: "steps", isEstimate: true), "about 2³² steps"),
        ])
    func description(cost: ObserverCost, words: String) {
        #expect(cost.description == words)
    }
}
