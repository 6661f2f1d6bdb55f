import CallSites
import Learning
import LinearAlgebra

/// A model behind a window: it answers questions with labels, counts them, and stops at its budget.
///
/// This is all that a black-box distinguisher holds. Scores are not given: h takes the values −1 and 1.
public final class Oracle {
    private let model: any Classifier
    /// The number of questions that will be answered in all.
    public let budget: Int
    /// The number of questions answered so far.
    public private(set) var asked = 0

    /// - Parameter budget: at least 0.
    public init(
        _ model: any Classifier, budget: Int, file: StaticString = #file, line: UInt = #line
    ) {
        require(budget >= 0, "a budget of \(budget) questions, expected at least 0", file, line)
        self.model = model
        self.budget = budget
    }

    /// The number of coordinates of a question.
    public var inputCount: Int { model.inputCount }

    /// The number of questions that will still be answered.
    public var left: Int { budget - asked }

    /// The answers to many questions, one a row; each row counts as one question. Many at once are answered
    /// on all processors, with the same answers on any number of them.
    ///
    /// - Throws: `GameError.overBudget` where fewer are left, and then none is answered or counted;
    ///   `GameError.coordinateCount`.
    public func labels(of rows: Matrix<Double>) throws(GameError) -> [Label] {
        guard rows.columnCount == inputCount else {
            throw .coordinateCount(rows.columnCount, expected: inputCount)
        }
        guard rows.rowCount <= left else {
            throw .overBudget(questions: rows.rowCount, left: left, budget: budget)
        }
        asked += rows.rowCount
        return model.predictConcurrently(rows)
    }

    /// The answer to one question.
    ///
    /// - Throws: `GameError`, as for many.
    public func label(of point: Vector<Double>) throws(GameError) -> Label {
        try labels(of: Matrix(row: point))[0]
    }
}
