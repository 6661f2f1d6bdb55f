internal import Glibc
import LinearAlgebra

/// The minimum of a smooth function by L-BFGS: quasi-Newton steps from the last few changes of the gradient.
///
/// Source: Nocedal and Wright 2006, algorithm 7.4; the step length by Lewis and Overton 2013, algorithm 2.6:
/// doubled or bisected until it lowers the value enough and the slope has risen enough (Wolfe's conditions).
struct LimitedMemoryMinimization {
    typealias Objective = (Vector<Double>) -> (value: Double, gradient: Vector<Double>)

    /// The largest derivative at which the search ends.
    let tolerance: Double
    let maximumIterations: Int
    private let memory = 10

    private struct Change {
        let step, difference: Vector<Double>
        let inverseProduct: Double
    }

    private struct Place {
        var point: Vector<Double>
        var value: Double
        var gradient: Vector<Double>
    }

    /// - Returns: where the largest derivative is at most the tolerance.
    /// - Throws: `TrainingError.notConverged` with the largest derivative; `unit` divides it, for the message.
    func minimum(
        from start: Vector<Double>, unit: Double, of objective: Objective
    ) throws(TrainingError) -> Vector<Double> {
        let first = objective(start)
        var place = Place(point: start, value: first.value, gradient: first.gradient)
        var changes: [Change] = []
        var iterations = 0
        while place.gradient.normInfinity > tolerance {
            guard place.gradient.isFinite, place.value.isFinite else { throw .notFinite("the loss") }
            iterations += 1
            guard iterations <= maximumIterations, let next = step(from: place, changes, objective) else {
                throw .notConverged(
                    iterations: iterations - 1, gradient: place.gradient.normInfinity / unit,
                    tolerance: tolerance / unit)
            }
            let (step, difference) = (next.point - place.point, next.gradient - place.gradient)
            let product = step.dot(difference)
            if product > 0 {
                changes.append(Change(step: step, difference: difference, inverseProduct: 1 / product))
                if changes.count > memory { changes.removeFirst() }
            }
            place = next
        }
        return place.point
    }

    private func step(from place: Place, _ changes: [Change], _ objective: Objective) -> Place? {
        let direction = direction(against: place.gradient, changes)
        // The first direction is the gradient, whose length says nothing about how far to go.
        let length = changes.isEmpty ? min(1, 1 / place.gradient.norm) : 1
        if let next = search(from: place, along: direction, length: length, objective) { return next }
        // Rounding can spoil what is remembered; the gradient itself then still leads down.
        guard !changes.isEmpty else { return nil }
        return search(
            from: place, along: -place.gradient, length: min(1, 1 / place.gradient.norm), objective)
    }

    /// −H ∇ with the approximate inverse Hessian H (Nocedal and Wright, algorithm 7.4).
    private func direction(against gradient: Vector<Double>, _ changes: [Change]) -> Vector<Double> {
        var result = -gradient
        guard let last = changes.last else { return result }
        var shares: [Double] = []
        for change in changes.reversed() {
            let share = change.inverseProduct * change.step.dot(result)
            shares.append(share)
            result -= share * change.difference
        }
        result *= 1 / (last.inverseProduct * last.difference.dot(last.difference))
        for (change, share) in zip(changes, shares.reversed()) {
            let back = change.inverseProduct * change.difference.dot(result)
            result += (share - back) * change.step
        }
        return result
    }

    private func search(
        from place: Place, along direction: Vector<Double>, length: Double, _ objective: Objective
    ) -> Place? {
        let slope = place.gradient.dot(direction)
        guard slope < 0 else { return nil }
        var (low, high, length) = (0.0, Double.infinity, length)
        for _ in 0..<60 {
            let point = place.point + length * direction
            let (value, gradient) = objective(point)
            // Close to the minimum the fall is below the rounding error of the value itself.
            let slack = 1e-14 * abs(place.value)
            if !(value <= place.value + 1e-4 * length * slope + slack) {
                high = length
            } else if gradient.dot(direction) < 0.9 * slope {
                low = length
            } else {
                return Place(point: point, value: value, gradient: gradient)
            }
            length = high < .infinity ? (low + high) / 2 : 2 * length
        }
        return nil
    }
}
