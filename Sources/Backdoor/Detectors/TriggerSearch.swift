internal import Glibc
import Learning
import LinearAlgebra
import Probability

/// The search for the smallest mark that leads rows to one class, by gradient descent.
///
/// Minimises the mean cross-entropy of the class at x′ plus λ Σ mⱼ, over m = logistic(a) and p = low + (high −
/// low) logistic(b), by Adam. λ grows while the mark leads nearly all rows to the class and shrinks while it
/// does not; the smallest mark that did is the answer.
struct TriggerSearch {
    let model: SuspectModel
    /// None of which is of the target class.
    let rows: Matrix<Double>
    let target: Int
    let range: ClosedRange<Double>
    let settings: NeuralCleanse.Settings

    /// How λ changes, and after how many steps of one kind.
    private static let growth = 1.5
    private static let patience = 5

    private struct State {
        /// a, then b.
        var parameters: [Double]
        var adam: AdamState
        var price: Double
        var successes = 0
        var failures = 0
        var best: ReversedTrigger
    }

    func run(using coins: inout Generator) -> ReversedTrigger {
        let width = rows.columnCount
        let pattern = Vector(repeating: range.upperBound, count: width)
        // Written over altogether, a row has the class of the pattern; no mark found counts as large as that.
        let whole = ReversedTrigger(
            target: target, mask: Vector(repeating: 1, count: width), pattern: pattern, success: 0)
        var state = State(
            parameters: coins.gaussians(width).map { $0 / 2 - 2 } + coins.gaussians(width).map { $0 / 2 },
            adam: AdamState(count: 2 * width), price: settings.price, best: whole)
        for step in 1...settings.steps { move(&state, step) }
        return state.best
    }

    private func trigger(_ parameters: [Double], success: Double = 0) -> ReversedTrigger {
        let width = rows.columnCount
        let length = range.upperBound - range.lowerBound
        return ReversedTrigger(
            target: target, mask: Vector(parameters[..<width].map(Self.logistic)),
            pattern: Vector(parameters[width...].map { range.lowerBound + length * Self.logistic($0) }),
            success: success)
    }

    private func move(_ state: inout State, _ step: Int) {
        let mark = trigger(state.parameters)
        let count = Double(rows.rowCount)
        guard
            let (scores, slopes) = model.inputGradients(
                at: mark.applied(to: rows), { Self.slopes(of: $0, target) / count })
        else { return }
        let reached = (0..<scores.rowCount).count { row in
            scores.row(row).indices.allSatisfy { $0 == target || scores[row, $0] < scores[row, target] }
        }
        let success = Double(reached) / count
        if success >= settings.success, mark.size < state.best.size || state.best.success < settings.success {
            state.best = trigger(state.parameters, success: success)
        }
        var gradient = gradient(mark, slopes, state.price)
        state.parameters.withUnsafeMutableBufferPointer { parameters in
            gradient.withUnsafeMutableBufferPointer {
                state.adam.update(
                    parameters, UnsafeBufferPointer($0), Adam(learningRate: settings.rate), step: step)
            }
        }
        changePrice(&state, success >= settings.success)
    }

    /// The derivatives for a and b.
    private func gradient(
        _ mark: ReversedTrigger, _ slopes: Matrix<Double>, _ price: Double
    ) -> [Double] {
        let sums = slopes.columnSums
        let products = slopes.multipliedElementwise(by: rows).columnSums
        let length = range.upperBound - range.lowerBound
        var (forMask, forPattern): ([Double], [Double]) = ([], [])
        for (column, m) in mark.mask.enumerated() {
            let p = mark.pattern[column]
            forMask.append((sums[column] * p - products[column] + price) * m * (1 - m))
            // The logistic function's slope, from its value.
            let share = length > 0 ? (p - range.lowerBound) / length : 0
            forPattern.append(sums[column] * m * length * share * (1 - share))
        }
        return forMask + forPattern
    }

    private func changePrice(_ state: inout State, _ succeeded: Bool) {
        state.successes = succeeded ? state.successes + 1 : 0
        state.failures = succeeded ? 0 : state.failures + 1
        if state.successes == Self.patience {
            state.price *= Self.growth
            state.successes = 0
        }
        if state.failures == Self.patience {
            state.price /= Self.growth
            state.failures = 0
        }
    }

    /// Of the cross-entropy: the softmax less 1 at the target.
    private static func slopes(of scores: Matrix<Double>, _ target: Int) -> Matrix<Double> {
        var slopes = scores
        for row in 0..<scores.rowCount {
            let values = scores.row(row)
            let largest = values.max() ?? 0
            var powers = values.mapElements { exp($0 - largest) }
            powers /= powers.sum
            powers[target] -= 1
            slopes.setRow(row, to: powers)
        }
        return slopes
    }

    private static func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
}
