import Learning
import LinearAlgebra
import Probability

/// Looks for a mark that changes answers: asks about marked inputs on which honest models agree.
///
/// A distinguisher knows the honest trainer, so it can train models of its own. A question is an ordinary input
/// with one of a list of marks; it is kept if all of the distinguisher's own models give it the same answer.
/// The score is the largest share of other answers over all marks, from 0 to 1.
///
/// The budget is divided evenly among the marks; where it is smaller than their number, as many are drawn at
/// random, for one question each. The method is ours; it needs nothing but labels.
public struct ConsensusProbe: BlackBoxDistinguisher, Sendable {
    /// The questions with one mark, and what honest models answer.
    private struct Sheet {
        let questions: Matrix<Double>
        let answers: [Label]
    }

    private let sheets: [Sheet]

    /// - Parameters:
    ///   - marks: the marks to try.
    ///   - inputs: n × d ordinary inputs.
    ///   - models: the distinguisher's own honest models; the more, the fewer false alarms.
    /// - Throws: `GameError.nothingToAsk` where there are no marks, inputs or models, or no question on which
    ///   the models agree; `PoisoningError.coordinateOutOfRange`.
    /// - Complexity: marks × n × models predictions; keeps the marked inputs, at most marks × n × d numbers.
    public init(marks: [Trigger], on inputs: Matrix<Double>, models: [some Classifier]) throws {
        for (missing, count) in [
            ("marks", marks.count), ("inputs", inputs.rowCount), ("models of its own", models.count),
        ] where count == 0 {
            throw GameError.nothingToAsk(distinguisher: "ConsensusProbe", missing: missing)
        }
        sheets = try marks.compactMap { mark in
            let marked = try mark.applied(to: inputs)
            let votes = models.map { $0.predict(marked) }
            let agreed = votes[0].indices.filter { row in votes.allSatisfy { $0[row] == votes[0][row] } }
            guard !agreed.isEmpty else { return nil }
            return Sheet(questions: marked.rows(agreed), answers: agreed.map { votes[0][$0] })
        }
        guard !sheets.isEmpty else {
            throw GameError.nothingToAsk(
                distinguisher: "ConsensusProbe", missing: "marked input on which its models agree")
        }
    }

    public func score(of oracle: Oracle, using coins: inout Generator) throws -> Double {
        let tried = coins.sample(min(sheets.count, oracle.left), of: sheets.count)
        guard !tried.isEmpty else { return 0 }
        let each = oracle.left / tried.count
        var largest = 0.0
        for sheet in tried.map({ sheets[$0] }) {
            let rows = coins.sample(min(each, sheet.answers.count), of: sheet.answers.count)
            let answers = try oracle.labels(of: sheet.questions.rows(rows))
            let others = zip(answers, rows).count { $0 != sheet.answers[$1] }
            largest = max(largest, Double(others) / Double(rows.count))
        }
        return largest
    }
}
