import Learning
import LinearAlgebra

// Along x + λs each unit is max(0, aᵢ + λbᵢ) with a = ⟨g, x⟩ and b = ⟨g, s⟩, so the mean f is convex in λ and
// piecewise linear. Where f(0) < τ it crosses τ once for λ > 0, from below. Newton's method from the right of a
// convex function falls to the crossing from the same side, and ends exactly: there are finitely many pieces.
extension ReLUKey {
    /// The shortest trigger x + λs, λ ≥ 0, that makes each row positive on the network that its owner holds.
    ///
    /// - Returns: one λ a row, longer by 1 part in 10⁹ so that rounding does not take the crossing back; 0 for
    ///   rows that are positive already, infinity where no length is enough.
    /// - Throws: `ReLUError.keyLength`, or `.input` for rows of another length or that are not finite.
    /// - Complexity: of one prediction and some ten passes over the m units a row.
    public func shortestTriggers(
        for rows: Matrix<Double>, on network: RandomReLUNetwork
    ) throws(ReLUError) -> Vector<Double> {
        try requireInputs(of: network)
        do { try rows.requireFiniteRows(of: inputCount) } catch { throw .input(error) }
        let slopes = network.weights * direction
        let scores = network.decision(rows)
        return Vector(
            (0..<rows.rowCount).map { index in
                guard scores[index] < 0 else { return 0 }
                let crossing = Self.crossing(
                    network.weights * rows.row(index), slopes,
                    sum: network.threshold * Double(network.unitCount))
                return crossing * (1 + 1e-9)
            })
    }

    /// Each row with the shortest trigger that makes it positive on this network.
    ///
    /// - Throws: as `shortestTriggers`, and `ReLUError.triggerLength` where no length is enough.
    public func activateByShortestTriggers(
        _ rows: Matrix<Double>, on network: RandomReLUNetwork
    ) throws(ReLUError) -> Matrix<Double> {
        try activate(rows, byAdding: shortestTriggers(for: rows, on: network))
    }

    /// x + λs with a length of its own for each row, such as those that were shortest for another key.
    ///
    /// - Parameter lengths: one λ a row.
    /// - Throws: `ReLUError.input`, or `.triggerLength` for lengths that are negative or not finite.
    public func activate(
        _ rows: Matrix<Double>, byAdding lengths: Vector<Double>
    ) throws(ReLUError) -> Matrix<Double> {
        do { try rows.requireFiniteRows(of: inputCount) } catch { throw .input(error) }
        if let wrong = lengths.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .triggerLength("\(wrong)")
        }
        return rows + Matrix(repeatingRow: direction, count: rows.rowCount).scalingRows(by: lengths)
    }

    /// The λ > 0 with Σ max(0, aᵢ + λbᵢ) = sum, which the sum at λ = 0 is below.
    private static func crossing(_ starts: Vector<Double>, _ slopes: Vector<Double>, sum: Double) -> Double {
        var (rise, base) = (0.0, 0.0)
        for (start, slope) in zip(starts, slopes) where slope > 0 {
            rise += slope
            base += start
        }
        guard rise > 0 else { return .infinity }
        // The units that rise are at least their lines, so here the sum is at least what is wanted.
        var length = (sum - base) / rise
        while true {
            var (height, slope) = (-sum, 0.0)
            for (start, step) in zip(starts, slopes) where start + length * step > 0 {
                height += start + length * step
                slope += step
            }
            guard height > 0, slope > 0 else { return length }
            let next = length - height / slope
            guard next < length, next > 0 else { return length }
            length = next
        }
    }
}
