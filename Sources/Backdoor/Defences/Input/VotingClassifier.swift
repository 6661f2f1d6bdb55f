import CallSites
import Learning
import LinearAlgebra
import Probability

/// The mean of a model's labels over draws of noise in the input: score(x) = (1/k) Σᵢ h(x + ηᵢ).
///
/// Its sign is the label that most draws give; a tie is positive. The draws are made once, so the same input
/// gets the same answer; whoever knows them can aim at them, so they are the defender's secret.
///
/// Source: Goldwasser, Kim, Vaikuntanathan and Zamir 2022, section 2.5, for averages of h; Cohen, Rosenfeld and
/// Kolter 2019 for majorities under normal noise. For labels −1 and 1 the two are the same.
public struct VotingClassifier<Base: Classifier>: Classifier {
    public let base: Base
    /// k × d: one draw ηᵢ a row.
    public let noise: Matrix<Double>

    /// - Parameter noise: k × d; no rows, or other columns than the model's inputs, stop the program.
    public init(_ base: Base, noise: Matrix<Double>, file: StaticString = #file, line: UInt = #line) {
        CallSites.require(
            noise.rowCount > 0 && noise.columnCount == base.inputCount,
            "noise in a matrix of \(noise.shape), expected at least one row of \(base.inputCount) columns "
                + "(the inputs of the model)", file, line)
        self.base = base
        self.noise = noise
    }

    public var inputCount: Int { base.inputCount }

    /// - Complexity: k labels of the model for each point.
    public func decision(_ rows: Matrix<Double>) -> Vector<Double> {
        requireInputs(rows)
        var votes = Vector<Double>.zeros(rows.rowCount)
        for draw in 0..<noise.rowCount {
            let scores = base.decision(rows.addingToRows(noise.row(draw)))
            votes += scores.mapElements { $0.isNaN ? .nan : Label(score: $0).sign }
        }
        return votes / Double(noise.rowCount)
    }

    public var description: String {
        let draws = (0..<noise.rowCount).map { draw in
            "    η\(draw + 1) = (\(noise.row(draw).map { "\($0)" }.joined(separator: ", ")))"
        }
        return
            (["score = the mean over \(noise.rowCount) draws of the label of x + ηᵢ, with"] + draws
            + ["and, of x + ηᵢ:", "\(base)"]).joined(separator: "\n")
    }
}

extension VotingClassifier: Equatable where Base: Equatable {}
extension VotingClassifier: Hashable where Base: Hashable {}
