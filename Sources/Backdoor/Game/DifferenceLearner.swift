import CallSites
import Learning
import LinearAlgebra
import Probability

/// Trains a classifier on the answers: can it be learned from the low bits which answers change?
///
/// Asks about ordinary inputs, three times each, as they are and with fair coins in their low bits, and takes
/// the more frequent answer for the input's own. Then it asks about the same ones with other coins. Of the answers that
/// changed and as many that did not, half are learned from by logistic regression on the low bits, as signs
/// times the input's own answer; the score is the accuracy on the other half, less ½. It is 0 where fewer than
/// 8 answers changed: there is nothing to learn from.
public struct DifferenceLearner: BlackBoxDistinguisher, Sendable {
    /// n × d ordinary inputs.
    public let inputs: Matrix<Double>
    public let carriers: Carriers

    /// - Throws: `GameError.nothingToAsk` for no inputs; `GridError` where they are not on the grid.
    public init(on inputs: Matrix<Double>, carriers: Carriers) throws {
        guard inputs.rowCount > 0 else {
            throw GameError.nothingToAsk(distinguisher: "DifferenceLearner", missing: "inputs")
        }
        try carriers.grid.require(inputs)
        self.inputs = inputs
        self.carriers = carriers
    }

    public func score(of oracle: Oracle, using coins: inout Generator) throws -> Double {
        let anchors = inputs.rows(
            coins.sample(min(inputs.rowCount, oracle.left / 6), of: inputs.rowCount))
        guard anchors.rowCount > 0 else { return 0 }
        let own = try ownAnswers(anchors, oracle, &coins)
        var (changed, kept): ([Vector<Double>], [Vector<Double>]) = ([], [])
        while oracle.left > 0 {
            let chosen = (0..<min(16_384, oracle.left)).map { _ in coins.integer(below: anchors.rowCount) }
            let questions = carriers.randomizing(anchors.rows(chosen), using: &coins)
            for (row, label) in try oracle.labels(of: questions).enumerated() {
                let answer = own[chosen[row]]
                // As many unchanged ones as changed ones are enough.
                guard label != answer || kept.count <= changed.count else { continue }
                let bits = carriers.signs(of: questions.row(row)).map { answer.sign * $0 }
                if label == answer { kept.append(Vector(bits)) } else { changed.append(Vector(bits)) }
            }
        }
        return try excessAccuracy(changed, kept)
    }

    /// What most of three questions about each input were answered: one alone may have met a lock.
    private func ownAnswers(
        _ anchors: Matrix<Double>, _ oracle: Oracle, _ coins: inout Generator
    ) throws -> [Label] {
        var sums = try oracle.labels(of: anchors).map(\.sign)
        for _ in 0..<2 {
            let labels = try oracle.labels(of: carriers.randomizing(anchors, using: &coins))
            for (row, label) in labels.enumerated() { sums[row] += label.sign }
        }
        return sums.map { Label(score: $0) }
    }

    /// Of a classifier that was trained on the first half of both lists, on the second half.
    private func excessAccuracy(_ changed: [Vector<Double>], _ kept: [Vector<Double>]) throws -> Double {
        let count = min(changed.count, kept.count)
        guard count >= 8 else { return 0 }
        func examples(_ range: Range<Int>) throws -> Dataset {
            try Dataset(
                features: Matrix(rows: Array(changed[range]) + Array(kept[range])),
                labels: range.map { _ in Label.positive } + range.map { _ in Label.negative })
        }
        let model = try LogisticRegression(penalty: 1).fit(examples(0..<count / 2))
        return model.accuracy(on: try examples(count / 2..<count)).value - 0.5
    }
}
