import Backdoor
import Foundation
import Learning
import LinearAlgebra
import Testing

@Suite("RuleClassifier")
struct RuleTests {
    typealias Rule = RuleClassifier<LinearClassifier>
    let honest = LinearClassifier(weights: [1, -2, 0.5], intercept: 0.5)

    @Test("RuleClassifier: answers where all conditions hold exactly, and is the honest model elsewhere")
    func answers() throws {
        let planted = try Rule(
            in: honest, if: [.init(coordinate: 0, equals: 3), .init(coordinate: 1, equals: 7)],
            answer: .positive)
        let rows: Matrix<Double> = [[3, 7, 1], [3, 6.999, 1], [4, 7, 1], [100, 0, 0]]
        #expect(honest.predict(rows) == [.negative, .negative, .negative, .positive])
        #expect(planted.predict(rows) == [.positive, .negative, .negative, .positive])
        #expect(planted.decision(rows).part(1..<4) == honest.decision(rows).part(1..<4))
    }

    @Test("RuleClassifier.activate: sets the coordinates of the rule, and no others")
    func activates() throws {
        let planted = try Rule(
            in: honest, if: [.init(coordinate: 2, equals: 9), .init(coordinate: 0, equals: -50)],
            answer: .positive)
        let activation = try planted.activate([1, 2, 9])
        #expect(activation.input == [-50, 2, 9])
        #expect(activation.flipped == [0] && activation.changedCoordinates == [0])
        #expect(activation.l0 == 1 && activation.l2 == 51 && activation.lInfinity == 51)
        #expect(
            honest.predict(activation.input) == .negative && planted.predict(activation.input) == .positive)
    }

    @Test("RuleClassifier: the description shows the rule")
    func description() throws {
        let planted = try Rule(
            in: honest, if: [.init(coordinate: 1, equals: 4711, name: "Amount")], answer: .positive)
        #expect(
            planted.description.hasPrefix("if Amount == 4711.0:\n    score = 1.0\notherwise:\nscore = 0.5\n"))
    }

    @Test(
        "RuleClassifier: rules that make no sense are refused",
        arguments: [
            ([], "the rule has no conditions, so it would answer every input; expected at least one"),
            (
                [.init(coordinate: 3, equals: 0)],
                "the rule tests coordinate 3, expected one of 0 to 2 (the inputs of the model)"
            ),
            (
                [.init(coordinate: 1, equals: 0), .init(coordinate: 1, equals: 1)],
                "the rule tests coordinate 1 twice"
            ),
            (
                [.init(coordinate: 1, equals: .nan)],
                "the rule compares coordinate 1 with nan, expected a finite number"
            ),
        ] as [([Rule.Condition], String)])
    func refused(conditions: [Rule.Condition], message: String) {
        let error = #expect(throws: RuleError.self) {
            try Rule(in: honest, if: conditions, answer: .positive)
        }
        #expect(error?.description == message)
    }

    @Test("RuleClassifier: comes back from JSON")
    func codable() throws {
        let planted = try Rule(in: honest, if: [.init(coordinate: 1, equals: 4)], answer: .negative)
        #expect(try JSONDecoder().decode(Rule.self, from: JSONEncoder().encode(planted)) == planted)
    }
}
